"""Bytes of a PO file to messages that know their raw text: nothing is guessed, nothing is dropped.

A file of ten thousand messages is opened to change one of them, so an entry is only recognised and a hash of its key
noted; what it says is decoded and read when somebody asks for it. Of a large file nothing is in memory twice.
"""

import codecs
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from l10n.catalog.catalog import Catalog, Message, MessageKey
from l10n.catalog.po.blocks import Block, Entries
from l10n.catalog.po.charset import in_utf8
from l10n.catalog.po.fast_entry import NEXT_ENTRY, Style, are_in_order, escape, scanning_pattern, styles
from l10n.catalog.po.messages import message_of
from l10n.catalog.po.syntax import Entry, Fault, entries
from l10n.errors import CatalogError

_LONG_UNWRAPPED = re.compile(r'(?:#[~|]+ )?"[^\n]{0,70}[^\s"][ ][^\n]{90,}"\r?')
_SHORT = 94  # no shorter line can match it
_SAMPLE = 500_000  # so many bytes show how a file is folded
_PORTION = 1 << 16  # of bytes, when a whole file is looked at; it fits in the cache
_WINDOW = 1 << 12  # so many bytes the grammar is shown at first


@dataclass(frozen=True, kw_only=True)
class PoFile:
    """A PO file as it was read. Law: the blocks and the tail (`raw[blocks[-1].end:]`) joined are `raw`.

    `raw` is the file in UTF-8, mostly `content` itself. `encoding` is Python's name of the declared charset, `newline`
    the more frequent line end.
    """

    path: str
    content: bytes
    raw: bytes
    encoding: str
    newline: str = "\n"
    entries: Entries = field(compare=False, repr=False)
    hashes: Sequence[int] = field(compare=False, repr=False)

    @property
    def blocks(self) -> Sequence[Block]:
        """The entries in file order, each read when it is asked for."""
        return self.entries.blocks

    @property
    def messages(self) -> Sequence[Message]:
        """All messages in file order, the header, live and obsolete ones, each read when it is asked for."""
        return self.entries.messages

    @property
    def text(self) -> str:
        """The file as text; a byte that is no letter is a lone surrogate (PEP 383)."""
        return self.decoded(self.raw)

    @property
    def codec(self) -> str:
        """How `raw` is decoded: in a file that says it is ASCII no other byte is a letter."""
        return _codec(self.encoding)

    def decoded(self, raw: bytes) -> str:
        """Return a piece of `raw` as text."""
        return raw.decode(self.codec, "surrogateescape")

    @property
    def tail(self) -> bytes:
        """What is behind the last entry: comments and blank lines that belong to none."""
        return self.raw[self.entries.span(len(self.blocks) - 1)[1] :] if self.blocks else self.raw

    @cached_property
    def wrapped(self) -> bool:
        """Whether long texts are folded as GNU gettext folds them."""
        sample = self.raw[:_SAMPLE].decode("utf-8", "surrogateescape")
        long = (line for line in sample.split("\n") if len(line) >= _SHORT)
        return not any(map(_LONG_UNWRAPPED.fullmatch, long))

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {known: place for place, known in enumerate(self.hashes)}

    def catalog(self, locale: str | None, domain: str) -> Catalog:
        """Return the messages as a catalog; `locale` is None for a template."""
        return Catalog(locale=locale, domain=domain, messages=tuple(self.messages))

    def place(self, key: MessageKey) -> int | None:
        """Return which entry has this context and msgid, or None."""
        place = self._places.get(hash(_written_key(key)))
        return place if place is not None and self.messages[place].key == key else None

    def block(self, key: MessageKey) -> Block | None:
        """Return the block of the message with this context and msgid, or None."""
        place = self.place(key)
        return None if place is None else self.blocks[place]


def read(content: bytes, path: str) -> PoFile:
    """Return the PO file with these bytes; `path` only names it in errors.

    Raises CatalogError with `path:line:column` for whatever GNU msgfmt or msgcat refuses, for texts that
    GNU would cut short (NUL), and for more than ten plural forms.
    """
    raw, encoding = in_utf8(content, path)
    newline = "\r\n" if b"\r" in raw and raw.count(b"\r\n") * 2 > raw.count(b"\n") else "\n"
    try:
        found, hashes = read_entries(raw, encoding, newline)
    except Fault as fault:
        raise _error(raw, path, fault) from None
    return PoFile(
        path=path, content=content, raw=raw, encoding=encoding, newline=newline, entries=found, hashes=hashes
    )


def read_entries(raw: bytes, encoding: str, newline: str) -> tuple[Entries, Sequence[int]]:
    """Return the entries of a file in UTF-8, and the hash of the key of each; `encoding` is that of its escapes.

    Raises Fault, with an offset in bytes, at the first thing that is no entry, and at a second one with the same key.
    """
    scan = _Scan(raw, encoding, newline)
    scan.run()
    found = Entries(raw, _codec(encoding), newline, scan.ends, scan.read)
    _refuse_duplicates(raw, _codec(encoding), found, scan.hashes)
    return found, scan.hashes


def _codec(encoding: str) -> str:
    return "ascii" if encoding == "ascii" else "utf-8"


def _written_key(key: MessageKey) -> bytes:
    """Return context and msgid as they stand in a file, each on one line and with its quotation marks, as one."""
    return b"".join(_quoted(text) for text in key if text is not None)


def _quoted(text: str) -> bytes:
    return f'"{escape(text)}"'.encode("utf-8", "surrogatepass")


