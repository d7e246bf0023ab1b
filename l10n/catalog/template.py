"""Documents to the template (`.pot`): one message per text, in source order."""

from collections.abc import Sequence

from l10n.catalog.catalog import Catalog, Message, MessageKey
from l10n.model import Document, Segment

_LONGEST_HEADING = 48
_Lines = tuple[str, ...]


def template(documents: Sequence[Document], domain: str) -> Catalog:
    """Return the catalog without translations that `documents` make; the caller puts a header before it.

    A text that occurs twice (same msgctxt and msgid) is one message, with a comment for each kind of place.
    Comments name places by heading and references name files, never line numbers: moving a paragraph must not
    change every catalog. Segments without text are no messages.
    """
    beside: dict[MessageKey, tuple[_Lines, _Lines]] = {}
    shared: dict[_Lines, _Lines] = {}  # most messages of a chapter have the same comments
    for document in documents:
        here = (document.path,)
        for segment in document.segments:
            if segment.msgid:
                key = (segment.msgctxt, segment.msgid)
                lines = (*_lines(segment.comment), place(segment))
                comments, references = beside.get(key, ((), ()))
                comments = tuple(dict.fromkeys((*comments, *lines)))
                references = tuple(dict.fromkeys((*references, *here))) if references else here
                beside[key] = shared.setdefault(comments, comments), references
    messages = tuple(
        Message(msgid=msgid, msgctxt=msgctxt, extracted_comments=comments, references=references)
        for (msgctxt, msgid), (comments, references) in beside.items()
    )
    return Catalog(locale=None, domain=domain, messages=messages)


def place(segment: Segment) -> str:
    """Return where a segment stands, for the translator: `paragraph in “Chapter one › The launch”`."""
    headings = " › ".join(_shorten(heading) for heading in segment.heading_path)
    return f"{segment.kind} in “{headings}”" if headings else str(segment.kind)


def _shorten(heading: str) -> str:
    """Return a heading on one line, cut behind a word when it is long."""
    text = " ".join(heading.split())
    if len(text) <= _LONGEST_HEADING:
        return text
    cut = text[:_LONGEST_HEADING]
    return f"{cut.rpartition(' ')[0] or cut} …"


def _lines(comment: str) -> list[str]:
    """Return a format's remark as comment lines."""
    lines = (" ".join(line.split()) for line in comment.replace("\r", "\n").split("\n"))
    return [line for line in lines if line]
