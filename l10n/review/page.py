"""What the review page shows, as values: documents of rows, rows of cells, cells of marked text."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from l10n.catalog.catalog import MessageKey
from l10n.catalog.differences import Piece
from l10n.catalog.statistics import Statistics
from l10n.model import Finding
from l10n.names import NameEntry
from l10n.review.progress import History


def identify(*words: str | None) -> str:
    """Return what tells these words from any others, in hexadecimal digits: an id that says nothing itself."""
    return hashlib.sha256(json.dumps(words).encode("ascii")).hexdigest()[:24]


class State(StrEnum):
    """What a translation counts as."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"
    ABSENT = "absent"  # the catalog does not have the text yet: `l10n extract` has not run
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of a text that is shown in one way; joined, the `text` of all marks is the text.

    `name` is the number of a registered name on the page; `suggestion` what a finding would write here; `invisible`
    says what a character is that nobody would see (`RIGHT-TO-LEFT OVERRIDE`), and `shown` what stands for it.
    """

    text: str
    shown: str
    name: int | None = None
    suggestion: str | None = None
    invisible: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One msgstr of a message; `label` tells plural forms apart."""

    marks: tuple[Mark, ...]
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A message in one locale. `changes` are the words of its source that are new or gone since it was translated."""

    state: State
    location: str = ""
    forms: tuple[Form, ...] = ()
    changes: tuple[Piece, ...] = ()
    comments: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A message: its source, and a cell for each locale of the page. `number` is unique on the page, from 1 on.

    `key` is that of the message; `id` stays the same as long as the message does, and has no letter of its texts.
    """

    number: int
    kind: str
    location: str
    forms: tuple[Form, ...]
    context: str = ""
    key: MessageKey = (None, "")
    id: str = ""
    is_gone: bool = False
    findings: tuple[Finding, ...] = ()
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One document: its rows in source order, those whose source is gone last; findings that belong to no row."""

    number: int
    path: str
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()
    statistics: Mapping[str, Statistics] = field(default_factory=dict, hash=False)

    @property
    def size(self) -> int:
        """The number of rows."""
        return len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A locale of the page: its name in English, and what HTML calls its language and direction."""

    locale: str
    label: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCard:
    """A registered name that stands on the page, the colour it has everywhere, and where its entry is."""

    entry: NameEntry
    colour: int
    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read; the rest of the page is there all the same."""

    what: str
    where: str = ""
    why: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What the top of a page tells of one document: `size` is the number of its rows."""

    number: int
    path: str
    size: int
    statistics: Mapping[str, Statistics] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What the top of a page tells of all of it: how many findings it has, and their codes, sorted."""

    documents: tuple[Outline, ...]
    found: int
    codes: tuple[str, ...]

    @property
    def size(self) -> int:
        """The number of rows."""
        return sum(document.size for document in self.documents)

    @property
    def words(self) -> int:
        """The number of words in all sources."""
        counted = (next(iter(document.statistics.values()), None) for document in self.documents)
        return sum(statistics.words_total for statistics in counted if statistics)


def whole_of(documents: tuple[Outline, ...], findings: Iterable[Finding]) -> Whole:
    """Return what the top of a page with these documents and findings tells."""
    codes = Counter(finding.code for finding in findings)
    return Whole(documents=documents, found=codes.total(), codes=tuple(sorted(codes)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole page. `findings` are those about no document; `histories` one per column, or none at all.

    Without `is_checked` nobody has looked for findings yet.
    """

    title: str
    source: Column
    columns: tuple[Column, ...]
    documents: tuple[DocumentView, ...] = ()
    names: tuple[NameCard, ...] = ()
    problems: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()
    histories: tuple[History, ...] = ()
    is_checked: bool = True

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Every finding on the page."""
        found = list(self.findings)
        for document in self.documents:
            found += document.findings
            for row in document.rows:
                found += row.findings
                for cell in row.cells:
                    found += cell.findings
        return tuple(found)

    @property
    def whole(self) -> Whole:
        """What its top tells."""
        outlines = (
            Outline(number=one.number, path=one.path, size=one.size, statistics=one.statistics)
            for one in self.documents
        )
        return whole_of(tuple(outlines), self.all_findings)
