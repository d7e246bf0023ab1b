"""Documents from their segments: what stands between two of them is skeleton."""

from collections.abc import Iterable, Iterator

from l10n.formats.base import Format, YieldsParts
from l10n.model import Segment

Placed = tuple[int, Segment]


def woven(text: str, placed: Iterable[Placed]) -> Iterator[str | Segment]:
    """Yield the parts of a document: each segment, which begins at an offset of `text`, and what is between them."""
    position = 0
    for start, segment in placed:
        if start > position:
            yield text[position:start]
        yield segment
        position = start + len(segment.raw)
    if position < len(text):
        yield text[position:]


def parts_of(form: Format, text: str, path: str) -> Iterable[str | Segment]:
    """Return the parts of a document; they are made one by one where its format can do that.

    What a class yields is not what a class parses that is derived from it, and has only `parse` of its own.
    """
    parsing = next((kind for kind in type(form).__mro__ if "parse" in vars(kind)), None)
    if isinstance(form, YieldsParts) and parsing is not None and "parts" in vars(parsing):
        return form.parts(text, path)
    return form.parse(text, path).parts
