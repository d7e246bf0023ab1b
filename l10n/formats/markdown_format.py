"""Markdown, spliced: CommonMark, GFM, footnotes, definition lists, admonitions, front matter, raw HTML.

A segment is the inline text of one block: its inline markup stands verbatim in the msgid, soft wraps, quote
markers, list markers and indents do not. A hard break is a line end in the msgid. Left to the skeleton: code
blocks, link definitions but for their titles, rules, tags of raw HTML, texts without a letter or a digit outside
code and link targets.
"""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.formats.anchors import ids_of, markdown_headings, markdown_own_links
from l10n.formats.base import NOTHING_MORE, Allowance, Mark, Problem, Refused, allowance
from l10n.formats.front_matter.front_matter import UNTRANSLATABLE_KEYS, FrontMatter, read_front_matter
from l10n.formats.html.text import quoted
from l10n.formats.inline import markdown_spans, markdown_words
from l10n.formats.marks import html_marks, markdown_marks
from l10n.formats.markup import inert, refused_markup
from l10n.formats.weaving import Stretch, woven
from l10n.model import Document, Segment, SegmentKind
from l10n.settings import FormatSettings

# The parsers of Markdown and YAML are imported where they are used: a project of plain text does without.
if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.formats.own_places import OwnLink


_BYTE_ORDER_MARK = "\ufeff"
_UNMARKED = (SegmentKind.FRONT_MATTER, SegmentKind.TEXT, SegmentKind.TITLE)  # values, raw HTML, attributes
_HEADING_END = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)(?:[ >\t]*(?:=+|-+)[ \t]*(?:\r\n|\r|\n|\Z))?")


