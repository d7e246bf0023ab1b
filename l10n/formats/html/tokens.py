"""HTML as a sequence of tokens with exact places: the tokenization of the HTML standard, and nothing else.

Our own, because no maintained tokenizer gives the place of an attribute value, and because `html.parser` reads
comments, CDATA and scripts in another way in each release of Python. Laws (tests/properties): the tokens laid
end to end are the text; their tags and attributes are those that html5lib reads.

`https://html.spec.whatwg.org/multipage/parsing.html#tokenization` names the states quoted below.
"""

import re
from collections.abc import Iterator
from enum import IntEnum, auto
from typing import NamedTuple


def names(written: str) -> frozenset[str]:
    """Return the names in a list written with blanks between them."""
    return frozenset(written.split())


BLANKS = "\t\n\f\r "

# Elements whose content is one text up to their own end tag; in those of the first set `&` still is a reference.
RCDATA = frozenset({"title", "textarea"})
RAWTEXT = frozenset({"style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"})
FOREIGN = frozenset({"svg", "math"})
# Elements of SVG and MathML whose content is HTML again.
_INTEGRATION_POINTS = frozenset({"title", "desc", "foreignobject", "annotation-xml", "mtext"})
# "Any other start tag … pop an element from the stack": these never stand in SVG or MathML.
_ENDS_FOREIGN = names(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu "
    "meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)

_TAG_NAME = re.compile(r"[^\t\n\f\r />]+")
_GAP = re.compile(r"[\t\n\f\r /]*")
_BLANK_RUN = re.compile(r"[\t\n\f\r ]*")
_ATTRIBUTE_NAME = re.compile(r"=?[^\t\n\f\r />=]*")
_BARE_VALUE = re.compile(r"[^\t\n\f\r >]*")
_MARKUP = re.compile(r"<(?=[a-zA-Z!?/])")
_COMMENT_END = re.compile(r"--!?>")
_SCRIPT_STEP = re.compile(r"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)


class TokenKind(IntEnum):  # an IntEnum is hashed in C
    """What a token is. OTHER is what browsers drop: doctypes, bogus comments, `</>`, a tag the file ends in."""

    TEXT = auto()
    RCDATA = auto()
    RAWTEXT = auto()
    START = auto()
    END = auto()
    COMMENT = auto()
    CDATA = auto()
    OTHER = auto()


class Attribute(NamedTuple):
    """An attribute and its places; `start` and `end` are those of the value with its quotes, if it has a value."""

    name: str
    name_start: int
    start: int
    end: int
    quote: str

    def value(self, text: str) -> str:
        """Return the value as written in `text`, without its quotes."""
        width = len(self.quote)
        return text[self.start + width : self.end - width]


class Token(NamedTuple):
    """A piece of the text. `name` (lower case) and `attributes` are those of tags."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    attributes: tuple[Attribute, ...] = ()
    closed: bool = False  # written with `/>`

    def attribute(self, name: str) -> Attribute | None:
        """Return the first attribute of that name; HTML ignores the ones after it."""
        return next((attribute for attribute in self.attributes if attribute.name == name), None)


def tokenize(text: str, *, xml: bool = False) -> Iterator[Token]:
    """Yield the tokens of `text`, end to end. With `xml` a tag `<x/>` is a whole element, as in XHTML."""
    position = 0
    foreign = _Foreign()
    while position < len(text):
        match = _MARKUP.search(text, position)
        start = match.start() if match else len(text)
        if start > position:
            yield Token(TokenKind.TEXT, position, start)
        if match is None:
            return
        token = _markup(text, start, cdata=xml or foreign.inside)
        yield token
        position = token.end
        raw = token.kind is TokenKind.START and not (xml and token.closed) and not foreign.inside
        foreign.follow(token)
        if raw:
            end = _content_end(text, token)
            if end > position:
                yield Token(_content_kind(token.name), position, end, token.name)
                position = end


class _Foreign:
    """Whether the next token stands in SVG or MathML, where no element has raw content and CDATA is text."""

    def __init__(self) -> None:
        self._open: list[str] = []

    @property
    def inside(self) -> bool:
        return bool(self._open) and self._open[-1] in FOREIGN

    def follow(self, token: Token) -> None:
        """Take note of one more tag."""
        name = token.name
        if token.kind is TokenKind.START:
            if name in _ENDS_FOREIGN:
                self._leave()
            elif not token.closed and (name in FOREIGN or (self.inside and name in _INTEGRATION_POINTS)):
                self._open.append(name)
        elif token.kind is TokenKind.END:
            if name in {"p", "br"}:
                self._leave()
            elif name in self._open[-2:]:
                while self._open.pop() != name:
                    pass

    def _leave(self) -> None:
        while self.inside:
            self._open.pop()


def _content_kind(name: str) -> TokenKind:
    return TokenKind.RCDATA if name in RCDATA else TokenKind.RAWTEXT


def _content_end(text: str, token: Token) -> int:
    """Return where the raw content of the element `token` opens ends; `token.end` when it has none."""
    if token.name == "plaintext":
        return len(text)
    if token.name == "script":
        return _script_end(text, token.end)
    if token.name in RCDATA or token.name in RAWTEXT:
        end = re.compile(rf"</{token.name}(?=[\t\n\f\r />])", re.IGNORECASE).search(text, token.end)
        return end.start() if end else len(text)
    return token.end


def _script_end(text: str, position: int) -> int:
    """Return where the script ends: the states "script data escaped" and "double escaped"."""
    escaped = doubled = False
    while step := _SCRIPT_STEP.search(text, position):
        position = step.end()
        if step[0] == "<!--":
            escaped = True
            position -= 2  # `<!-->` ends what it begins
        elif step[0] == "-->":
            escaped = doubled = False
        elif step[1] and not doubled:
            return step.start()
        else:
            doubled = escaped and not step[1]
    return len(text)


def _markup(text: str, start: int, *, cdata: bool) -> Token:
    """Return the token that begins with the `<` at `start`."""
    following = text[start + 1]
    if following.isalpha():
        return _tag(text, start, start + 1, TokenKind.START)
    if following == "/":
        third = text[start + 2 : start + 3]
        if third.isascii() and third.isalpha():
            return _tag(text, start, start + 2, TokenKind.END)
        if not third:
            return Token(TokenKind.TEXT, start, len(text))
    if text.startswith("<!--", start):
        return _comment(text, start)
    if cdata and text.startswith("<![CDATA[", start):
        end = text.find("]]>", start + 9)
        return Token(TokenKind.CDATA, start, end + 3 if end >= 0 else len(text))
    end = text.find(">", start + 2)
    return Token(TokenKind.OTHER, start, end + 1 if end >= 0 else len(text))


def _comment(text: str, start: int) -> Token:
    end = _COMMENT_END.search(text, start + 2)
    if end and end[0] == "--!>" and end.start() < start + 4:  # `<!--!>` does not end what it begins
        end = _COMMENT_END.search(text, start + 4)
    return Token(TokenKind.COMMENT, start, end.end()) if end else Token(TokenKind.OTHER, start, len(text))


def _tag(text: str, start: int, position: int, kind: TokenKind) -> Token:
    """Return the tag whose name begins at `position`; a tag without its `>` takes all that follows."""
    name = _TAG_NAME.match(text, position)
    assert name is not None  # noqa: S101  # the caller saw a letter
    attributes: list[Attribute] = []
    position = name.end()
    while True:
        gap = _GAP.match(text, position)
        assert gap is not None  # noqa: S101  # the pattern matches everywhere
        position = gap.end()
        if position >= len(text):
            return Token(TokenKind.OTHER, start, len(text))
        if text[position] == ">":
            closed = gap[0].endswith("/")
            return Token(kind, start, position + 1, _lower(name[0]), tuple(attributes), closed)
        attribute = _attribute(text, position)
        if attribute is None:
            return Token(TokenKind.OTHER, start, len(text))
        attributes.append(attribute)
        position = attribute.end


def _lower(name: str) -> str:
    """Return the name in lower case; only ASCII letters have one in HTML."""
    return name.lower() if name.isascii() else re.sub("[A-Z]+", lambda match: match[0].lower(), name)


def _attribute(text: str, start: int) -> Attribute | None:
    """Return the attribute that begins at `start`; None when the text ends inside its quotes."""
    found = _ATTRIBUTE_NAME.match(text, start)
    assert found is not None  # noqa: S101  # the pattern matches everywhere
    name = _lower(found[0])
    blanks = _BLANK_RUN.match(text, found.end())
    position = blanks.end() if blanks else found.end()
    if text[position : position + 1] != "=":
        return Attribute(name, start, found.end(), found.end(), "")
    blanks = _BLANK_RUN.match(text, position + 1)
    position = blanks.end() if blanks else position + 1
    quote = text[position : position + 1]
    if quote in {'"', "'"}:
        end = text.find(quote, position + 1)
        return Attribute(name, start, position, end + 1, quote) if end >= 0 else None
    bare = _BARE_VALUE.match(text, position)
    return Attribute(name, start, position, bare.end() if bare else position, "")
