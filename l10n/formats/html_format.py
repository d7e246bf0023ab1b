"""HTML as browsers meet it, malformed pages and pieces of pages included.

A segment is the text between two block boundaries with its inline tags, comments and character references as the
author wrote them: what a reference stands for is known only to the author, and `&nbsp;` seen is better than a
no-break space unseen. Blanks are folded as browsers do, except in `pre` and `textarea`. The attributes people
read (`alt`, `title`, `placeholder`, `aria-label`, descriptions in `meta` …) are segments of their own where the
tag is skeleton; of a tag inside a segment they stand in the msgid, and may be translated there.

Left to the skeleton: scripts, styles, formulas, what is marked `translate="no"`, `class="notranslate"` or as another
language than that of the page, what directives leave out, and everything that has no letter or digit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from l10n.formats.anchors import html_headings, html_own_links, ids_of
from l10n.formats.base import NOTHING_MORE, Allowance, Mark, Problem, Refused, allowance
from l10n.formats.html.encoding import declared_encoding, redeclared
from l10n.formats.html.language import retargeted
from l10n.formats.html.problems import html_problems
from l10n.formats.html.structure import stretches
from l10n.formats.html.text import laid_out, quoted
from l10n.formats.html.tokens import TokenKind, names, tokenize
from l10n.formats.inline import html_spans, html_words
from l10n.formats.marks import html_marks
from l10n.formats.markup import inert, refused_markup
from l10n.formats.own_places import OwnLink
from l10n.formats.weaving import woven
from l10n.model import Document, Segment, SegmentKind
from l10n.settings import FormatSettings

_XML = re.compile("\ufeff?<\\?xml[\t\n\r ]")
_NO_SPAN = re.compile(r"<(?:option|textarea|title|select|svg|math)\b[^<>]*>[\t\n\f\r ]*\Z", re.IGNORECASE)
_UNMARKED = (SegmentKind.ATTRIBUTE, SegmentKind.PAGE_TITLE, SegmentKind.CODE_BLOCK)
_LONGEST_TAG = 2_000
_HEADINGS = names("h1 h2 h3 h4 h5 h6")


@dataclass(frozen=True, slots=True, kw_only=True)
class Html:
    """HTML and XHTML. With `code_blocks` off, `code` inside `pre` is skeleton.

    `allowed` is what translations may bring.
    """

    name: str = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    code_blocks: bool = True
    allowed: Allowance = NOTHING_MORE

    def configured(self, settings: FormatSettings) -> "Html":
        """Return HTML with the code blocks and the allowances of the project."""
        return replace(self, code_blocks=settings.html_code == "translate", allowed=allowance(settings))

    def parse(self, text: str, path: str) -> Document:
        """Return the document: each block of text, and each attribute people read, is a segment."""
        return Document(path=path, parts=tuple(self.parts(text, path)))

    def parts(self, text: str, path: str) -> Iterator[str | Segment]:
        """Yield the parts of the document."""
        xml = path.lower().endswith(".xhtml") or _XML.match(text) is not None
        return woven(text, path, stretches(text, xml=xml, code_blocks=self.code_blocks))

    def localized(self, segment: Segment, msgstr: str) -> str:
        """Return the translation, with what its msgid does not allow as text (see `markup`).

        An attribute keeps its quotes, and gets them when it had none; a quote in its translation is written as
        a character reference.
        """
        allowed = inert(segment.msgid, msgstr, self.allowed)
        if allowed == segment.msgid or not allowed.strip():
            return segment.raw
        if segment.kind is SegmentKind.ATTRIBUTE:
            return quoted(segment.raw, segment.msgid, allowed)
        return laid_out(segment.raw, segment.msgid, allowed)

    def markup(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the spans of a msgid that are no words."""
        return html_spans(text)

    def inline_texts(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the spans in a msgid of what readers see of its markup: attributes."""
        return html_words(text)

    def page(self, text: str) -> str:
        """Return the piece itself."""
        return text

    def refused(self, segment: Segment, msgstr: str) -> tuple[Refused, ...]:
        """Return the tags, comments and control characters of `msgstr` that its msgid does not allow."""
        return refused_markup(segment.msgid, msgstr, self.allowed)

    def problems(self, text: str, path: str) -> tuple[Problem, ...]:
        """Return the tag, comment, script or style that the page ends in, because it is never closed."""
        return tuple(html_problems(text, path))

    def body(self, text: str) -> tuple[int, int]:
        """Return where `<body>` begins and ends behind its tags; of a piece of a page, all of it."""
        start, end = (1 if text.startswith("\ufeff") else 0), len(text)
        for token in tokenize(text):
            if token.kind is TokenKind.START and token.name == "body":
                start = token.end
            elif token.kind is TokenKind.END and token.name in {"body", "html"}:
                end = min(end, token.start)
        return start, max(start, end)

    def behind_heading(self, text: str, end: int) -> int:
        """Return where the end tag of the heading ends."""
        for token in tokenize(text[end:]):
            if token.kind is TokenKind.END and token.name in _HEADINGS:
                return end + token.end
        return len(text)

    def marks(self, segment: Segment, text: str) -> tuple[Mark, ...]:  # noqa: ARG002
        """Return the tags of a text."""
        return html_marks(text)

    def own_links(self, segment: Segment, text: str) -> tuple[OwnLink, ...]:  # noqa: ARG002
        """Return the links of a text to places in its page."""
        return tuple(html_own_links(text))

    def ids(self, document: Document) -> frozenset[str]:
        """Return the ids of the page, and those a site may give its headings."""
        return ids_of(html_headings(document.text), document.text)

    def retargeted(self, text: str, language: str, direction: str) -> str:
        """Return the page with `lang`, `xml:lang` and `dir` of its `<html>` for that language (a BCP 47 tag)."""
        return retargeted(text, language, direction)

    def declared_encoding(self, content: bytes) -> str | None:
        """Return Python's name of the encoding that the page says it is in; None where it says none that is known."""
        return declared_encoding(content)

    def redeclared(self, text: str, encoding: str) -> str:
        """Return the page saying it is in `encoding`, where it says that at all."""
        return redeclared(text, encoding)

    def marked(self, segment: Segment, localized: str, notice: str, before: str) -> str:
        """Return the text in a `span` with a class to style and the notice as its title, where a `span` may stand."""
        if segment.kind in _UNMARKED or _NO_SPAN.search(before[-_LONGEST_TAG:]):
            return localized
        return f'<span class="l10n-outdated" title="{escape(notice)}">{localized}</span>'
