"""Laws of `fix_names`, over sentences with planted names."""

import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.model import apply_edits
from l10n.names.recognition.consistency import fix_names, inconsistencies
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.recognition.occurrences import find_names
from l10n.names.registry.entries import FormStatus
from l10n.names.registry.reader import read_registry
from tests.conftest import tries

LOCALES = ("nl", "en", "ru")
REGISTRY = Path(__file__).parents[1] / "cases" / "names" / "registry.toml"
LEXICON = compile_lexicon(read_registry(REGISTRY.read_text(encoding="utf-8"), "names.toml", LOCALES), LOCALES)
SENSES = tuple(LEXICON.senses())
# words that are no names, in lower case, and what may stand between words
FILLERS = (
    "film",
    "en",
    "een",
    "the",
    "was",
    "и",
    "с",
    "к",
    "о",
    "на",
    "фильм",
    "über",
    "café",
    "е\u0308лка",
    "12",
)
GAPS = (
    " ",
    "\u00a0",
    "\n",
    "  ",
    ", ",
    ". ",
    " — ",
    " («",
    "») ",
    "-",
    "\n\n",
    "’s ",
    "' ",
    "\r\n",
    "! ",
    ": “",
)

locales = st.sampled_from(LOCALES)
names = st.sampled_from(sorted({sense.surface for sense in SENSES}))
tokens = st.one_of(
    names, names.map(str.upper), st.sampled_from(FILLERS), st.text("aKЮё’.`<>@/ \u0301", max_size=4)
)
texts = st.lists(st.tuples(tokens, st.sampled_from(GAPS)), max_size=8).map(
    lambda pairs: "".join(token + gap for token, gap in pairs)
)


class TestFixIsIdempotent:
    """Law: fixing again changes nothing, and no inconsistency with an edit is left."""

    @settings(max_examples=tries(150))
    @given(texts, locales)
    def test_fix_is_idempotent(self, text: str, locale: str) -> None:
        fixed, _ = fix_names(text, locale, LEXICON)
        assert all(finding.edit is None for finding in inconsistencies(fixed, locale, LEXICON))
        assert fix_names(fixed, locale, LEXICON) == (fixed, ())


class TestFixTouchesOnlyNames:
    """Law: nothing outside the names changes."""

    @settings(max_examples=tries(150))
    @given(texts, locales)
    def test_fix_touches_only_found_ranges(self, text: str, locale: str) -> None:
        findings = inconsistencies(text, locale, LEXICON)
        edits = [finding.edit for finding in findings if finding.edit]
        assert all(text[finding.start : finding.end] == finding.found for finding in findings)
        assert all(edit.start < edit.end for edit in edits)
        once = apply_edits(text, edits)
        fixed, applied = fix_names(text, locale, LEXICON)
        assert applied[: len(edits)] == tuple(finding for finding in findings if finding.edit)
        assert once == fixed or len(applied) > len(edits)

    @settings(max_examples=tries(50))
    @given(st.lists(st.sampled_from(FILLERS), max_size=12).map(" ".join), locales)
    def test_a_text_without_names_is_left_alone(self, text: str, locale: str) -> None:
        assert fix_names(text, locale, LEXICON) == (text, ())


class TestPlantedNamesAreFound:
    """Rule: every surface is found where it stands, and reported exactly when the locale does not allow it."""

    @settings(max_examples=tries(150))
    @given(st.lists(st.tuples(st.sampled_from(SENSES), st.sampled_from(FILLERS)), max_size=5), locales)
    def test_findings_are_the_planted_ones(self, planted: list[tuple[object, str]], locale: str) -> None:
        text, spans = "en", []
        for sense, filler in planted:
            surface = sense.surface  # type: ignore[attr-defined]
            spans.append((len(text) + 2, len(text) + 2 + len(surface)))
            text += f", {surface}; {filler}"
        occurrences = find_names(text, LEXICON)
        assert [(found.start, found.end) for found in occurrences] == spans
        allowed = (FormStatus.PREFERRED, FormStatus.ADMITTED)
        wrong = [found for found in occurrences if found.status(locale) not in allowed]
        findings = inconsistencies(text, locale, LEXICON)
        assert len(findings) == len(wrong)
        assert all(a.start <= b.start and b.end <= a.end for a, b in zip(wrong, findings, strict=True))


class TestOffsetsAreThoseOfTheText:
    """Rule: offsets are those of the text as given, composed or not."""

    @settings(max_examples=tries(100))
    @given(texts)
    def test_decomposing_moves_no_name(self, text: str) -> None:
        composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
        shown = [
            [
                unicodedata.normalize("NFC", some[found.start : found.end])
                for found in find_names(some, LEXICON)
            ]
            for some in (composed, decomposed)
        ]
        assert shown[0] == shown[1]

    @settings(max_examples=tries(100))
    @given(texts)
    def test_occurrences_are_ordered_and_apart(self, text: str) -> None:
        position = 0
        for found in find_names(text, LEXICON):
            assert position <= found.start < found.end <= len(text)
            position = found.end
