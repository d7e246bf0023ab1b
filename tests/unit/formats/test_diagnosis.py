"""What a format makes of a document is told as it is."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from l10n.formats import all_formats
from l10n.formats.diagnosis import diagnose
from l10n.formats.plaintext import PlainText
from l10n.model import Document, Segment


@dataclass(frozen=True)
class Careless:
    """A format that loses the case of every text."""

    name: str = "careless"
    suffixes: tuple[str, ...] = (".x",)

    def parse(self, text: str, path: str) -> Document:
        return PlainText().parse(text, path)

    def localized(self, segment: Segment, msgstr: str) -> str:
        return msgstr.lower()


def test_the_first_difference_is_told_with_its_place() -> None:
    found = diagnose(Careless(), "one\n\ntwo Three\n", "a.x")
    assert not found.is_sound
    assert found.difference is not None
    assert str(found.difference.location) == "a.x:3:5"
    assert (found.difference.before, found.difference.after) == ("one\n\ntwo Three\n", "one\n\ntwo three\n")


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_no_text_upsets_it(text: str) -> None:
    for form in all_formats():
        assert diagnose(form, text, f"a{form.suffixes[0]}").is_sound


def test_a_long_code_block_takes_linear_time() -> None:
    text = "# Title\n\n```\n" + "some code here\n" * 20_000 + "```\n"
    found = diagnose(all_formats()[1], text, "a.md")
    assert len(found.skipped) == 20_000
