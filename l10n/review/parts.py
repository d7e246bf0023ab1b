"""A part of a large page: so many messages as a browser shows at once, and which of all are asked for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from l10n.review.page import Cell, Form, Page, Row, State

PART = 500  # messages of a part

_UNFINISHED = (State.UNTRANSLATED, State.FUZZY, State.ABSENT, State.UNREADABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody wants to see: which part of the messages that answer to all of this. Empty asks for any."""

    part: int = 1
    search: str = ""
    state: str = ""
    code: str = ""
    document: str = ""


ANYTHING = Asked()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The page with only the rows of this part: `number` of `count`; rows `first`…`last` of `found`, of all `total`."""

    page: Page
    number: int
    count: int
    first: int
    last: int
    found: int
    total: int


def part_of(page: Page, asked: Asked) -> Part | None:
    """Return the part of a page that is asked for, or the nearest there is; None when the page is small enough."""
    total = sum(document.size for document in page.documents)
    if total <= PART:
        return None
    found = [
        (place, row)
        for place, document in enumerate(page.documents)
        if asked.document in ("", str(document.number))
        for row in document.rows
        if _answers(row, asked)
    ]
    count = max(1, -(-len(found) // PART))
    number = min(max(1, asked.part), count)
    first = (number - 1) * PART
    chosen = found[first : first + PART]
    rows: dict[int, list[Row]] = {}
    for place, row in chosen:
        rows.setdefault(place, []).append(row)
    documents = tuple(replace(page.documents[place], rows=tuple(some)) for place, some in rows.items())
    return Part(
        page=replace(page, documents=documents),
        number=number,
        count=count,
        first=first + bool(chosen),
        last=first + len(chosen),
        found=len(found),
        total=total,
    )


def _needs_attention(row: Row) -> bool:
    return bool(row.findings) or row.is_gone or any(_is_open(cell) for cell in row.cells)


def _is_open(cell: Cell) -> bool:
    return cell.state in _UNFINISHED or bool(cell.findings)


def _with_state(*states: State) -> Callable[[Row], bool]:
    return lambda row: any(cell.state in states for cell in row.cells)


_STATES: Mapping[str, Callable[[Row], bool]] = {
    "attention": _needs_attention,
    "finding": lambda row: bool(row.findings) or any(cell.findings for cell in row.cells),
    "changed": lambda row: any(cell.changes for cell in row.cells),
    "gone": lambda row: row.is_gone,
    "untranslated": _with_state(State.UNTRANSLATED, State.ABSENT),
    "fuzzy": _with_state(State.FUZZY),
    "translated": lambda row: all(cell.state is State.TRANSLATED for cell in row.cells),
}


def _answers(row: Row, asked: Asked) -> bool:
    if asked.state in _STATES and not _STATES[asked.state](row):
        return False
    findings = chain(row.findings, *(cell.findings for cell in row.cells))
    if asked.code and not any(finding.code == asked.code for finding in findings):
        return False
    sought = asked.search.strip().casefold()
    return not sought or any(sought in text.casefold() for text in _texts(row))


def _texts(row: Row) -> Iterator[str]:
    """Yield what a row says: its texts, comments and findings."""
    for form in chain(row.forms, *(cell.forms for cell in row.cells)):
        yield _text(form)
    for cell in row.cells:
        yield from cell.comments
    for finding in chain(row.findings, *(cell.findings for cell in row.cells)):
        yield finding.message


def _text(form: Form) -> str:
    return "".join(mark.text for mark in form.marks)
