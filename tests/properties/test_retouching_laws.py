"""What counts as the same text, over generated texts: a change nobody can see in print, and every other one."""

import re
import unicodedata

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from l10n.catalog.catalog import Message
from l10n.catalog.merge import merge
from l10n.catalog.retouching import wording
from tests.conftest import tries

ORDINARY = [
    "the",
    "crew",
    "landed",
    "this",
    "morning",
    "nobody",
    "doesn't",
    "экипаж",
    "café",
    "in",
    "one",
    "piece",
]
TELLING = [
    "5 mW", "-d", "--force", "[Y/n]", "US", "IT", "polish", "Ctrl+C", "%s", "{name}", "`Git`", "Moscow", "README.md",
    "10 kB/s", "a", "B", "v2.1", "ISS", "x²", "20 °C", "№ 7", "<b>", "$HOME", "Straße",
]  # fmt: skip
WORDS = st.sampled_from([*ORDINARY, *TELLING])
SENTENCES = st.tuples(
    st.lists(WORDS, min_size=1, max_size=7).map(" ".join), st.sampled_from([".", "!", "?", "…", ""])
)
TEXTS = st.lists(SENTENCES.map("".join), min_size=1, max_size=3).map(" ".join)
PROSE = st.lists(
    st.lists(st.sampled_from(ORDINARY), min_size=3, max_size=7).map(lambda words: " ".join(words) + "!"),
    min_size=1,
    max_size=3,
)


class TestACapitalCounts:
    """Law: one letter in the other case is another text, but for the first one of a sentence of ordinary words."""

    @settings(max_examples=tries(300))
    @given(text=TEXTS, data=st.data())
    def test_a_capital_counts(self, text: str, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(text) - 1))
        swapped = text[place].swapcase()
        assume(swapped != text[place])
        other = text[:place] + swapped + text[place + 1 :]
        begins_sentence = not text[:place].strip("\"'“") or text[:place].rstrip()[-1:] in (*".!?…",)
        if begins_sentence and wording(text) == wording(other):
            word, *rest = text[place:].split()
            assert rest, "a label"
            assert len(word) > 1, "a letter of its own"
            assert word[1:].islower(), "an acronym or a unit"
        else:
            assert wording(text) != wording(other)

    @given(text=TEXTS, data=st.data())
    def test_a_text_of_which_capitals_changed_is_fuzzy_and_comes_back(
        self, text: str, data: st.DataObject
    ) -> None:
        other = data.draw(st.sampled_from([text.upper(), text.lower(), text.title(), text.swapcase()]))
        old = Message(msgid=text, msgstr=("vertaling",))
        assume(wording(text) != wording(other))
        (changed, *_) = once = merge([old], [Message(msgid=other)], ("en", "nl")).messages
        if any(changed.msgstr):
            assert changed.fuzzy
            assert changed.previous is not None
            assert changed.previous.msgid == text
        assert merge(once, [Message(msgid=text)], ("en", "nl")).messages[0] == old


class TestAFinalLineBreakCounts:
    """Law: a text with a line break at its end is not the same text without it."""

    @given(text=TEXTS)
    def test_a_final_line_break_counts(self, text: str) -> None:
        assert len({wording(text), wording(f"{text}\n"), wording(f"\n{text}"), wording(f"{text}\n\n")}) == 4


class TestAWordCounts:
    """Law: a word that is added, left out or replaced makes another text."""

    @given(text=TEXTS, data=st.data())
    def test_a_word_counts(self, text: str, data: st.DataObject) -> None:
        words = text.split()
        place = data.draw(st.integers(0, len(words) - 1))
        other = data.draw(WORDS)
        assume(other.lower() != words[place].lower().rstrip(".!?…") and other.lower() != words[place].lower())
        for changed in (
            [*words[:place], other, *words[place + 1 :]],
            [*words[:place], *words[place + 1 :]],
            [*words[:place], other, *words[place:]],
        ):
            assert wording(" ".join(changed)) != wording(text)


class TestWhatIsTrivialIsTrivialInAnyOrder:
    """Law: blanks, wraps, the shape of quotation marks, Unicode forms and unseen characters change no wording."""

    @settings(max_examples=tries(300))
    @given(sentences=PROSE, data=st.data())
    def test_what_is_trivial_is_trivial_in_any_order(self, sentences: list[str], data: st.DataObject) -> None:
        text = '"' + " ".join(sentences) + "\" it's said"
        result = text
        for change in data.draw(st.lists(st.sampled_from(TRIVIAL), min_size=1, max_size=6)):
            result = change(result)
        assert wording(result) == wording(text)
        assert wording(wording(text)) == wording(text)


TRIVIAL = (
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: re.sub(r" +(?=the)", "\n", text),
    lambda text: re.sub(r"(?<=!) +(?=\w)", "\n", text),
    lambda text: text.replace('"', "“", 1).replace('"', "”"),
    lambda text: text.replace("'", "’"),
    lambda text: text.replace("’", "'"),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFC", text),
    lambda text: text.replace("crew", "cr\u00adew"),
    lambda text: text.replace("morning", "morn\u200bing"),
    lambda text: f"  {text} ",
    lambda text: text.replace("! nobody", "! Nobody"),
)
