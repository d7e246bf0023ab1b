"""Documents from their segments: what stands between two of them is skeleton."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from l10n.formats.base import Format, YieldsParts
from l10n.model import LineIndex, Segment, SegmentKind

_SHORT = 12  # characters
_FEW = 2_000


class Stretch(NamedTuple):
    """A piece of a text that a translator is asked about: its place, and what the segment says it becomes."""

    start: int
    end: int
    msgid: str
    kind: SegmentKind
    prefix: str | None = None
    heading_path: tuple[str, ...] = ()
    msgctxt: str | None = None
    comment: str = ""


def woven(text: str, path: str, found: Iterable[Stretch]) -> Iterator[str | Segment]:
    """Yield the parts of a document: a segment for each stretch, without `labels`, and what is between them."""
    index = LineIndex(text)
    position = 0
    known: dict[str, str] = {}  # what stands between cells, and in them, is the same a million times
    for stretch in found:
        if stretch.start > position:
            yield _once(text[position : stretch.start], known)
        yield Segment(
            msgid=_once(stretch.msgid, known),
            raw=text[stretch.start : stretch.end],
            location=index.location(path, stretch.start),
            kind=stretch.kind,
            heading_path=stretch.heading_path,
            msgctxt=stretch.msgctxt,
            comment=stretch.comment,
            prefix=stretch.prefix,
        )
        position = stretch.end
    if position < len(text):
        yield text[position:]


def _once(text: str, known: dict[str, str]) -> str:
    """Return a short text as the object it was before."""
    if len(text) > _SHORT or len(known) > _FEW:
        return text
    return known.setdefault(text, text)


def parts_of(form: Format, text: str, path: str) -> Iterable[str | Segment]:
    """Return the parts of a document; they are made one by one where its format can do that.

    What a class yields is not what a class parses that is derived from it, and has only `parse` of its own.
    """
    parsing = next((kind for kind in type(form).__mro__ if "parse" in vars(kind)), None)
    if isinstance(form, YieldsParts) and parsing is not None and "parts" in vars(parsing):
        return form.parts(text, path)
    return form.parse(text, path).parts