@dataclass(frozen=True, slots=True)
class Markdown:
    """Markdown as sites, books and wikis write it.

    `untranslatable_keys` are the keys of the front matter, lower case, whose values no reader sees. With
    `code_comments` the comments and strings in code blocks are segments; `allowed` is what translations may bring.
    """

    name: str = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd")
    untranslatable_keys: frozenset[str] = UNTRANSLATABLE_KEYS
    code_comments: bool = False
    allowed: Allowance = NOTHING_MORE

    def configured(self, settings: FormatSettings) -> "Markdown":
        """Return Markdown with the keys, the code blocks and the allowances of the project."""
        more = {key.casefold() for key in settings.front_matter_skip}
        fewer = {key.casefold() for key in settings.front_matter_translate}
        return replace(
            self,
            untranslatable_keys=(self.untranslatable_keys | more) - fewer,
            code_comments=settings.markdown_code == "comments",
            allowed=allowance(settings),
        )

    def parse(self, text: str, path: str) -> Document:
        """Return the document: each text of a block, a cell or a value of the front matter is a segment."""
        defined: set[str] = set()
        parts = list(woven(text, path, self._texts(text, defined)))
        labels = frozenset(defined)  # what is defined is known at the end only
        for number, part in enumerate(parts if labels else ()):
            if isinstance(part, Segment):
                parts[number] = replace(part, labels=labels)
        return Document(path=path, parts=tuple(parts))

    def parts(self, text: str, path: str) -> "Iterator[str | Segment]":
        """Yield the parts of the document; the segments have no `labels`."""
        return woven(text, path, self._texts(text, set()))

    def _texts(self, text: str, defined: set[str]) -> "Iterator[Stretch]":
        """Yield the texts of the document, and add to `defined` the labels it has targets for."""
        from l10n.formats.markdown.texts import markdown_texts

        start = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
        matter = read_front_matter(text, start, self.untranslatable_keys)
        yield from _front_matter_texts(matter)
        yield from markdown_texts(
            text, matter.end if matter else start, defined, code_comments=self.code_comments
        )

    def localized(self, segment: Segment, msgstr: str) -> str:
        """Return the translation as it may stand there: escaped, quoted and wrapped as its place needs it.

        It points to nothing its source does not point to (markdown_safety).
        """
        if msgstr == segment.msgid or not msgstr.strip():
            return segment.raw
        if segment.kind is SegmentKind.FRONT_MATTER:
            return _written_matter(segment, msgstr)
        if segment.kind is SegmentKind.CODE_BLOCK:
            from l10n.formats.code import write_code

            return write_code(segment, msgstr)
        return self._written(segment, msgstr)

    def _written(self, segment: Segment, msgstr: str) -> str:
        from l10n.formats.markdown.html import without_cells, write_html_text
        from l10n.formats.markdown.writing import write_flow, write_line, write_link_title

        if segment.kind is SegmentKind.ATTRIBUTE:
            value = without_cells(segment, inert(segment.msgid, msgstr, self.allowed))
            return quoted(segment.raw, segment.msgid, value)
        if segment.kind is SegmentKind.TEXT:
            return write_html_text(segment, msgstr, self.allowed)
        if segment.kind is SegmentKind.TITLE and segment.raw[:1] in ('"', "'", "("):
            return write_link_title(segment, msgstr)
        write = write_line if segment.prefix is None else write_flow
        return write(segment, msgstr, self.allowed)

    def problems(self, text: str, path: str) -> tuple[Problem, ...]:
        """Return where front matter or a code block is not closed, and front matter that cannot be read."""
        from l10n.formats.markdown.problems import markdown_problems

        return tuple(markdown_problems(text, path))

    def markup(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the spans of a msgid that are no words."""
        return markdown_spans(text)

    def inline_texts(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the spans in a msgid of what readers see of its markup: titles, attributes."""
        return markdown_words(text)

    def page(self, text: str) -> str:
        """Return the HTML of a piece, its raw HTML included."""
        from l10n.formats.markdown.blocks import page_of

        return page_of(text)

    def refused(self, segment: Segment, msgstr: str) -> tuple[Refused, ...]:
        """Return the links, images, addresses and tags of `msgstr` that its msgid does not have."""
        from l10n.formats.markdown.safety import refused

        if msgstr == segment.msgid or segment.kind is SegmentKind.FRONT_MATTER:
            return ()
        if segment.kind in {SegmentKind.TEXT, SegmentKind.ATTRIBUTE}:
            return refused_markup(segment.msgid, msgstr, self.allowed)
        if segment.kind is SegmentKind.CODE_BLOCK:
            from l10n.formats.code import refused_code

            return refused_code(segment, msgstr)
        return tuple(
            Refused(offset=found.start, text=found.target, why=why)
            for found, why in refused(msgstr, segment.msgid, segment.labels, self.allowed)
        )

    def marked(self, segment: Segment, localized: str, notice: str, before: str) -> str:  # noqa: ARG002
        """Return the text behind the notice in italics; front matter, raw HTML and titles have no place for it."""
        return localized if segment.kind in _UNMARKED else f"*({notice})* {localized}"

    def body(self, text: str) -> tuple[int, int]:
        """Return where the Markdown begins, behind front matter, and ends."""
        start = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
        matter = read_front_matter(text, start, frozenset())
        return matter.end if matter else start, len(text)

    def behind_heading(self, text: str, end: int) -> int:
        """Return where the line below the heading begins, or that below its underline."""
        line = _HEADING_END.match(text, end)
        return line.end() if line else len(text)

    def marks(self, segment: Segment, text: str) -> tuple[Mark, ...]:
        """Return the markup of a text: none in front matter and code, tags in raw HTML."""
        if segment.kind in (SegmentKind.FRONT_MATTER, SegmentKind.CODE_BLOCK):
            return ()
        is_html = segment.kind in {SegmentKind.TEXT, SegmentKind.ATTRIBUTE}
        return html_marks(text) if is_html else markdown_marks(text, segment.labels)

    def own_links(self, segment: Segment, text: str) -> "tuple[OwnLink, ...]":
        """Return the links of a text to places in its document."""
        if segment.kind in (SegmentKind.FRONT_MATTER, SegmentKind.CODE_BLOCK):
            return ()
        return tuple(markdown_own_links(text))

    def ids(self, document: Document) -> frozenset[str]:
        """Return the ids that the headings of a document may have, and those it gives itself."""
        text = document.text
        return ids_of(markdown_headings(text, self.body(text)[0]), text)


def _written_matter(segment: Segment, msgstr: str) -> str:
    from l10n.formats.front_matter.yaml import write_block, write_scalar

    if segment.prefix is not None:
        return write_block(segment.raw, segment.msgid, msgstr, segment.prefix)
    return write_scalar(segment.raw, msgstr)


def _front_matter_texts(matter: FrontMatter | None) -> "Iterator[Stretch]":
    for found in matter.texts if matter else ():
        yield Stretch(
            start=found.start,
            end=found.end,
            msgid=re.sub(r"\r\n?", "\n", found.text),
            kind=SegmentKind.FRONT_MATTER,
            prefix=found.prefix,
            comment=found.key,
        )
