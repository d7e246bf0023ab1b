"""The text of a segment: how a translator sees it, and how a translation is laid out in its place."""

import re
import sys
from collections import defaultdict, deque
from html import unescape

from l10n.formats.html.tokens import BLANKS, Token, TokenKind, tokenize

_TEXT = frozenset({TokenKind.TEXT, TokenKind.RCDATA})
_TAGS = frozenset({TokenKind.START, TokenKind.END})
_REFERENCES = {'"': "&quot;", "'": "&#39;"}
_BLANK_RUN = re.compile(r"[\t\n\f\r ]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_AFTER_BR = re.compile(r"(<br\b[^<>]*>)[\t ]*(?:\r\n|\r|\n)", re.IGNORECASE)
_LINE_BREAK = re.compile(r"(?<![\t\f ])[\t\f ]*(?:\r\n|\r|\n)[\t\n\f\r ]*")


def folded(raw: str, *, preformatted: bool) -> str:
    """Return the msgid of `raw`: blanks as a browser shows them, tags on one line, all else as written."""
    return "".join(_folded(raw, token, preformatted=preformatted) for token in tokenize(raw))


def _folded(raw: str, token: Token, *, preformatted: bool) -> str:
    written = raw[token.start : token.end]
    if token.kind in _TAGS:
        return _folded_tag(raw, token)
    if token.kind in _TEXT and not preformatted:
        return _BLANK_RUN.sub(" ", written)
    return _LINE_END.sub("\n", written)


def _folded_tag(raw: str, token: Token) -> str:
    """Return the tag with one blank for each line break between its attributes; values stay as they are."""
    pieces, position = [], token.start
    for attribute in token.attributes:
        pieces += [
            _LINE_BREAK.sub(" ", raw[position : attribute.start]),
            raw[attribute.start : attribute.end],
        ]
        position = attribute.end
    return _LINE_END.sub("\n", "".join([*pieces, _LINE_BREAK.sub(" ", raw[position : token.end])]))


def is_preformatted(msgid: str) -> bool:
    """Return whether the blanks of a segment count: those of all other segments are single ones."""
    return any(
        _BLANK_RUN.sub(" ", msgid[token.start : token.end]) != msgid[token.start : token.end]
        for token in tokenize(msgid)
        if token.kind in _TEXT
    )


def plain(msgid: str) -> str:
    """Return the words of a segment, without its tags and with its references resolved."""
    return unescape(
        "".join(msgid[token.start : token.end] for token in tokenize(msgid) if token.kind in _TEXT)
    )


def quoted(raw: str, msgid: str, msgstr: str) -> str:
    """Return `msgstr` as the value of an attribute in the quotes of `raw`, or in double ones where it had none."""
    quote = raw[0] if raw[0] in _REFERENCES else '"'
    line_end = match[0] if (match := _LINE_END.search(raw)) and "\n" in msgid else " "
    return quote + _LINE_END.sub(line_end, msgstr).replace(quote, _REFERENCES[quote]) + quote


def laid_out(raw: str, msgid: str, msgstr: str) -> str:
    """Return `msgstr` as it may stand in the place of `raw`, the tags they share as the author wrote them.

    It stands on one line, or wrapped at the author's width where the author wrapped; the lines of a
    preformatted text stay lines.
    """
    lines = _LINE_END.split(raw)
    if len(lines) == 1 and "<" not in raw:
        return _LINE_BREAK.sub(" ", msgstr)
    line_end = match[0] if (match := _LINE_END.search(raw)) else ""
    preformatted = is_preformatted(msgid)
    pieces = _pieces(raw, msgstr, preformatted=preformatted)
    if preformatted:
        return _LINE_END.sub(line_end or "\n", "".join(written for _, written in pieces))
    if not any(kind in _TEXT and _LINE_END.search(written) for kind, written in _pieces(raw, raw)):
        return "".join(written for _, written in pieces)
    indent = lines[1][: len(lines[1]) - len(lines[1].lstrip(BLANKS))] if lines[1].strip(BLANKS) else ""
    after_br = _AFTER_BR.search(raw) is not None
    only_after_br = after_br and not _LINE_END.search(_AFTER_BR.sub(r"\1", raw))
    width = sys.maxsize if only_after_br else max(map(len, lines))
    return (line_end + indent).join(_wrapped(pieces, width, len(indent), break_after_br=after_br))


def _pieces(raw: str, msgstr: str, *, preformatted: bool = True) -> list[tuple[TokenKind, str]]:
    """Return the tokens of `msgstr`; a tag that `raw` has too is written as it is there."""
    as_written: defaultdict[str, deque[str]] = defaultdict(deque)
    for token in tokenize(raw):
        if token.kind not in _TEXT:
            as_written[_folded(raw, token, preformatted=True)].append(raw[token.start : token.end])
    pieces = []
    for token in tokenize(msgstr):
        written = msgstr[token.start : token.end]
        if token.kind not in _TEXT:
            known = as_written.get(_folded(msgstr, token, preformatted=True))
            written = known.popleft() if known else written
        elif not preformatted:
            written = _LINE_BREAK.sub(" ", written)
        pieces.append((token.kind, written))
    return pieces


def _wrapped(
    pieces: list[tuple[TokenKind, str]], width: int, indent: int, *, break_after_br: bool
) -> list[str]:
    """Return the text in lines no wider than `width` where a blank allows it; tags are never divided."""
    lines: list[str] = []
    line, column = "", 0
    for word, breaks in _words(pieces, break_after_br=break_after_br):
        if line and column + 1 + len(word) > width:
            lines.append(line)
            line, column = word, indent + len(word)
        else:
            line = f"{line} {word}" if line else word
            column += len(word) + (1 if column else 0)
        if breaks:
            lines.append(line)
            line, column = "", indent
    return [*lines, line] if line else lines


def _words(pieces: list[tuple[TokenKind, str]], *, break_after_br: bool) -> list[tuple[str, bool]]:
    """Return what stands between the blanks of the text, and whether the line ends behind it."""
    words: list[tuple[list[str], bool]] = []
    current: list[str] = []
    for kind, written in pieces:
        if kind not in _TEXT:
            current.append(written)
            continue
        for number, word in enumerate(_BLANK_RUN.split(written)):
            if number and current:
                after_br = break_after_br and current[-1][:3].lower() == "<br"
                words.append((current, after_br))
                current = []
            if word:
                current.append(word)
    if current:
        words.append((current, False))
    return [("".join(word), breaks) for word, breaks in words]
