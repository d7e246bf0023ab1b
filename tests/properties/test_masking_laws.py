"""What is shielded comes back as it was; nothing of it reaches a translating program."""

from hypothesis import given
from hypothesis import strategies as st

from l10n.formats import HasInlineMarkup, all_formats
from l10n.pretranslation.answers import accepted
from l10n.pretranslation.masking import Refusal, mask, unmask

PIECES = (
    "word", " ", "**", "*", "_", "[", "](https://e.org/x)", "]", "`code`", "<b>", "</b>", "<br>", "&amp;", "\n",
    "{name}", "%s", "a@b.org", "https://e.org", "[X1X]", "[Q2Q]", ".", "é", "\\*", "~~", "<!-- x -->", "{\\an8}",
)  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=14).map("".join)
forms = st.sampled_from([form for form in all_formats() if isinstance(form, HasInlineMarkup)])


class TestMasking:
    """`unmask` of the masked text itself gives the text."""

    @given(texts, forms)
    def test_the_masked_text_itself_gives_the_text(self, text: str, form: HasInlineMarkup) -> None:
        masked = mask(text, form.markup(text))
        assert unmask(masked, masked.text) == text

    @given(texts, forms, texts)
    def test_an_answer_is_refused_or_has_every_shield_once(
        self, text: str, form: HasInlineMarkup, answer: str
    ) -> None:
        masked = mask(text, form.markup(text))
        found = accepted(masked, answer, "Latn")
        if not isinstance(found, Refusal):
            for shield in masked.shields:
                assert found.count(shield.replacement) >= 1
