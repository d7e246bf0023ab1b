"""Right translations of tests/cases/facts have no finding about facts, and each wrong one has."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.checks.base import Subject
from l10n.checks.registry import CHECKS
from l10n.formats import format_of
from l10n.model import Finding, Severity
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.registry.reader import read_registry

FOLDER = Path(__file__).parent.parent.parent / "cases" / "facts"
CODES = (
    *("number-mismatch", "time-mismatch", "date-mismatch", "unit-mismatch", "currency-mismatch"),
    *("decimal-separator", "acronym-mismatch", "length-ratio", "sentence-count", "end-punctuation"),
)
FEWEST = 120


def texts(kind: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield the languages, the source and the translation of each case that is `kind`: right or wrong."""
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            for text in case.get(kind, ()):
                yield (*case["pair"], case["source"], text)


RIGHT, WRONG = tuple(texts("right")), tuple(texts("wrong"))


def findings(source_locale: str, locale: str, source: str, text: str) -> list[Finding]:
    form = format_of("source/example.txt")
    assert form is not None
    header = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))
    messages = [header, Message(msgid=source, msgstr=(text,))]
    locales = (source_locale, locale)
    looked_at = Subject(
        document=form.parse(source, "source/example.txt"),
        form=form,
        source_locale=source_locale,
        locale=locale,
        catalog_name="locales/example.po",
        file=pofile.read(pofile.write(None, messages), "locales/example.po"),
        lexicon=compile_lexicon(read_registry("", "locales/names.toml", locales), locales),
    )
    found = [finding for code in CODES for finding in CHECKS[code].find(looked_at)]
    return [one for one in found if one.severity is not Severity.INFO]


def test_there_are_enough_of_both() -> None:
    assert len(RIGHT) >= FEWEST
    assert len(WRONG) >= FEWEST


@pytest.mark.parametrize(("source_locale", "locale", "source", "text"), RIGHT)
def test_right_text_has_no_finding(source_locale: str, locale: str, source: str, text: str) -> None:
    assert list(map(str, findings(source_locale, locale, source, text))) == []


@pytest.mark.parametrize(("source_locale", "locale", "source", "text"), WRONG)
def test_wrong_text_has_a_finding(source_locale: str, locale: str, source: str, text: str) -> None:
    assert findings(source_locale, locale, source, text)
