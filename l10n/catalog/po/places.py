"""Where in a PO file a character of a translation is written."""

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from l10n.catalog.catalog import Message, MessageKey
from l10n.catalog.po.escapes import characters, plain_pieces
from l10n.catalog.po.reader import PoFile, entry_in, keyword_start
from l10n.catalog.po.syntax import Entry
from l10n.remembering import remembered


def locate(pofile: PoFile, message: Message, form: int, offset: int) -> tuple[int, int]:
    """Return line and column (1-based, code points) in the file where `message.msgstr[form][offset]` is written.

    Escapes and continued strings are followed. Of an empty msgstr it is the place of its keyword, of an offset
    at or behind the end that of the closing quotation mark. Raises KeyError when the message is not in the file.
    """
    entry = _entry(pofile, message.key)
    if form not in entry.forms:
        entry.forms[form] = _written(entry, form, pofile.encoding)
    return entry.place(entry.forms[form].at(offset))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """Where a msgstr is written: from its character `begins[i]` on, up to that of the next, each stands one behind
    the other in the entry, the first of them at `places[i]`. `size` is how many there are, `closing` the offset of what
    stands behind the last.
    """

    begins: "array[int]"
    places: "array[int]"
    size: int
    closing: int

    def at(self, offset: int) -> int:
        """Return where in the entry the character at `offset` is written."""
        if offset >= self.size:
            return self.closing
        run = bisect_right(self.begins, offset) - 1
        return self.places[run] + offset - self.begins[run]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An entry that somebody asks for a place in, its keyword on `line`. A long text has many findings: where its
    lines end (`ends`) and where its forms are written is worked out once.
    """

    text: str
    entry: Entry
    line: int
    ends: "array[int]"
    forms: dict[int, _Written]

    def place(self, at: int) -> tuple[int, int]:
        """Return the line and column of an offset behind the keyword."""
        before = bisect_left(self.ends, at)
        below = before - bisect_left(self.ends, keyword_start(self.entry))
        return self.line + below, at - (self.ends[before - 1] if before else -1)


@remembered(1)
def _entry(pofile: PoFile, key: MessageKey) -> _Entry:
    number = pofile.place(key)
    if number is None:
        raise KeyError(key)
    _, text, entry = entry_in(pofile.raw, pofile.codec, pofile.entries, number)
    ends = array("q", (at for at, letter in enumerate(text) if letter == "\n"))
    return _Entry(text=text, entry=entry, line=pofile.messages[number].line, ends=ends, forms={})


def _written(entry: _Entry, form: int, encoding: str) -> _Written:
    part = (entry.entry.strings("msgstr[]") or entry.entry.strings("msgstr"))[form]
    begins, places, size = array("q"), array("q"), 0
    if (plain := plain_pieces(entry.text, part.runs)) is not None:  # nearly always
        for first, last in plain:
            begins.append(size)
            places.append(first)
            size += last - first
    else:
        for _, at in characters(entry.text, part.runs, encoding):
            if not places or at != places[-1] + size - begins[-1]:
                begins.append(size)
                places.append(at)
            size += 1
    closing = part.runs[-1][1] - 1 if size else part.start
    return _Written(begins=begins, places=places, size=size, closing=closing)
