"""The texts of a Markdown document in document order: from block tokens to what a translator is asked."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from markdown_it.token import Token

from l10n.formats.directives import DirectiveKind, parse_directive
from l10n.formats.folding import fold
from l10n.formats.markdown.blocks import through_blocks
from l10n.formats.markdown.html import html_texts
from l10n.formats.markdown.inline import constructs
from l10n.formats.markdown.tables import Span
from l10n.formats.weaving import Stretch
from l10n.model import SegmentKind

_KINDS = {
    "list_item_open": SegmentKind.LIST_ITEM,
    "blockquote_open": SegmentKind.QUOTE,
    "footnote_reference_open": SegmentKind.FOOTNOTE,
    "dd_open": SegmentKind.DEFINITION,
    "dt_open": SegmentKind.TERM,
    "th_open": SegmentKind.TABLE_CELL,
    "td_open": SegmentKind.TABLE_CELL,
    "heading_open": SegmentKind.HEADING,
    "title_open": SegmentKind.TITLE,
}
_LANGUAGE = re.compile(r"\s*\{?\s*\.?([\w+#-]+)")  # `python`, `{.python}`, `js title="x"`
# Nothing to translate, and a term only as long as it looks like the mark of a list.
_ONLY_NUMBER = re.compile(r"[0-9]{1,9}[.)]")
_TASK = re.compile(r"\[[ xX]\][ \t]+(?=\S)")
_ALERT = re.compile(r"\[![\w-]+(?:[ \t]*\|[ \t]*[\w-]+)*\][+-]?(?:[ \t]+|\Z)")
_HEADING_ATTRIBUTES = re.compile(r"(?:(?<![ \t])[ \t]++)?+\{:?[ \t]*[#.][^{}]*\}\Z")
_ACTIVE = re.compile(r"[`<\[\]@:]|www\.")
_DEFINITION_TITLE = re.compile(
    r"\[(?:[^\[\]\\]|\\.)+\]:\s*(?:<[^<>\n]*>|\S+)\s+(?P<title>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
    r"|\((?:[^()\\]|\\.)*\))\s*\Z",
    re.DOTALL,
)


def markdown_texts(
    text: str, start: int, labels: set[str], *, code_comments: bool = False
) -> Iterator[Stretch]:
    """Yield the texts of the Markdown that begins at `start` of `text`, and add to `labels` those it defines."""
    body = text[start:] if start else text
    walk = _Walk(text=text, offset=start, code_comments=code_comments)
    return through_blocks(body, walk.texts, labels)


@dataclass(slots=True, kw_only=True)
class _Walk:
    """Where we are in the document: the blocks that are open, the headings above, the directives that wait."""

    text: str
    offset: int
    code_comments: bool = False
    open: list[Token] = field(default_factory=list)
    kinds: list[SegmentKind] = field(default_factory=lambda: [SegmentKind.PARAGRAPH])  # what texts are there
    starts: list[bool] = field(default_factory=list)  # whether an open block has had no text yet
    headings: list[tuple[int, str]] = field(default_factory=list)
    in_skipped_range: bool = False
    next_block: bool | None = None  # what a directive says about the next block: translate it?
    block: tuple[int, bool] | None = None  # the level of that block while it is open, and the same
    path: tuple[str, ...] | None = None
    comments: list[str] = field(default_factory=list)
    msgctxt: str | None = None

    def texts(self, tokens: Iterable[Token]) -> Iterator[Stretch]:
        """Yield the texts of the tokens that come next."""
        for token in tokens:
            if token.nesting > 0:
                self.enter(token)
            elif token.nesting < 0:
                self.leave(token)
            else:
                yield from self.texts_of(token)

    def enter(self, token: Token) -> None:
        """Go into the block that the token opens."""
        if self.next_block is not None and self.block is None:
            self.block, self.next_block = (token.level, self.next_block), None
        self.open.append(token)
        self.kinds.append(_KINDS.get(token.type, self.kinds[-1]))
        self.starts.append(True)

    def leave(self, token: Token) -> None:
        """Go out of the block that the token closes."""
        self.open.pop()
        self.kinds.pop()
        self.starts.pop()
        if self.block and self.block[0] == token.level:
            self.block = None

    def texts_of(self, token: Token) -> Iterator[Stretch]:
        """Yield the texts in one token that neither opens nor closes a block."""
        if token.type == "html_block" and self._obey(token):
            return
        waited = self.next_block
        if self.block is None and token.type != "inline":
            self.next_block = None
        wanted = self.block[1] if self.block else waited if waited is not None else not self.in_skipped_range
        for found in self._found(token):
            if wanted and (found.kind is SegmentKind.CODE_BLOCK or _is_text(found.msgid)):
                yield found
                self.msgctxt, self.comments = None, []
        if self.starts and token.type != "html_block":
            self.starts[-1] = False
            if len(self.starts) > 1:
                self.starts[-2] = False

    def _obey(self, token: Token) -> bool:
        """Take in the directives in a block of comments; return whether the block is nothing else."""
        raw = self._raw(token.meta["spans"])
        if not raw.startswith("<!--"):
            return False
        comments, rest = _comments(raw)
        for comment in comments:
            directive = parse_directive(comment)
            match directive.kind if directive else None:
                case DirectiveKind.SKIP | DirectiveKind.TRANSLATE as kind:
                    self.next_block = kind is DirectiveKind.TRANSLATE
                case DirectiveKind.SKIP_START | DirectiveKind.SKIP_END as kind:
                    self.in_skipped_range = kind is DirectiveKind.SKIP_START
                case DirectiveKind.COMMENT if directive:
                    self.comments.append(directive.text)
                case DirectiveKind.CONTEXT if directive:
                    self.msgctxt = directive.text
        return not rest.strip()

    def _found(self, token: Token) -> Iterable[Stretch]:
        """Return the texts in one token, wanted or not, one after the other: each may be a heading for the next."""
        spans: list[Span] = token.meta.get("spans", [])
        if not spans:
            return ()
        if token.type == "inline":
            written = self._without_blank_edges(spans)
            return self._inline(written, token.meta.get("prefix")) if written else ()
        if token.type == "html_block":
            return self._html(spans, token.meta.get("prefix", ""))
        if token.type == "fence" and self.code_comments:
            return self._code(token.info, spans)
        return self._definition_title(spans) if token.type == "definition" else ()

    def _html(self, spans: list[Span], prefix: str) -> Iterator[Stretch]:
        placed = [(start + self.offset, end + self.offset) for start, end in spans]
        for found in html_texts(self.text, placed):
            kind = SegmentKind.ATTRIBUTE if found.attribute else SegmentKind.TEXT
            yield self._text((found.start, found.end), found.msgid, kind, prefix, found.attribute)

    def _code(self, info: str, spans: list[Span]) -> Iterator[Stretch]:
        from l10n.formats.code import code_texts

        language = _LANGUAGE.match(info)
        content = "\n".join(map(self._line, spans))
        begins = [0, *accumulate(end - start + 1 for start, end in spans)]
        for start, end, msgid in code_texts(content, language[1]) if language else ():
            line = bisect_right(begins, start) - 1
            place = spans[line][0] + start - begins[line] + self.offset
            yield self._text((place, place + end - start), msgid, SegmentKind.CODE_BLOCK)

    def _without_blank_edges(self, spans: list[Span]) -> list[Span]:
        """Return the lines between the first and the last that are text.

        Lines of other blanks (a no-break space) are no empty lines for Markdown, and no text.
        """
        first, last = 0, len(spans)
        while first < last and not self._line(spans[first]).strip():
            first += 1
        while first < last and not self._line(spans[last - 1]).strip():
            last -= 1
        return spans[first:last]

    def _inline(self, spans: list[Span], prefix: str | None) -> Iterator[Stretch]:
        """Yield the text of a block, without the marks some Markdowns know at its edges."""
        kind = self.kinds[-1]
        (start, end), *rest = spans
        first = self._line((start, end))
        begins_container = len(self.starts) > 1 and self.starts[-2] and self.open[-1].type == "paragraph_open"
        if begins_container and self.open[-2].type == "list_item_open" and (match := _TASK.match(first)):
            start += match.end()
        elif begins_container and self.open[-2].type == "blockquote_open" and (match := _ALERT.match(first)):
            # Behind the mark of an alert stands its own title (Obsidian); the text begins on the next line.
            if match.end() < len(first):
                yield self._flow([(start + match.end(), end)], SegmentKind.TITLE, None)
            spans = rest
            start, end = spans[0] if spans else (end, end)
            rest = spans[1:]
        if kind is SegmentKind.HEADING and not rest and (match := _HEADING_ATTRIBUTES.search(first)):
            end -= len(match.group())
        if start < end:
            yield self._flow([(start, end), *rest], kind, prefix)

    def _definition_title(self, spans: list[Span]) -> Iterator[Stretch]:
        start, end = spans[0][0] + self.offset, spans[-1][1] + self.offset
        match = _DEFINITION_TITLE.match(self.text[start:end]) if len(spans) == 1 else None
        if match:
            title, stop = start + match.start("title"), start + match.end("title")
            yield self._text((title, stop), match["title"][1:-1], SegmentKind.TITLE)

    def _flow(self, spans: list[Span], kind: SegmentKind, prefix: str | None) -> Stretch:
        span = spans[0][0] + self.offset, spans[-1][1] + self.offset
        return self._text(span, self._msgid(spans), kind, prefix)

    def _text(
        self, span: Span, msgid: str, kind: SegmentKind, prefix: str | None = None, remark: str = ""
    ) -> Stretch:
        """Return the text at `span` of the document, with the headings above it and what directives say."""
        remarks = [*self.comments, remark] if remark else self.comments
        return Stretch(
            start=span[0],
            end=span[1],
            msgid=msgid,
            kind=kind,
            prefix=prefix,
            heading_path=self._headings_above(kind, msgid),
            msgctxt=self.msgctxt,
            comment="\n".join(remarks),
        )

    def _msgid(self, spans: list[Span]) -> str:
        """Return the lines as one, but for hard breaks: two blanks or a backslash, and a line end."""
        if len(spans) == 1:
            return self._raw(spans)
        hard: list[str] = []
        soft: list[str] = []
        for number, span in enumerate(spans):
            line = self._line(span)
            soft.append(line)
            if number + 1 < len(spans):
                backslashes = len(line) - len(line.rstrip("\\"))
                if backslashes % 2:
                    hard.append(fold(soft) + "\n")
                    soft = []
                elif self.text.startswith("  ", span[1] + self.offset):
                    hard.append(fold(soft) + "  \n")
                    soft = []
        return "".join(hard) + fold(soft)

    def _line(self, span: Span) -> str:
        return self.text[span[0] + self.offset : span[1] + self.offset]

    def _raw(self, spans: list[Span]) -> str:
        return self.text[spans[0][0] + self.offset : spans[-1][1] + self.offset]

    def _headings_above(self, kind: SegmentKind, msgid: str) -> tuple[str, ...]:
        """Return the headings above a text; a heading takes its place among them for what follows."""
        level = int(self.open[-1].tag[1]) if kind is SegmentKind.HEADING else 0
        if level:
            while self.headings and self.headings[-1][0] >= level:
                self.headings.pop()
        if level or self.path is None:
            self.path = tuple(heading for _, heading in self.headings)
        above = self.path
        if level:
            self.headings.append((level, msgid))
            self.path = None
        return above


def _comments(raw: str) -> tuple[list[str], str]:
    """Return the text of each comment that `raw` begins with, and what is behind them."""
    found: list[str] = []
    position = 0
    while raw.startswith("<!--", position) and (end := raw.find("-->", position + 4)) >= 0:
        found.append(raw[position + 4 : end])
        position = end + 3
        while position < len(raw) and raw[position].isspace():
            position += 1
    return found, raw[position:]


def _is_text(msgid: str) -> bool:
    """Return whether there is a letter or a digit in it outside code, tags, addresses and link targets."""
    # A first word of letters is no construct, nor the beginning of one.
    if msgid.partition(" ")[0].isalpha():
        return True
    active = _ACTIVE.search(msgid)
    if not active:
        return any(map(str.isalnum, msgid)) and not _ONLY_NUMBER.fullmatch(msgid)
    # Nor is a word of letters before all that is active, unless it touches that.
    if any(map(str.isalpha, msgid[: active.start()].split(" ")[:-1])):
        return True
    position = 0
    for construct in constructs(msgid):
        # A label is what the reader reads, unless it is a footnote's or stands for a target.
        if any(map(str.isalnum, msgid[position : construct.start])):
            return True
        position = construct.end
    return any(map(str.isalnum, msgid[position:]))
