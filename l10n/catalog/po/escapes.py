"""What the strings of a PO file say, and where each of their characters is written."""

import re
from collections.abc import Iterator

from l10n.catalog.po.syntax import Fault

_STRING = re.compile(r'"((?:[^"\\\n]++|\\[\s\S])*+)"')
_SIMPLE = {
    "\\a": "\a",
    "\\b": "\b",
    "\\f": "\f",
    "\\n": "\n",
    "\\r": "\r",
    "\\t": "\t",
    "\\v": "\v",
    '\\"': '"',
    "\\\\": "\\",
    "\\\n": "",  # a line continuation, which GNU's lexer takes everywhere
}
_ESCAPE = re.compile(r"\\[\s\S]")
_ESCAPE_OR_BYTE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]+)|[\s\S])")


def unescape(text: str, runs: list[tuple[int, int]], encoding: str) -> str:
    """Return the text that the strings at `runs` of `text` say; octal and hex escapes are bytes in `encoding`.

    Raises Fault for an unknown escape, bytes that are no letters, and for NUL and EOT, which GNU's formats
    cannot hold (EOT separates context and msgid in a .mo file).
    """
    pieces = [piece for begin, end in runs for piece in _STRING.findall(text, begin, end)]
    joined = pieces[0] if len(pieces) == 1 else "".join(pieces)
    if "\\" in joined:
        try:
            joined = _ESCAPE.sub(lambda match: _SIMPLE[match[0]], joined)
        except KeyError:
            joined = "".join(character for character, _ in characters(text, runs, encoding))
    if "\x00" in joined or "\x04" in joined:
        name = "NUL" if "\x00" in joined else "EOT (U+0004)"
        raise Fault(runs[0][0], f"a text that holds the control character {name}")
    return joined


def characters(text: str, runs: list[tuple[int, int]], encoding: str) -> Iterator[tuple[str, int]]:
    """Yield each character of the strings at `runs` with the offset in `text` where it is written."""
    held, held_at = bytearray(), 0
    for begin, end in runs:
        for piece in _STRING.finditer(text, begin, end):
            position = piece.start(1)
            while position < piece.end(1):
                byte, written, after = _next(text, position, piece.end(1))
                if byte is None:
                    yield from _release(held, held_at, encoding)
                    yield from [(written, position)] if written else []
                else:
                    held_at = held_at if held else position
                    held.append(byte)
                position = after
    yield from _release(held, held_at, encoding)


def plain_pieces(text: str, runs: list[tuple[int, int]]) -> list[tuple[int, int]] | None:
    """Return start and end in `text` of each string at `runs`, without its quotation marks; None where one of them has
    an escape, so that its characters do not stand one behind the other.
    """
    if any("\\" in text[begin:end] for begin, end in runs):
        return None
    return [piece.span(1) for begin, end in runs for piece in _STRING.finditer(text, begin, end)]


def _next(text: str, position: int, end: int) -> tuple[int | None, str, int]:
    """Return the byte or the character written at `position`, and the offset behind it."""
    if text[position] != "\\":
        return None, text[position], position + 1
    match = _ESCAPE_OR_BYTE.match(text, position, end)
    if match and match[1]:
        return int(match[1], 8) & 0xFF, "", match.end()
    if match and match[2]:
        return int(match[2][-2:], 16), "", match.end()
    if match is None or match[0] not in _SIMPLE:
        shown = match[0] if match else "\\"
        raise Fault(position, f"unknown escape {shown}", "a backslash itself is written \\\\")
    return None, _SIMPLE[match[0]], match.end()


def _release(held: bytearray, held_at: int, encoding: str) -> Iterator[tuple[str, int]]:
    """Yield the letters that the bytes written as escapes make up; all stand at the first of them."""
    if held:
        try:
            letters = held.decode(encoding)
        except UnicodeDecodeError:
            raise Fault(held_at, f"escapes that are not valid in {encoding}") from None
        held.clear()
        yield from ((letter, held_at) for letter in letters)
