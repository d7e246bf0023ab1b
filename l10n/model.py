"""The values that cross packages. All are frozen; offsets are 0-based code points, end exclusive."""

import bisect
import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place in a file of the project: `path` relative to its root with `/`; line and column 1-based."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return `path:line:column`, shorter where the line or the column is not known."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Replace `text[start:end]` by `replacement`."""

    start: int
    end: int
    replacement: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with all `edits` applied; their offsets are those of `text`.

    Raises ValueError when two edits overlap: the caller has to choose, not we.
    """
    pieces: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < position:
            raise ValueError(f"overlapping edits at offset {edit.start}")
        pieces += (text[position : edit.start], edit.replacement)
        position = edit.end
    return "".join([*pieces, text[position:]])


class Severity(StrEnum):
    """How bad a finding is, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def is_at_least(self, other: "Severity") -> bool:
        """Return whether it is as bad as `other`, or worse."""
        worst_first = tuple(Severity)
        return worst_first.index(self) <= worst_first.index(other)


FAIL_ON = (
    Severity.WARNING
)  # what makes `l10n check` answer 1, and what is worse, unless a project says otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What looking has found: `code` (kebab-case, stable), a sentence, a place, and why.

    `edit` fixes it where that is safe; its offsets are those of the text looked at (a msgstr, a source).
    `because` holds the steps of the reasoning, each of which can be replayed.
    """

    code: str
    message: str
    location: Location
    severity: Severity = Severity.ERROR
    hint: str = ""
    edit: Edit | None = None
    because: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return `path:line:column: CODE message`."""
        return f"{self.location}: {self.code} {self.message}"


class SegmentKind(StrEnum):
    """What a segment is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    TABLE_CELL = "table cell"
    TERM = "term"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"
    TITLE = "title"  # of an admonition, or of the target of a link
    FRONT_MATTER = "front matter"
    TEXT = "text"  # between the tags of raw HTML
    CAPTION = "caption"
    CODE_BLOCK = "code block"
    ATTRIBUTE = "attribute"  # of a tag
    PAGE_TITLE = "page title"
    SUBTITLE = "subtitle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A translatable piece of a document.

    `raw` is the exact slice of the document, `msgid` its text as the translator sees it. `heading_path` are
    the headings above it, outermost first. `location` is that of the first character of `raw`.
    `prefix` is what each further line of it begins with (an indent, a quote marker); None where the text has
    to stay on one line, or where its format has no such prefix. `labels` are those its document defines targets
    for: a translation that uses one of them in brackets makes a link.
    """

    msgid: str
    raw: str
    location: Location
    kind: SegmentKind = SegmentKind.PARAGRAPH
    heading_path: tuple[str, ...] = ()
    msgctxt: str | None = None
    comment: str = ""
    prefix: str | None = None
    labels: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Keep a text that is both once: a large document is mostly that."""
        if self.raw == self.msgid:
            object.__setattr__(self, "raw", self.msgid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text as verbatim skeleton (`str`) and segments.

    Laws (tests/properties): joined raw parts equal the text; replacing each segment by its raw gives the
    text; replacing segments keeps the skeleton.
    """

    path: str
    parts: tuple[str | Segment, ...]

    @property
    def text(self) -> str:
        """The whole text, as it was given."""
        return self.replace(lambda segment: segment.raw)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The segments in document order."""
        return tuple(part for part in self.parts if isinstance(part, Segment))

    def replace(self, text_for: Callable[[Segment], str]) -> str:
        """Return the text in which `text_for(segment)` stands in the place of each segment."""
        return "".join(part if isinstance(part, str) else text_for(part) for part in self.parts)


_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE_FEED = re.compile("\n")  # found four times as fast as one of several


class LineIndex:
    """Turns offsets of a text into lines and columns; a line ends with LF, CR LF or CR alone."""

    def __init__(self, text: str) -> None:
        line_end = _LINE_END if "\r" in text else _LINE_FEED
        self._starts = array("q", (0,))  # a list takes five times the memory
        self._starts.extend(map(re.Match.end, line_end.finditer(text)))

    def location(self, path: str, offset: int) -> Location:
        """Return the location in `path` of the code point at `offset`."""
        line = bisect.bisect_right(self._starts, offset)
        return Location(path=path, line=line, column=offset - self._starts[line - 1] + 1)
