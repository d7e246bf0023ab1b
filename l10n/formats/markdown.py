"""Markdown, spliced: CommonMark, GFM, footnotes, definition lists, admonitions, front matter, raw HTML.

A segment is the inline text of one block: its inline markup stands verbatim in the msgid, soft wraps, quote
markers, list markers and indents do not. A hard break is a line end in the msgid. Left to the skeleton: code
blocks, link definitions but for their titles, rules, tags of raw HTML, texts without a letter or a digit outside
code and link targets.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.formats.base import Refused
from l10n.formats.frontmatter import UNTRANSLATABLE_KEYS, FrontMatter, read_front_matter
from l10n.formats.inline import markdown_spans
from l10n.formats.markup import refused_markup
from l10n.model import Document, LineIndex, Segment, SegmentKind

# The parsers of Markdown and YAML are imported where they are used: a project of plain text does without.
if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.markdown_texts import Text

_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Markdown:
    """Markdown as sites, books and wikis write it.

    `untranslatable_keys` are the keys of the front matter, lower case, whose values no reader sees.
    """

    name: str = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd")
    untranslatable_keys: frozenset[str] = UNTRANSLATABLE_KEYS

    def parse(self, text: str, path: str) -> Document:
        """Return the document: each text of a block, a cell or a value of the front matter is a segment."""
        from l10n.formats.markdown_texts import markdown_texts

        index = LineIndex(text)
        start = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
        matter = read_front_matter(text, start, self.untranslatable_keys)
        parts: list[str | Segment] = []
        position = 0
        body = matter.end if matter else start
        defined: set[str] = set()
        texts = [*_front_matter_texts(matter), *markdown_texts(text, body, defined)]
        labels = frozenset(defined)
        for found in texts:
            if found.start > position:
                parts.append(text[position : found.start])
            parts.append(
                Segment(
                    msgid=found.msgid,
                    raw=text[found.start : found.end],
                    location=index.location(path, found.start),
                    kind=found.kind,
                    heading_path=found.heading_path,
                    msgctxt=found.msgctxt,
                    comment=found.comment,
                    prefix=found.prefix,
                    labels=labels,
                )
            )
            position = found.end
        if position < len(text):
            parts.append(text[position:])
        return Document(path=path, parts=tuple(parts))

    def localized(self, segment: Segment, msgstr: str) -> str:
        """Return the translation as it may stand there: escaped, quoted and wrapped as its place needs it.

        It points to nothing its source does not point to (markdown_safety).
        """
        if msgstr == segment.msgid or not msgstr.strip():
            return segment.raw
        from l10n.formats.markdown_html import write_html_text
        from l10n.formats.markdown_writing import write_flow, write_line, write_link_title

        if segment.kind is SegmentKind.FRONT_MATTER:
            from l10n.formats.frontmatter_yaml import write_block, write_scalar

            if segment.prefix is not None:
                return write_block(segment.raw, segment.msgid, msgstr, segment.prefix)
            return write_scalar(segment.raw, msgstr)
        if segment.kind is SegmentKind.TEXT:
            return write_html_text(segment, msgstr)
        if segment.kind is SegmentKind.TITLE and segment.raw[:1] in ('"', "'", "("):
            return write_link_title(segment, msgstr)
        return write_line(segment, msgstr) if segment.prefix is None else write_flow(segment, msgstr)

    def markup(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the spans of a msgid that are no words."""
        return markdown_spans(text)

    def refused(self, segment: Segment, msgstr: str) -> tuple[Refused, ...]:
        """Return the links, images, addresses and tags of `msgstr` that its msgid does not have."""
        from l10n.formats.markdown_safety import refused

        if msgstr == segment.msgid or segment.kind is SegmentKind.FRONT_MATTER:
            return ()
        if segment.kind is SegmentKind.TEXT:
            return refused_markup(segment.msgid, msgstr)
        return tuple(
            Refused(offset=found.start, text=found.target, why="the source text does not have it")
            for found in refused(msgstr, segment.msgid, segment.labels)
        )


def _front_matter_texts(matter: FrontMatter | None) -> "Iterator[Text]":
    from l10n.formats.markdown_texts import Text

    for found in matter.texts if matter else ():
        yield Text(
            start=found.start,
            end=found.end,
            msgid=re.sub(r"\r\n?", "\n", found.text),
            kind=SegmentKind.FRONT_MATTER,
            prefix=found.prefix,
            comment=found.key,
        )
