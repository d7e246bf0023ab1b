"""Translations are untrusted: what a msgstr may bring into a page, and what becomes text.

A msgstr may use the tags, comments and other markup of its msgid, each as often as the msgid has it, with the same
attributes and values (only the values people read, such as `alt`, may differ, and the place in its own page that a
link points to), properly nested. Anything else
is rendered inert: its `<` is written `&lt;`, so that the visitor sees it and no browser obeys it. Control
characters and bidirectional overrides that the msgid does not have become U+FFFD, as NUL does in browsers.

Left alone on purpose: which of the allowed tags a translation leaves out or moves, and its words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from l10n.formats.base import NOTHING_MORE, Allowance, Refused
from l10n.formats.html.elements import NEVER_IN_THEMSELVES, VOID, translatable_attributes
from l10n.formats.html.tokens import RAWTEXT, RCDATA, Token, TokenKind, tokenize
from l10n.formats.own_places import is_own_place


class Reason(StrEnum):
    """Why a piece of a msgstr is not let through."""

    NOT_IN_SOURCE = "it is not in the source, or not as often"
    UNBALANCED = "it is not opened or closed where it should be"
    OTHER_ORDER = "the source text has tags without a counterpart, which a translation has to keep in order"
    CONTROL = "a control character that is not in the source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A piece of a msgstr that is rendered inert: `text` as written at `offset` of the msgstr, and why."""

    offset: int
    text: str
    reason: Reason


class _Piece(NamedTuple):
    """A token, or a whole element with raw content. `key` says which others are the same; None is text.

    `text` is as written, `safe` the same without markup in the values people read. `bare` is the name of a tag
    without attributes; `address` is what a link or an image points to, and `elsewhere` the key without it.
    """

    start: int
    end: int
    text: str
    safe: str = ""
    key: tuple[object, ...] | None = None
    opens: str = ""
    closes: str = ""
    bare: str = ""
    address: str = ""
    elsewhere: tuple[object, ...] | None = None
    refused: Reason | None = None


_WITH_RAW_CONTENT = RCDATA | RAWTEXT
_ADDRESSES = {"a": "href", "img": "src"}
_BEGINS_MARKUP = re.compile(r"<(?=[a-zA-Z!?/]|\Z)")
_OPEN_END = re.compile(r"<(?=/?\Z)")
# C0 without tab, LF, FF and CR; DEL; the two bidirectional overrides.
_CONTROLS = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f\u202d\u202e]")
_REPLACEMENT = "\ufffd"


def inert(msgid: str, msgstr: str, allowed: Allowance = NOTHING_MORE) -> str:
    """Return `msgstr` with everything as text that its msgid and `allowed` do not allow.

    Where the tags cannot be told, that is the msgid.

    Laws: `inert(text, text) == text`; the result has no violations.
    """
    if msgstr == msgid:
        return msgstr
    if "<" not in msgid and "<" not in msgstr:
        return _without_controls(msgid, msgstr)
    result = _written(msgid, _examined(msgid, _without_controls(msgid, msgstr), allowed))
    # What is refused could only be read in another way by a browser if we were wrong; then nothing is let through.
    still = [piece for piece in _examined(msgid, result, allowed) if piece.refused]
    return _BEGINS_MARKUP.sub("&lt;", result) if still and result != msgid else result


def violations(msgid: str, msgstr: str, allowed: Allowance = NOTHING_MORE) -> tuple[Violation, ...]:
    """Return what `inert` does not let through, in the order of the msgstr; () when all is allowed."""
    if msgstr == msgid:
        return ()
    clean = _without_controls(msgid, msgstr)
    found = [
        Violation(offset=match.start(), text=match[0], reason=Reason.CONTROL)
        for match in _CONTROLS.finditer(msgstr)
        if clean[match.start()] == _REPLACEMENT
    ]
    found += [
        Violation(offset=piece.start, text=msgstr[piece.start : piece.end], reason=piece.refused)
        for piece in _examined(msgid, clean, allowed)
        if piece.refused
    ]
    return tuple(sorted(found, key=lambda violation: violation.offset))


def refused_markup(msgid: str, msgstr: str, allowed: Allowance = NOTHING_MORE) -> tuple[Refused, ...]:
    """Return the violations as what a format refuses."""
    return tuple(
        Refused(offset=found.offset, text=found.text, why=str(found.reason))
        for found in violations(msgid, msgstr, allowed)
    )


def _without_controls(msgid: str, msgstr: str) -> str:
    """Return the msgstr with U+FFFD for the controls its msgid does not have; offsets stay."""
    return _CONTROLS.sub(lambda match: match[0] if match[0] in msgid else _REPLACEMENT, msgstr)


def _written(msgid: str, pieces: list[_Piece]) -> str:
    if any(piece.refused is Reason.OTHER_ORDER for piece in pieces):
        return msgid
    # Some scripts show the values people read as HTML: only markup the source has there may stay.
    as_in_source = {piece.text for piece in _pieces(msgid)}
    written = [
        _BEGINS_MARKUP.sub("&lt;", piece.text)
        if piece.refused
        else piece.text
        if piece.text in as_in_source
        else piece.safe or piece.text
        for piece in pieces
    ]
    # What follows the translation in the page must not become a tag together with its last characters.
    return _OPEN_END.sub("&lt;", "".join(written))


