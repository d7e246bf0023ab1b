"""Plain text: paragraphs between blank lines, headings, lists and indented blocks.

Left to the skeleton, and so back byte for byte: blank lines however many, the blanks around a paragraph
(indents, NBSP, form feeds), the marks of list items, line endings of every kind, a byte-order mark, lines without a
letter or a digit (`* * *`). A form feed or U+2028 inside a paragraph is content: only CR, LF and CR LF end a line.

A line that begins with a bullet begins a list item, and so does one with a number where a list has begun or begins
with 1: a paragraph may wrap before any other number. An indented block with columns, or with indents of its own,
keeps its lines.
"""

import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from l10n.formats.folding import fold
from l10n.formats.weaving import Stretch, woven
from l10n.model import Document, Segment, SegmentKind

_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<text>[^\r\n]*)(?:\r\n|\r|\n|\Z)")
_SOFT_WRAP = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t]*")
_LINE_BREAK = re.compile(r"(?<!\s)\s*[\r\n]\s*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARK = "\ufeff"
_LONGEST_HEADING = 120
_SENTENCE_END = frozenset(".!?:;,…)\"”’»“'。！？：；，、")
# A dash is none: it begins a line of a dialogue.
_MARK = re.compile(r"[ \t]*(?:[-*+•‣◦▪●○]|(?P<number>\d{1,3})[.)])(?:[ \t]+(?=\S)|(?=[ \t]*(?:[\r\n]|\Z)))")
_MAY_BE_MARK = frozenset("-*+•‣◦▪●○0123456789")
# Blanks between words that no sentence ends before: columns.
_COLUMNS = re.compile(r"[^\s.!?:;…\"”»)](?:[ ]{2,}|[ ]*\t[ \t]*)[^\s]")
_INDENT = re.compile(r"[ \t]*")


class _Block(NamedTuple):
    """A paragraph or a list item: where its text is, and where the line begins that it begins on."""

    start: int
    end: int
    line: int
    is_item: bool = False
    is_numbered: bool = False
    follows_blank: bool = True


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text files as newsrooms send them."""

    name: str = "plain text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def parse(self, text: str, path: str) -> Document:
        """Return the document: each paragraph, list item, heading and indented block is a segment."""
        return Document(path=path, parts=tuple(self.parts(text, path)))

    def parts(self, text: str, path: str) -> Iterator[str | Segment]:
        """Yield the parts of the document."""
        return woven(text, path, _stretches(text))

    def localized(self, segment: Segment, msgstr: str) -> str:
        """Return the translation on one line, or wrapped at the author's width where the author wrapped.

        A line break in the msgstr is a soft wrap, as in the source: it never makes a new paragraph or list item. Only
        the lines of a block with columns are its translator's.
        """
        if msgstr == segment.msgid or not msgstr.strip():
            return segment.raw
        if "\n" in segment.msgid:
            return _preformatted(segment.raw, msgstr)
        folded = _LINE_BREAK.sub(" ", msgstr).strip()
        lines = re.split(r"(\r\n|\r|\n)", segment.raw)
        if len(lines) == 1:
            return folded
        indent = _indent(lines[2])
        wrapped = textwrap.wrap(
            folded,
            width=max(len(line) for line in lines[::2]),
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
            replace_whitespace=False,
            expand_tabs=False,
        )
        return lines[1].join(_without_marks(wrapped))

    def body(self, text: str) -> tuple[int, int]:
        """Return where the text begins, behind a byte-order mark, and ends."""
        return len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0, len(text)

    def behind_heading(self, text: str, end: int) -> int:
        """Return where the line below the heading begins."""
        line = _LINE.match(text, end)
        return line.end() if line else len(text)

    def marked(self, segment: Segment, localized: str, notice: str, before: str) -> str:  # noqa: ARG002
        """Return the text behind the notice in square brackets."""
        return f"[{notice}] {localized}"


def _stretches(text: str) -> Iterator[Stretch]:
    found = (_trim(text, block) for block in _numbered(text, list(_blocks(text))))
    blocks = [block for block in found if block]
    base = _base_indent(blocks)
    headings: tuple[str, ...] = ()
    column = -1  # of the text of the list item above
    for number, block in enumerate(blocks):
        raw = text[block.start : block.end]
        indent = block.start - block.line
        column = indent if block.is_item else column if indent >= column > 0 else -1
        kind = SegmentKind.LIST_ITEM if column > 0 else SegmentKind.PARAGRAPH
        if kind is SegmentKind.PARAGRAPH and indent > base + 1:
            kind = SegmentKind.QUOTE
        elif kind is SegmentKind.PARAGRAPH and number + 1 < len(blocks) and _reads_as_heading(raw):
            kind = SegmentKind.HEADING
        msgid = _msgid(raw, indent)
        # The first heading is the title; the ones after it divide the text below it.
        above = headings[:1] if kind is SegmentKind.HEADING else headings
        yield Stretch(block.start, block.end, msgid, kind, heading_path=above)
        if kind is SegmentKind.HEADING:
            headings = (*above, msgid)


def _blocks(text: str) -> Iterator[_Block]:
    """Yield the paragraphs and list items, with the blanks around them."""
    position = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
    block: _Block | None = None
    after_blank = True
    while position < len(text):
        line = _LINE.match(text, position)
        assert line is not None  # noqa: S101  # the pattern matches everywhere
        written = line["text"]
        if not written or written.isspace():
            if block:
                yield block._replace(end=position)
            block, after_blank = None, True
        else:
            mark = _MARK.match(text, position) if written[0] in _MAY_BE_MARK else None
            if mark and block and mark["number"] not in {None, "1"} and not block.is_numbered:
                mark = None
            if block and mark:
                yield block._replace(end=position)
            if mark or not block:
                block = _Block(
                    start=mark.end() if mark else position,
                    end=position,
                    line=position,
                    is_item=mark is not None,
                    is_numbered=mark is not None and mark["number"] is not None,
                    follows_blank=after_blank,
                )
            after_blank = False
        position = line.end()
    if block:
        yield block._replace(end=position)


def _numbered(text: str, blocks: list[_Block]) -> Iterator[_Block]:
    """Yield the blocks; a heading with a number that stands alone (`1. Introduction`) is no list item."""
    for number, block in enumerate(blocks):
        near = [*blocks[max(number - 1, 0) : number], *blocks[number + 1 : number + 2]]
        in_list = not block.is_numbered or any(one.is_numbered for one in near)
        if not in_list and block.follows_blank and _reads_as_heading(text[block.start : block.end].strip()):
            yield block._replace(start=block.line, is_item=False)
        else:
            yield block


def _trim(text: str, block: _Block) -> _Block | None:
    """Return the block without blanks at its ends; None when there is nothing in it to translate."""
    raw = text[block.start : block.end]
    if not any(map(str.isalnum, raw)):
        return None
    return block._replace(
        start=block.start + len(raw) - len(raw.lstrip()), end=block.start + len(raw.rstrip())
    )


def _base_indent(blocks: list[_Block]) -> int:
    """Return how far most paragraphs of the text are indented."""
    indents = Counter(block.start - block.line for block in blocks if not block.is_item)
    return max(indents, key=lambda indent: (indents[indent], -indent), default=0)


def _msgid(raw: str, indent: int) -> str:
    if "\n" not in raw and "\r" not in raw:
        return raw
    return _lines(raw) if indent and _is_preformatted(raw) else fold(_SOFT_WRAP.split(raw))


def _is_preformatted(raw: str) -> bool:
    """Return whether the lines of a block are part of what it says: all indented, in columns or steps."""
    first, *rest = _LINE_END.split(raw)
    indents = [_indent(line) for line in rest]
    columns = [line for line in (first, *rest) if _COLUMNS.search(line)]
    return all(indents) and (len(columns) > 1 or len(set(indents)) > 1)


def _lines(raw: str) -> str:
    return "\n".join(line.strip(" \t") for line in _LINE_END.split(raw))


def _preformatted(raw: str, msgstr: str) -> str:
    """Return the lines of the translation, each with the indent of that line of the source."""
    line_end = _LINE_END.search(raw)
    first, *rest = _LINE_END.split(raw)
    indents = ["", *(_indent(line) for line in rest)]
    lines = _without_marks([line.strip() for line in _LINE_END.split(msgstr) if line.strip()])
    indents += indents[-1:] * (len(lines) - len(indents))
    written = [indent + line for indent, line in zip(indents, lines, strict=False)]
    return (line_end[0] if line_end else "\n").join(written) or first


def _without_marks(lines: list[str]) -> list[str]:
    """Return the lines; one that would begin a list item goes on behind the line before it."""
    kept: list[list[str]] = []
    for line in lines:
        if kept and _MARK.match(line):
            kept[-1].append(line.strip())
        else:
            kept.append([line])
    return [" ".join(pieces) for pieces in kept]


def _indent(line: str) -> str:
    found = _INDENT.match(line)
    return found[0] if found else ""


def _reads_as_heading(raw: str) -> bool:
    """Return whether a paragraph looks like a heading: one short line that does not end like a sentence."""
    one_short_line = 0 < len(raw) <= _LONGEST_HEADING and not _LINE_END.search(raw)
    return one_short_line and raw[-1] not in _SENTENCE_END and not raw[0].islower() and raw[0].isalnum()
