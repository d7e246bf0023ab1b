"""What a check has seen in one text, before it is known where that text stands; and the findings made of it.

A reader of translations gets a `Pair`, a reader of prose one text at a time: the translation, or the source, which
is looked at once for all locales. Each reader reads a text once for all of its codes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from l10n.checks.base import Subject
from l10n.checks.comparison.masking import masked
from l10n.checks.comparison.pairs import Pair, SubjectKey, pairs
from l10n.model import Document, Edit, Finding, Severity

_MOST_DOCUMENTS = 200  # whose findings are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What is wrong in a text, and at which code point (None: something is not there)."""

    code: str
    message: str
    start: int | None = None
    severity: Severity = Severity.ERROR
    hint: str = ""
    edit: Edit | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """A text to lint: as it is, and with all that is no prose masked. `other` is its source, "" for a source.

    `quotation_marks` are those of the house, "" for those of the language. `is_straight`: the whole source quotes with
    the straight marks of typewriters.
    """

    text: str
    prose: str
    language: str
    other: str = ""
    quotation_marks: str = ""
    is_straight: bool = False


PairReader = Callable[[Pair, Subject], Iterable[Slip]]
ProseReader = Callable[[Prose], Iterable[Slip]]
Finder = Callable[[str], Callable[[Subject], Iterable[Finding]]]


def of_translations(read: PairReader) -> Finder:
    """Return what makes of a code what finds the slips with it that `read` sees in translations."""

    @lru_cache(maxsize=2)
    def by_code(key: SubjectKey) -> Mapping[str, list[Finding]]:
        subject = key.subject
        return _by_code(
            _placed(subject, pair, slip) for pair in pairs(subject) for slip in read(pair, subject)
        )

    return lambda code: lambda subject: by_code(SubjectKey(subject)).get(code, ())


def of_prose(read: ProseReader) -> Finder:
    """Return the same for what `read` sees in translations and, never as an error, in the source."""

    @lru_cache(maxsize=2)
    def by_code(key: SubjectKey) -> Mapping[str, list[Finding]]:
        subject = key.subject
        return _by_code((*_in_translations(subject, read), *_in_source(subject, read, sources)))

    # the subjects of all locales share their document: it is read once for all of them
    sources: dict[int, tuple[Document, tuple[Finding, ...]]] = {}

    return lambda code: lambda subject: by_code(SubjectKey(subject)).get(code, ())


def _in_translations(subject: Subject, read: ProseReader) -> Iterator[Finding]:
    language, house = subject.locale, subject.quotation_marks
    is_straight = _quotes_straight(subject.document)
    for pair in pairs(subject):
        prose = Prose(pair.target, pair.target_prose, language, pair.source, house, is_straight)
        for slip in read(prose):
            yield _placed(subject, pair, slip)


def _quotes_straight(document: Document) -> bool:
    """Tell whether a document has straight quotation marks in its prose, and no others."""
    texts = [one.msgid for one in document.segments]
    if any(mark in text for text in texts for mark in "“„«”»"):
        return False
    return any('"' in text and '"' in masked(text) for text in texts)


def _in_source(
    subject: Subject, read: ProseReader, known: dict[int, tuple[Document, tuple[Finding, ...]]]
) -> tuple[Finding, ...]:
    document, found = known.get(id(subject.document), (None, ()))
    if document is not subject.document:
        found = tuple(_source_findings(subject, read))
        if len(known) >= _MOST_DOCUMENTS:
            known.clear()
        known[id(subject.document)] = (subject.document, found)
    return found


def _source_findings(subject: Subject, read: ProseReader) -> Iterator[Finding]:
    for placed in subject.source_texts().values():
        for slip in read(Prose(placed.text, masked(placed.text), subject.source_locale)):
            yield Finding(
                code=slip.code,
                severity=Severity.WARNING if slip.severity is Severity.ERROR else slip.severity,
                message=slip.message,
                location=placed.locate(slip.start or 0),
                hint="this is in the source: correct it there, then run `l10n extract`",
                because=slip.because,
            )


def _placed(subject: Subject, pair: Pair, slip: Slip) -> Finding:
    return Finding(
        code=slip.code,
        severity=slip.severity,
        message=slip.message,
        location=subject.place(pair.message, pair.form, slip.start or 0),
        hint=slip.hint,
        edit=slip.edit,
        because=slip.because,
    )


def _by_code(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.code, []).append(finding)
    return found
