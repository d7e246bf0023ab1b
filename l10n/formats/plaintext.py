"""Plain text: paragraphs between blank lines, and headings.

Left to the skeleton, and so back byte for byte: blank lines however many, the blanks around a paragraph
(indents, NBSP, form feeds), line endings of every kind, a byte-order mark, lines without a letter or a digit
(`* * *`). A form feed or U+2028 inside a paragraph is content: only CR, LF and CR LF end a line.
"""

import re
import textwrap
import unicodedata
from dataclasses import dataclass

from l10n.model import Document, LineIndex, Segment, SegmentKind

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SOFT_WRAP = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t]*")
_LINE_BREAK = re.compile(r"(?<!\s)\s*[\r\n]\s*")
_BYTE_ORDER_MARK = "\ufeff"
_LONGEST_HEADING = 120
_SENTENCE_END = frozenset(".!?:;,…)\"”’»“'。！？：；，、")


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text files as newsrooms send them."""

    name: str = "plain text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def parse(self, text: str, path: str) -> Document:
        """Return the document: each paragraph and each heading is a segment."""
        spans = _paragraphs(text)
        index = LineIndex(text)
        parts: list[str | Segment] = []
        headings: tuple[str, ...] = ()
        position = 0
        for number, (start, end) in enumerate(spans):
            if start > position:
                parts.append(text[position:start])
            raw = text[start:end]
            is_heading = number + 1 < len(spans) and _reads_as_heading(raw)
            msgid = _fold(raw)
            # The first heading is the title; the ones after it divide the text below it.
            above = headings[:1] if is_heading else headings
            parts.append(
                Segment(
                    msgid=msgid,
                    raw=raw,
                    location=index.location(path, start),
                    kind=SegmentKind.HEADING if is_heading else SegmentKind.PARAGRAPH,
                    heading_path=above,
                )
            )
            if is_heading:
                headings = (*above, msgid)
            position = end
        if position < len(text):
            parts.append(text[position:])
        return Document(path=path, parts=tuple(parts))

    def localized(self, segment: Segment, msgstr: str) -> str:
        """Return the translation on one line, or wrapped at the author's width where the author wrapped.

        A line break in the msgstr is a soft wrap, as in the source: it never makes a new paragraph.
        """
        folded = _LINE_BREAK.sub(" ", msgstr).strip()
        if msgstr == segment.msgid or not folded:
            return segment.raw
        lines = re.split(r"(\r\n|\r|\n)", segment.raw)
        if len(lines) == 1:
            return folded
        indent = re.match(r"[ \t]*", lines[2])
        wrapped = textwrap.wrap(
            folded,
            width=max(len(line) for line in lines[::2]),
            subsequent_indent=indent.group() if indent else "",
            break_long_words=False,
            break_on_hyphens=False,
            replace_whitespace=False,
            expand_tabs=False,
        )
        return lines[1].join(wrapped)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return start and end of each paragraph, without the blanks around it."""
    spans: list[tuple[int, int]] = []
    position = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
    start: int | None = None
    while position < len(text):
        line = _LINE.match(text, position)
        assert line is not None  # noqa: S101  # the pattern matches everywhere
        blank = not line.group().strip()
        if blank and start is not None:
            spans.append((start, position))
            start = None
        elif not blank and start is None:
            start = position
        position = line.end()
    if start is not None:
        spans.append((start, position))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span without blanks at its ends; None when there is nothing in it to translate."""
    raw = text[start:end]
    if not any(character.isalnum() for character in raw):
        return None
    return start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip()))


def _fold(raw: str) -> str:
    """Return the paragraph on one line: a soft wrap is one blank, and none between ideographs or kana."""
    pieces = _SOFT_WRAP.split(raw)
    folded = pieces[0]
    for piece in pieces[1:]:
        joined = _written_without_blanks(folded[-1:]) and _written_without_blanks(piece[:1])
        folded += piece if joined else f" {piece}"
    return folded


def _written_without_blanks(character: str) -> bool:
    wide = bool(character) and unicodedata.east_asian_width(character) in "WF"
    return wide and not unicodedata.name(character, "").startswith("HANGUL")


def _reads_as_heading(raw: str) -> bool:
    """Return whether a paragraph looks like a heading: one short line that does not end like a sentence."""
    one_short_line = len(raw) <= _LONGEST_HEADING and not re.search(r"[\r\n]", raw)
    return one_short_line and raw[-1] not in _SENTENCE_END and not raw[0].islower() and raw[0].isalnum()
