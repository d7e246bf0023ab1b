"""Documents to the template (`.pot`): one message per text, in source order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from l10n.catalog.catalog import Catalog, Message, MessageKey
from l10n.model import Segment

_LONGEST_HEADING = 48
_MOST_COMMENTS = 20  # lines; the head of a column that a hundred tables have needs no more
_ELSEWHERE = "and in other places"
_Lines = tuple[str, ...]


def template(segments: Iterable[Segment], domain: str, *, with_lines: bool = False) -> Catalog:
    """Return the catalog without translations that `segments` make; the caller puts a header before it.

    A text that occurs twice (same msgctxt and msgid) is one message, with a comment for each kind of place, as far as
    that helps to translate it. Comments name places by heading and references name files, `with_lines` with the first
    line of each place; without, moving a paragraph does not change every catalog. Segments without text are no
    messages.
    """
    messages: dict[MessageKey, Message] = {}
    shared: dict[_Lines, _Lines] = {}  # most messages of a chapter have the same comments and references
    again: dict[MessageKey, dict[str, None]] = {}  # the references of texts that occur more than once
    for segment in segments:
        if not segment.msgid:
            continue
        key = (segment.msgctxt, segment.msgid)
        reference = _reference(segment, with_line=with_lines)
        known = messages.get(key)
        comments = _comments(segment, known.extracted_comments if known else ())
        comments = shared.setdefault(comments, comments)
        if known is None:
            messages[key] = Message(
                msgid=segment.msgid,
                msgctxt=segment.msgctxt,
                extracted_comments=comments,
                references=shared.setdefault((reference,), (reference,)),
            )
        else:
            again.setdefault(key, dict.fromkeys(known.references))[reference] = None
            messages[key] = replace(known, extracted_comments=comments)
    for key, references in again.items():
        messages[key] = replace(messages[key], references=tuple(references))
    return Catalog(locale=None, domain=domain, messages=tuple(messages.values()))


def _reference(segment: Segment, *, with_line: bool) -> str:
    place = segment.location
    return f"{place.path}:{place.line}" if with_line else place.path


def _comments(segment: Segment, known: _Lines) -> _Lines:
    """Return the comments of a text that stands in one more place, behind those it has."""
    where = place_of(segment) if len(known) < _MOST_COMMENTS else _ELSEWHERE
    new = tuple(line for line in dict.fromkeys((*_lines(segment.comment), where)) if line not in known)
    return (*known, *new) if new else known


def place_of(segment: Segment) -> str:
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


def new_texts(wanted: Iterable[Message], old: Iterable[Message]) -> Iterator[Message]:
    """Yield the messages of a template whose text a catalog has never had, in whatever context; no plural ones."""
    known = {message.msgid for message in old}
    for message in wanted:
        if message.msgid and message.msgid not in known and message.msgid_plural is None:
            yield message
