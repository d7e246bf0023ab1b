"""Equal texts that stand in different places, told apart where a project asks for it."""

from collections import defaultdict
from dataclasses import replace

from l10n.model import Document, Segment


def with_contexts(document: Document) -> Document:
    """Return the document with a msgctxt for each text that stands in places of different kind or headings.

    The context is the kind and the headings above, outermost first; never a line, so moving a paragraph below its
    heading changes nothing. A text that stands in one such place only, and one whose context its author has
    chosen, stay as they are.
    """
    places: defaultdict[str, set[str]] = defaultdict(set)
    for segment in document.segments:
        if segment.msgctxt is None:
            places[segment.msgid].add(_place(segment))
    if all(len(known) == 1 for known in places.values()):
        return document
    return replace(
        document,
        parts=tuple(
            replace(part, msgctxt=_place(part))
            if isinstance(part, Segment) and part.msgctxt is None and len(places[part.msgid]) > 1
            else part
            for part in document.parts
        ),
    )


def _place(segment: Segment) -> str:
    headings = " › ".join(" ".join(heading.split()) for heading in segment.heading_path)
    return f"{segment.kind}: {headings}" if headings else str(segment.kind)