def _is_text(raw: bytes, codec: str) -> bool:
    """Whether all bytes are letters; a large file is decoded bit by bit, for the memory's sake."""
    if codec == "ascii" or raw.isascii():
        return raw.isascii()
    view, position = memoryview(raw), 0
    try:
        while position < len(raw):
            is_last = position + _PORTION >= len(raw)
            position += codecs.utf_8_decode(view[position : position + _PORTION], "strict", is_last)[1]
    except UnicodeDecodeError:
        return False
    return True


class _Scan:
    """One walk through a file: ordinary entries by their pattern, all others by the grammar."""

    def __init__(self, raw: bytes, encoding: str, newline: str) -> None:
        self._raw, self._encoding, self._codec = raw, encoding, _codec(encoding)
        self._styles = styles(newline) if _is_text(raw, self._codec) else ()
        self._line, self._counted = 1, 0  # the line of an offset; only the grammar asks, and only onwards
        self._position = 0
        self.ends = array("q")
        self.hashes = array("q")
        self.read: dict[int, Message] = {}

    def run(self) -> None:
        """Find all entries, or raise Fault."""
        while any(map(self._take_ordinary, self._styles)) or self._take_any():
            pass

    def _take_ordinary(self, style: Style) -> bool:
        """Take the ordinary entries of one style that follow, if any. The inner loop of all reading."""
        raw, begin, position = self._raw, self._position, self._position
        add_end, add_hash = self.ends.append, self.hashes.append
        match = scanning_pattern(style).match
        seam = f'"{style.newline}{style.mark}"'.encode()
        while found := match(raw, position):
            context, msgid, forms = found.groups()
            if forms is not None and not are_in_order(style, forms.decode("latin-1")):
                break
            if b"\n" in msgid:
                msgid = msgid.replace(seam, b"")
            position = found.end()
            add_end(position)
            add_hash(hash(msgid if context is None else context.replace(seam, b"") + msgid))
        self._position = position
        return position > begin

    def _take_any(self) -> bool:
        """Take one entry by the grammar, and those that follow it on its last line, if any."""
        begin = self._position
        text, found = self._window()
        self._line += self._raw.count(b"\n", self._counted, begin)
        self._counted = begin
        for entry in found:
            line = self._line + text.count("\n", 0, keyword_start(entry))
            try:
                message = message_of(text, entry, self._encoding, line)
            except Fault as fault:
                raise _moved(fault, begin, text, self._codec) from None
            self.read[len(self.ends)] = message
            self._position = begin + _size(text[: entry.end], self._codec)
            self.ends.append(self._position)
            self.hashes.append(hash(_written_key(message.key)))
        return bool(found)

    def _window(self) -> tuple[str, Sequence[Entry]]:
        """Return a piece of the file from here on, and the entries in it up to the first that ends its line.

        It is as long as it has to be, so that the next entry is seen to begin, or is all the rest.
        """
        size = _WINDOW
        while True:
            end = self._raw.find(b"\n", self._position + size) + 1 or len(self._raw)
            text = self._raw[self._position : end].decode(self._codec, "surrogateescape")
            try:
                found = list(_up_to_line_end(text, entries(text)))
            except Fault as fault:
                if end == len(self._raw):
                    raise _moved(fault, self._position, text, self._codec) from None
            else:
                if end == len(self._raw) or (found and NEXT_ENTRY.match(text, found[-1].end)):
                    return text, found
            size *= 8


def _moved(fault: Fault, begin: int, text: str, codec: str) -> Fault:
    """Return a fault in a text that begins at the byte `begin` as one in the file."""
    return Fault(begin + _size(text[: fault.offset], codec), fault.what, fault.hint)


def _size(text: str, codec: str) -> int:
    return len(text.encode(codec, "surrogateescape"))


def _up_to_line_end(text: str, found: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries up to the first behind which a new line begins: the next one may be ordinary again."""
    for entry in found:
        yield entry
        if text[entry.end - 1] == "\n":
            return


def _refuse_duplicates(raw: bytes, codec: str, found: Entries, hashes: Sequence[int]) -> None:
    """Raise the Fault of the first entry whose key another one has already."""
    if len(set(hashes)) == len(hashes):
        return
    times = Counter(hashes)
    first: dict[MessageKey, int] = {}
    for place, known in enumerate(hashes):
        message = found.message(place) if times[known] > 1 else None
        if message and first.setdefault(message.key, place) != place:
            line = found.message(first[message.key]).line
            hint = f"the message stands at line {line} already: keep one of the two"
            begin, text, entry = entry_in(raw, codec, found, place)
            fault = Fault(keyword_start(entry), f"duplicate message, first at line {line}", hint)
            raise _moved(fault, begin, text, codec)


def entry_in(raw: bytes, codec: str, found: Entries, place: int) -> tuple[int, str, Entry]:
    """Return an entry as the grammar finds it, the text its offsets count in, and where that begins in the file: with
    the entry itself, or with the first of those that begin on one line.
    """
    first = place
    while (begin := found.span(first)[0]) and not raw.endswith(b"\n", 0, begin):
        first -= 1
    text = raw[begin : found.span(place)[1]].decode(codec, "surrogateescape")
    *_, entry = entries(text)
    return begin, text, entry


def keyword_start(entry: Entry) -> int:
    """Return where the first keyword of an entry stands, that of its previous source aside."""
    return (entry.strings("msgctxt") or entry.strings("msgid"))[0].start


def _error(raw: bytes, path: str, fault: Fault) -> CatalogError:
    line = raw.count(b"\n", 0, fault.offset) + 1
    before = raw[raw.rfind(b"\n", 0, fault.offset) + 1 : fault.offset]
    column = len(before.decode("utf-8", "surrogateescape")) + 1
    return CatalogError(fault.what, where=f"{path}:{line}:{column}", hint=fault.hint)
