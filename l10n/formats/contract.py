"""The laws of every format, to be held against a text: for our own formats and for those of others.

In the tests of a package with a format: `assert broken_laws(MyFormat(), text) == ()` for texts of all kinds.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from l10n.formats.base import Format
from l10n.formats.weaving import parts_of
from l10n.model import Document, Segment

MARK = "⟧"
# Put in the place of every text: what might end a line, a paragraph, a tag, a code block, or begin one.
HOSTILE = (
    "x",
    "x\n\ny",
    "x\r\n\r\ny\n",
    "- x",
    "# x",
    "> x",
    "```\nx",
    "<b>x",
    "</p>x<p>",
    "x -->",
    "x\" y='z",
    "x | y",
    "x\\",
    "1\n00:00:01,000 --> 00:00:02,000\nx",
    "\tx\u2028y\x0b",
)


def broken_laws(form: Format, text: str) -> tuple[str, ...]:
    """Return the laws that `form` breaks with `text`, one sentence each; () when it keeps them all."""
    return tuple(_broken(form, text))


def _broken(form: Format, text: str) -> Iterator[str]:
    if not form.suffixes or any(suffix != suffix.lower() or suffix[:1] != "." for suffix in form.suffixes):
        yield "suffixes are lower case and begin with a dot"
        return
    path = f"source/x{form.suffixes[0]}"
    document = form.parse(text, path)
    if document.text != text:
        yield "the parts of a document joined are its text"
        return
    if form.parse(text, path) != document:
        yield "parsing a text twice gives the same document"
    if _without_labels(parts_of(form, text, path)) != _without_labels(document.parts):
        yield "the parts it yields are those of its document"
    if _rendered(form, document, lambda msgid: msgid) != text:
        yield "texts translated by themselves give the text"
    if not all(segment.raw and segment.msgid for segment in document.segments):
        yield "a segment has a text"
    elif not all(_is_placed(segment, text, path) for segment in document.segments):
        yield "a location is that of the first character of its segment"
    marked = _rendered(form, document, lambda msgid: f"{msgid}{MARK}")
    if marked.count(MARK) - text.count(MARK) != len(document.segments):
        yield "what is put behind a translation appears once for each segment"
    for hostile in HOSTILE:
        again = form.parse(_rendered(form, document, lambda _, msgstr=hostile: msgstr), path)  # type: ignore[misc]
        if len(again.segments) != len(document.segments):
            yield f"no translation changes the number of segments, and {hostile!r} does"


def _without_labels(parts: Iterable[str | Segment]) -> list[str | Segment]:
    return [part if isinstance(part, str) else replace(part, labels=frozenset()) for part in parts]


def _rendered(form: Format, document: Document, msgstr: Callable[[str], str]) -> str:
    return document.replace(lambda segment: form.localized(segment, msgstr(segment.msgid)))


def _is_placed(segment: Segment, text: str, path: str) -> bool:
    place = segment.location
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if place.path != path or not place.line or not place.column or place.line > len(lines):
        return False
    return lines[place.line - 1][place.column - 1 : place.column] == segment.raw[0]
