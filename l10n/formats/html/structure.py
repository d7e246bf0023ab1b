"""A page as its reader divides it: which stretches of it are segments, and what is known about each.

A forgiving reading of the tree: end tags that open nothing are passed over, `<p>` and `<li>` end their like.
Every stretch that is not found to be a segment stays skeleton, so a wrong guess about a broken page costs a
segment at worst, never a byte.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from l10n.formats.directives import DirectiveKind, parse_directive
from l10n.formats.html import elements
from l10n.formats.html.runs import Core, Item, cores, has_words, shows_words
from l10n.formats.html.text import folded, plain
from l10n.formats.html.tokens import FOREIGN, Attribute, Token, TokenKind, tokenize
from l10n.formats.weaving import Stretch
from l10n.languages.tags import language_subtag
from l10n.model import SegmentKind

# How many open elements are looked at for the one a tag closes. Deeper nesting than that between, say, a cell and
# its row is broken; without a bound, a hostile page would make the search quadratic.
_REACH = 64
_NO_LANGUAGE = "zxx"


class _Frame(NamedTuple):
    """An open element, with what its content inherits."""

    name: str = ""
    translated: bool = True
    asked_for: bool = False  # a directive asks for its translation inside a skipped range
    preformatted: bool = False
    drawing: bool = False
    kind: SegmentKind = SegmentKind.PARAGRAPH
    level: int = 0


def stretches(text: str, *, xml: bool = False, code_blocks: bool = True) -> Iterator[Stretch]:
    """Yield the segments of a page, or of a piece of one, in order."""
    walk = _Walk(text, code_blocks=code_blocks)
    for token in tokenize(text, xml=xml):
        yield from walk.take(token)
    yield from walk.flush()


class _Walk:
    """The state of reading a page from its first token to its last."""

    def __init__(self, text: str, *, code_blocks: bool) -> None:
        self._text = text
        self._code_blocks = code_blocks
        self._frames = [_Frame()]
        self._open: Counter[str] = Counter()
        self._run: list[Item] = []
        self._page_language = ""
        self._headings: list[tuple[int, str]] = []
        self._skipping = False
        self._next_block: bool | None = None  # what a directive says about it: translated or not
        self._comments: list[str] = []
        self._context: str | None = None

    def take(self, token: Token) -> Iterator[Stretch]:
        """Read one more token; yield the segments it ends, and those among its attributes."""
        boundary = token.name in elements.BOUNDARIES and token.kind in {TokenKind.START, TokenKind.END}
        if boundary:
            yield from self.flush()
        if token.kind is TokenKind.START:
            self._close_before(token.name)
            yield from self._start(token, boundary=boundary)
        elif token.kind is TokenKind.END:
            if not boundary:
                self._run.append(Item(token, self._translates(self._frames[-1])))
            self._close(token.name, boundary=boundary)
        elif token.kind is TokenKind.COMMENT:
            yield from self._comment(token)
        else:
            top = self._frames[-1]
            readable = token.kind is not TokenKind.RAWTEXT and not top.drawing
            self._run.append(Item(token, readable and self._translates(top)))

    def flush(self) -> Iterator[Stretch]:
        """End the run of inline content, and yield its segments."""
        items, self._run = self._directed(self._run), []
        if not any(item.translated for item in items):
            return
        position = 0
        for core in cores(items, self._text):
            yield from self._attributes_of(items[position : core.first])
            yield self._core(items, core)
            position = core.last
        yield from self._attributes_of(items[position:])

    def _directed(self, items: list[Item]) -> list[Item]:
        """Return the run as a directive for the next block asks, if the run is that block."""
        asked = self._next_block
        if asked is None or not any(shows_words(item.token, self._text) for item in items):
            return items
        self._next_block = None
        return [item._replace(translated=asked) for item in items]

    def _start(self, token: Token, *, boundary: bool) -> Iterator[Stretch]:
        frame = self._frame(token, boundary=boundary)
        if boundary:
            yield from self._attributes_of([Item(token, self._translates(frame))])
        else:
            self._run.append(Item(token, self._translates(frame)))
        if token.name not in elements.VOID and not token.closed:
            self._frames.append(frame)
            self._open[token.name] += 1

    def _frame(self, token: Token, *, boundary: bool) -> _Frame:
        """Return what the content of the element that `token` opens inherits."""
        name, outer = token.name, self._frames[-1]
        translated, asked_for = self._own_translation(token, outer.translated), outer.asked_for
        if boundary and self._next_block is not None and name not in elements.VOID:
            translated = asked_for = self._next_block
            self._next_block = None
        if name == "code" and outer.preformatted and not self._code_blocks:
            translated = False
        level = int(name[1]) if len(name) == 2 and name[0] == "h" and name[1] in "123456" else outer.level
        return _Frame(
            name=name,
            translated=translated,
            asked_for=asked_for,
            preformatted=outer.preformatted or name in elements.PREFORMATTED,
            drawing=name in FOREIGN or (outer.drawing and name not in elements.DRAWN_TEXT),
            kind=outer.kind if outer.drawing else elements.KINDS.get(name, outer.kind),
            level=level,
        )

    def _own_translation(self, token: Token, inherited: bool) -> bool:  # noqa: FBT001  # what its parent has
        """Return whether the content is translated, from `translate`, the class, the language and the element."""
        if not token.attributes:
            return inherited and token.name not in elements.NEVER_TRANSLATED
        asked = token.attribute("translate")
        if asked:
            answer = asked.value(self._text).strip().lower()
            if answer in {"yes", "", "no"}:
                return answer != "no"
        if "notranslate" in self._value(token, "class").lower().split():
            return False
        primary = language_subtag((self._value(token, "lang") or self._value(token, "xml:lang")).strip())
        if token.name == "html":
            self._page_language = primary
        foreign = bool(self._page_language) and primary not in {"", self._page_language}
        if foreign or primary == _NO_LANGUAGE or token.name in elements.NEVER_TRANSLATED:
            return False
        return inherited

    def _value(self, token: Token, name: str) -> str:
        attribute = token.attribute(name)
        return attribute.value(self._text) if attribute else ""

    def _translates(self, frame: _Frame) -> bool:
        return frame.translated and (not self._skipping or frame.asked_for)

    def _close_before(self, name: str) -> None:
        """Close what a start tag of that name ends without an end tag."""
        if name in elements.CLOSE_PARAGRAPH and self._open["p"]:
            for frame in reversed(self._frames[-_REACH:]):
                if frame.name == "p":
                    self._pop("p")
                    break
                if frame.name in elements.BOUNDARIES:
                    break
        closed, barrier = elements.CLOSES.get(name, (frozenset(), frozenset()))
        if any(self._open[each] for each in closed):
            for frame in reversed(self._frames[-_REACH:]):
                if frame.name in closed:
                    self._pop(frame.name)
                    break
                if frame.name in barrier:
                    break

    def _close(self, name: str, *, boundary: bool) -> None:
        """Close the element an end tag ends; an inline end tag reaches no further than its block."""
        if not self._open[name]:
            return
        if boundary:
            self._pop(name)
            return
        for frame in reversed(self._frames[-_REACH:]):
            if frame.name == name:
                self._pop(name)
                return
            if frame.name in elements.BOUNDARIES:
                return

    def _pop(self, name: str) -> None:
        closed = ""
        while closed != name:
            closed = self._frames.pop().name
            self._open[closed] -= 1

    def _comment(self, token: Token) -> Iterator[Stretch]:
        directive = parse_directive(self._text[token.start + 4 : token.end - 3])
        kind = directive.kind if directive else None
        if directive is None or kind in {DirectiveKind.COMMENT, DirectiveKind.CONTEXT}:
            self._run.append(Item(token, translated=False))
        else:
            yield from self.flush()
        match kind:
            case DirectiveKind.COMMENT if directive:
                self._comments.append(directive.text)
            case DirectiveKind.CONTEXT if directive:
                self._context = directive.text
            case DirectiveKind.SKIP | DirectiveKind.TRANSLATE:
                self._next_block = kind is DirectiveKind.TRANSLATE
            case DirectiveKind.SKIP_START | DirectiveKind.SKIP_END:
                self._skipping = kind is DirectiveKind.SKIP_START

    def _core(self, items: list[Item], core: Core) -> Stretch:
        frame = self._frames[-1]
        start, end = self._inner(items[core.first : core.last])
        is_code = frame.preformatted and any(item.token.name == "code" for item in items)
        found = Stretch(
            start=start,
            end=end,
            msgid=folded(self._text[start:end], preformatted=frame.preformatted),
            kind=SegmentKind.CODE_BLOCK if is_code else frame.kind,
        )
        return self._described(found)

    def _inner(self, items: list[Item]) -> tuple[int, int]:
        """Return where the items begin and end, without blanks at the ends and without a byte-order mark."""
        start, end = items[0].token.start, items[-1].token.end
        raw = self._text[start:end]
        if items[-1].token.kind in {TokenKind.TEXT, TokenKind.RCDATA}:
            end -= len(raw) - len(raw.rstrip("\t\n\f\r "))
        if items[0].token.kind in {TokenKind.TEXT, TokenKind.RCDATA}:
            start += len(raw) - len(raw.lstrip("\t\n\f\r \ufeff" if start == 0 else "\t\n\f\r "))
        return start, end

    def _described(self, found: Stretch) -> Stretch:
        """Return the stretch with its headings and with what directives say about the next segment."""
        level = self._frames[-1].level if found.kind is SegmentKind.HEADING else 0
        if level:
            self._headings = [heading for heading in self._headings if heading[0] < level]
        path = tuple(heading for _, heading in self._headings)
        if level:
            self._headings.append((level, " ".join(plain(found.msgid).split())))
        remarks, self._comments = [*self._comments, found.comment], []
        context, self._context = self._context, None
        comment = "\n".join(remark for remark in remarks if remark)
        return found._replace(heading_path=path, msgctxt=context, comment=comment)

    def _attributes_of(self, items: list[Item]) -> Iterator[Stretch]:
        """Yield the segments among the attributes of the tags that are skeleton."""
        for token, translated in items:
            if not translated or token.kind is not TokenKind.START:
                continue
            read = elements.translatable_attributes(token, self._text)
            for attribute in token.attributes:
                if attribute.name in read and token.attribute(attribute.name) is attribute:
                    yield from self._attribute(token, attribute)

    def _attribute(self, token: Token, attribute: Attribute) -> Iterator[Stretch]:
        value = attribute.value(self._text)
        if not has_words(value):
            return
        lines = attribute.name in elements.WITH_LINES
        owner = self._value(token, "name") or self._value(token, "property") or self._value(token, "itemprop")
        place = f"{token.name} {owner}" if token.name == "meta" else f"{attribute.name} of {token.name}"
        found = Stretch(
            start=attribute.start,
            end=attribute.end,
            msgid=folded(value.strip("\t\n\f\r "), preformatted=lines),
            kind=SegmentKind.ATTRIBUTE,
            comment=place,
        )
        yield self._described(found)
