"""Where in a PO file a character of a translation is written."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from l10n.catalog.catalog import Message
from l10n.catalog.po.escapes import characters, plain_pieces
from l10n.catalog.po.reader import PoFile, entry_in, keyword_start

_MOST_KEPT = 32  # msgstrs of a file: a check asks for one after the other, and often for many places in each


def locate(pofile: PoFile, message: Message, form: int, offset: int) -> tuple[int, int]:
    """Return line and column (1-based, code points) in the file where `message.msgstr[form][offset]` is written.

    Escapes and continued strings are followed. Of an empty msgstr it is the place of its keyword, of an offset
    at or behind the end that of the closing quotation mark. Raises KeyError when the message is not in the file.
    A msgstr is read once for all that is asked of it in a row: findings may be as many as its letters.
    """
    kept = pofile.written
    known = kept.get((id(message), form))
    if known is None or known[0] is not message:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        known = kept[id(message), form] = (message, _written(pofile, message, form))
    written: Written = known[1]
    return written.place(offset)


class Written:
    """Where the characters of one msgstr are written."""

    __slots__ = ("_end", "_line", "_line_ends", "_places", "_said")

    def __init__(
        self, text: str, keyword: int, line: int, pieces: Iterable[tuple[int, int]], end: tuple[int, int]
    ) -> None:
        """`keyword` is where the entry begins in `text`, on the `line` of the file. `pieces` are the offsets of what is
        said and of where that is written, one for each stretch that is written as it is said; `end` is how much is
        said, and where what is behind that is taken to stand.
        """
        self._line = line
        self._said: list[int] = []
        self._places: list[int] = []
        for said, place in pieces:
            self._said.append(said)
            self._places.append(place)
        self._end = end
        # of the line feeds before the entry the last one is enough: lines are counted from its keyword
        first = text.rfind("\n", 0, keyword)
        self._line_ends = [first]
        while (first := text.find("\n", max(first + 1, keyword), end[1])) >= 0:
            self._line_ends.append(first)

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the character at `offset`."""
        said, place = self._end
        if 0 <= offset < said:
            stretch = bisect_right(self._said, offset) - 1
            place = self._places[stretch] + offset - self._said[stretch]
        lines = bisect_left(self._line_ends, place)
        return self._line + lines - 1, place - self._line_ends[lines - 1]


def _written(pofile: PoFile, message: Message, form: int) -> Written:
    number = pofile.place(message.key)
    if number is None:
        raise KeyError(message.key)
    line = pofile.messages[number].line
    _, text, entry = entry_in(pofile.raw, pofile.codec, pofile.entries, number)
    part = (entry.strings("msgstr[]") or entry.strings("msgstr"))[form]
    pieces, said = plain_pieces(text, part.runs)
    if pieces is None:
        pieces, said = _stretches(characters(text, part.runs, pofile.encoding))
    end = part.runs[-1][1] - 1 if said else part.start
    return Written(text, keyword_start(entry), line, pieces, (said, end))


def _stretches(written: Iterator[tuple[str, int]]) -> tuple[list[tuple[int, int]], int]:
    """Return where each stretch begins in what is said and where that is written, and how much is said."""
    found: list[tuple[int, int]] = []
    said, expected = 0, -1
    for said, (_, place) in enumerate(written, 1):
        if place != expected:
            found.append((said - 1, place))
        expected = place + 1
    return found, said