def _examined(msgid: str, msgstr: str, more: Allowance) -> list[_Piece]:
    """Return the pieces of `msgstr`, those marked that neither the msgid nor `more` allows."""
    allowed = _pieces(msgid)
    remaining = Counter(piece.key for piece in allowed)
    without_address = Counter(piece.elsewhere for piece in allowed)
    own_places = Counter(
        piece.elsewhere for piece in allowed if piece.opens == "a" and is_own_place(piece.address)
    )
    pieces: list[_Piece] = []
    for piece in _pieces(msgstr):
        known = piece.key is None or remaining[piece.key] > 0 or piece.bare in more.tags
        if not known and piece.address and without_address[piece.elsewhere] > 0:
            # a translated heading has another id: whoever follows the link stays on the page
            known = more.allows(piece.address, is_image=piece.opens == "") or (
                is_own_place(piece.address) and own_places[piece.elsewhere] > 0
            )
        remaining[piece.key] -= 1
        without_address[piece.elsewhere] -= 1
        pieces.append(piece if known else piece._replace(refused=Reason.NOT_IN_SOURCE))
    loose = [allowed[number].key for number in sorted(_unbalanced(allowed))]
    unbalanced = _unbalanced(pieces)
    if loose and loose == [pieces[number].key for number in sorted(unbalanced)]:
        return pieces
    if not loose:
        return [
            piece._replace(refused=Reason.UNBALANCED) if number in unbalanced else piece
            for number, piece in enumerate(pieces)
        ]
    end = len(msgstr)
    return [*pieces, _Piece(start=end, end=end, text="", refused=Reason.OTHER_ORDER)]


def _unbalanced(pieces: Sequence[_Piece]) -> set[int]:
    """Return the numbers of the pieces that open what is not closed, or close what is not open."""
    wrong: set[int] = set()
    stack: list[int] = []
    depths: Counter[str] = Counter()
    for number, piece in enumerate(pieces):
        if piece.refused:
            continue
        if piece.opens:
            if piece.opens in NEVER_IN_THEMSELVES and depths[piece.opens]:
                wrong.add(number)
                continue
            stack.append(number)
            depths[piece.opens] += 1
        elif piece.closes and not depths[piece.closes]:
            wrong.add(number)
        elif piece.closes:
            while pieces[stack[-1]].opens != piece.closes:
                wrong.add(stack[-1])
                depths[pieces[stack.pop()].opens] -= 1
            stack.pop()
            depths[piece.closes] -= 1
    return wrong.union(stack)


@lru_cache(maxsize=4)  # a msgid is looked at several times for one msgstr
def _pieces(text: str) -> tuple[_Piece, ...]:
    """Return the tokens of `text`, each element with raw content as one."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[_Piece]:
    tokens = tokenize(text)
    for token in tokens:
        end = token.end
        has_raw_content = token.kind is TokenKind.START and token.name in _WITH_RAW_CONTENT
        if has_raw_content:
            while (token_after := next(tokens, None)) is not None:
                end = token_after.end
                if token_after.kind is TokenKind.END and token_after.name == token.name:
                    break
        yield _piece(text, token, end, whole=has_raw_content)


def _piece(text: str, token: Token, end: int, *, whole: bool) -> _Piece:
    written = text[token.start : end]
    if token.kind is TokenKind.TEXT:
        return _Piece(start=token.start, end=end, text=written)
    if whole or token.kind not in {TokenKind.START, TokenKind.END}:
        return _Piece(start=token.start, end=end, text=written, key=(token.kind, written))
    alone = token.name in VOID or token.closed
    start = token.kind is TokenKind.START
    element = token.name.partition(".")[0]  # WebVTT: `<c.loud>` is closed by `</c>`
    signature = _signature(text, token)
    pointing = _ADDRESSES.get(token.name, "") if start else ""
    return _Piece(
        start=token.start,
        end=end,
        text=written,
        safe=_with_inert_values(text, token) if "<" in written[1:] else "",
        key=(token.kind, token.name, token.closed and token.name not in VOID, signature),
        bare="" if token.attributes else token.name,
        address=dict(signature).get(pointing, "") if pointing else "",
        elsewhere=(token.name, tuple(pair for pair in signature if pair[0] != pointing))
        if pointing
        else None,
        opens=element if start and not alone else "",
        closes=element if not start else "",
    )


def _signature(text: str, token: Token) -> tuple[tuple[str, str], ...]:
    """Return the attributes of a tag, sorted, without the values people read."""
    if not token.attributes:
        return ()
    read = translatable_attributes(token, text)
    return tuple(
        sorted(
            (attribute.name, "" if attribute.name in read else attribute.value(text))
            for attribute in token.attributes
        )
    )


def _with_inert_values(text: str, token: Token) -> str:
    """Return the tag as written, with no markup in the values people read."""
    read = translatable_attributes(token, text)
    written, position = "", token.start
    for attribute in token.attributes:
        if attribute.name in read:
            written += text[position : attribute.start]
            written += _BEGINS_MARKUP.sub("&lt;", text[attribute.start : attribute.end])
            position = attribute.end
    return written + text[position : token.end]
