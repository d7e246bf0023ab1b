"""Laws of the checks: hostile text costs what its length costs, and an edit leaves nothing of its finding behind."""

import string
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.checks.comparison.fact_comparison import compare_facts
from l10n.checks.comparison.masking import masked
from l10n.checks.registry import CHECKS
from l10n.conventions.fact_reading import read_facts
from l10n.conventions.typography import departures
from l10n.formats.marks import html_marks, markdown_marks
from l10n.languages.packs import table, tags_with
from l10n.languages.prose_tables import count_sentences, doubled_words
from l10n.model import Edit, apply_edits
from tests.conftest import tries
from tests.unit.checks.subjects import LOCALES, lexicon, subject

LENGTHS = (1_000, 10_000, 100_000)
# what the patterns begin with, go on with, or look for the end of
PIECES = (
    "a", "1", " ", "\u00a0", "-", ".", ",", "/", "'",
    '"', "“", "«", "[", "<", "<a ", "&a", "%", "{", "`a", "**a", "_", "@",
    "a@", "a.", "1.", "1 ", "12:", "1 000", "http://", "](", "A", "IX", "... ", " - ", "twenty-", "drie", "1 km ", "$1",
    "5 mei ", "\ufffc", "a a ", "a  ",
)  # fmt: skip
# every key of `typography.toml` is in one of them; all the languages would take minutes
SET = ("en", "nl", "ru", "fr", "es", "zh", "he")
READERS: dict[str, Callable[[str], object]] = {
    "masking": masked,
    "facts": lambda text: [read_facts(text, language) for language in ("en", "nl", "ru")],
    "comparison": lambda text: compare_facts(text, f"{text} 7", "en", "nl"),
    "typography": lambda text: [list(departures(text, language)) for language in SET],
    "doubled words": lambda text: list(doubled_words(text, "en")),
    "sentences": lambda text: count_sentences(text, "ru"),
    "markup": lambda text: (html_marks(text), markdown_marks(text, frozenset())),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", PIECES)
def test_hostile_text_of_any_length_is_read(reader: str, piece: str) -> None:
    """A pattern that goes quadratic takes minutes for 100,000 characters: the limit of the whole run stops it."""
    for length in LENGTHS:
        READERS[reader](piece * (length // len(piece)))


def test_every_key_of_typography_is_read_with_hostile_text() -> None:
    keys = {key for language in tags_with("typography") for key in table(language, "typography")}
    assert keys == {key for language in SET for key in table(language, "typography")}


LETTERS = string.ascii_letters + "0123456789 .,:;-–—'\"’“”«»„“()…№°%$€\u00a0абвг"
texts = st.text(alphabet=st.sampled_from(LETTERS), max_size=60)


class TestTypography:
    @given(text=texts, language=st.sampled_from(sorted(tags_with("typography"))))
    @example(text='"a', language="en")
    @settings(max_examples=tries(200))
    def test_edits_lie_in_the_text_and_do_not_overlap(self, text: str, language: str) -> None:
        edits = [
            Edit(start=found.start, end=found.end, replacement=found.replacement)
            for found in departures(text, language)
            if found.replacement is not None
        ]
        assert all(0 <= edit.start <= edit.end <= len(text) for edit in edits)
        apply_edits(text, edits)

    @given(text=texts, language=st.sampled_from(sorted(tags_with("typography"))))
    @settings(max_examples=tries(200))
    def test_a_translation_equal_to_its_source_has_the_same_facts(self, text: str, language: str) -> None:
        assert compare_facts(text, text, "ru", "ru") == ()


@given(source=st.text(max_size=80), target=st.text(max_size=80), locale=st.sampled_from(LOCALES))
@settings(max_examples=tries(60))
def test_no_check_fails_on_any_text(source: str, target: str, locale: str) -> None:
    clean = "".join(sign for sign in source if sign.isprintable()) or "x"
    translated = "".join(sign for sign in target if sign not in "\0\x04" and not "\ud800" <= sign <= "\udfff")
    header = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))
    file = pofile.read(pofile.write(None, [header, Message(msgid=clean, msgstr=(translated,))]), "x.po")
    for path in ("source/x.txt", "source/x.md", "source/x.html"):
        for check in CHECKS.values():
            for finding in check.find(subject(path, locale, file, NAMES)):
                assert finding.code == check.code
                if finding.edit and finding.location.path == "x.po":
                    assert 0 <= finding.edit.start <= finding.edit.end <= len(translated)


NAMES = lexicon()
