"""Bytes of a PO file to messages that know their raw text: nothing is guessed, nothing is dropped.

A file of ten thousand messages is opened to change one of them, so an entry is only recognised and its key noted;
what it says is read when somebody asks for it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from l10n.catalog.catalog import Catalog, Message, MessageKey
from l10n.catalog.charset import decode
from l10n.catalog.escapes import characters
from l10n.catalog.ordinary import Style, are_in_order, escape, scanning_pattern, styles
from l10n.catalog.poblocks import Block, Entries
from l10n.catalog.pomessages import is_text, message_of
from l10n.catalog.posyntax import Entry, Fault, entries
from l10n.errors import CatalogError

_LONG_UNWRAPPED = re.compile(r'(?:#[~|]+ )?"[^\n]{0,70}[^\s"][ ][^\n]{90,}"\r?')
_SHORT = 94  # no shorter line can match it
_SAMPLE = 500_000  # so many characters show how a file is folded


@dataclass(frozen=True, kw_only=True)
class PoFile:
    """A PO file as it was read. Law: the blocks and the tail (`text[blocks[-1].end:]`) joined are the text.

    `encoding` is Python's name of the declared charset, `newline` the more frequent line end, and `places` says
    which entry has which key.
    """

    path: str
    content: bytes
    text: str
    encoding: str
    newline: str = "\n"
    entries: Entries = field(compare=False, repr=False)
    places: Mapping[str, int] = field(compare=False, repr=False)

    @property
    def blocks(self) -> Sequence[Block]:
        """The entries in file order, each read when it is asked for."""
        return self.entries.blocks

    @property
    def messages(self) -> Sequence[Message]:
        """All messages in file order, the header, live and obsolete ones, each read when it is asked for."""
        return self.entries.messages

    @property
    def tail(self) -> str:
        """The text behind the last entry: comments and blank lines that belong to none."""
        return self.text[self.entries.span(len(self.blocks) - 1)[1] :] if self.blocks else self.text

    @cached_property
    def wrapped(self) -> bool:
        """Whether long texts are folded as GNU gettext folds them."""
        long = (line for line in self.text[:_SAMPLE].split("\n") if len(line) >= _SHORT)
        return not any(map(_LONG_UNWRAPPED.fullmatch, long))

    def catalog(self, locale: str | None, domain: str) -> Catalog:
        """Return the messages as a catalog; `locale` is None for a template."""
        return Catalog(locale=locale, domain=domain, messages=tuple(self.messages))

    def place(self, key: MessageKey) -> int | None:
        """Return which entry has this context and msgid, or None."""
        msgctxt, msgid = key
        return self.places.get(escape(msgid) if msgctxt is None else _key(escape(msgctxt), escape(msgid)))

    def block(self, key: MessageKey) -> Block | None:
        """Return the block of the message with this context and msgid, or None."""
        place = self.place(key)
        return None if place is None else self.blocks[place]


def read(content: bytes, path: str) -> PoFile:
    """Return the PO file with these bytes; `path` only names it in errors.

    Raises CatalogError with `path:line:column` for whatever GNU msgfmt or msgcat refuses, for texts that
    GNU would cut short (NUL), and for more than ten plural forms.
    """
    text, encoding = decode(content, path)
    newline = "\r\n" if "\r" in text and text.count("\r\n") * 2 > text.count("\n") else "\n"
    try:
        found, places = read_entries(text, encoding, newline)
    except Fault as fault:
        raise _error(text, path, fault) from None
    return PoFile(
        path=path,
        content=content,
        text=text,
        encoding=encoding,
        newline=newline,
        entries=found,
        places=places,
    )


def read_entries(text: str, encoding: str, newline: str) -> tuple[Entries, Mapping[str, int]]:
    """Return the entries of a text, and which of them has which key; `encoding` is that of octal and hex escapes.

    Raises Fault at the first thing that is no entry, and at a second one with the same key.
    """
    scan = _Scan(text, encoding, newline)
    scan.run()
    return Entries(text, newline, scan.ends, scan.read), scan.places


def _key(msgctxt: str, msgid: str) -> str:
    """Return context and msgid, both still escaped, as one text; EOT parts them, as in a compiled catalog."""
    return f"{msgctxt}\x04{msgid}"


class _Scan:
    """One walk through a file: ordinary entries by their pattern, all others by the grammar."""

    def __init__(self, text: str, encoding: str, newline: str) -> None:
        self._text, self._encoding = text, encoding
        self._styles = styles(newline) if is_text(text) else ()
        self._line, self._counted = 1, 0  # the line of an offset; only the grammar asks, and only onwards
        self._position = 0
        self.ends: list[int] = []
        self.read: dict[int, Message] = {}
        self.places: dict[str, int] = {}

    def run(self) -> None:
        """Find all entries, or raise Fault."""
        while any(map(self._take_ordinary, self._styles)) or self._take_any():
            pass

    def _take_ordinary(self, style: Style) -> bool:
        """Take the ordinary entries of one style that follow, if any. The inner loop of all reading."""
        text, position = self._text, self._position
        places, ends = self.places, self.ends
        first = number = len(ends)
        match = scanning_pattern(style).match
        seam = f'"{style.newline}{style.mark}"'
        while found := match(text, position):
            context, msgid, forms = found.group(1, 2, 3)
            if forms is not None and not are_in_order(style, forms):
                break
            key = msgid[1:-1].replace(seam, "") if "\n" in msgid else msgid[1:-1]
            if context is not None:
                key = _key(style.written(context), key)
            if places.setdefault(key, number) != number:
                self._refuse(places[key], next(entries(text, position)))
            position = found.end()
            ends.append(position)
            number += 1
        self._position = position
        return number > first

    def _take_any(self) -> bool:
        """Take one entry by the grammar, and those that follow it on its last line, if any."""
        for entry in entries(self._text, self._position):
            keyword = _keyword(entry)
            self._line += self._text.count("\n", self._counted, keyword)
            self._counted = keyword
            message = message_of(self._text, entry, self._encoding, self._line)
            context, msgid = message.key
            key = escape(msgid) if context is None else _key(escape(context), escape(msgid))
            number = len(self.ends)
            if self.places.setdefault(key, number) != number:
                self._refuse(self.places[key], entry)
            self.read[number] = message
            self._position = entry.end
            self.ends.append(entry.end)
            if self._text[entry.end - 1] == "\n":  # the next one may be ordinary again
                return True
        return False

    def _refuse(self, first: int, second: Entry) -> None:
        """Raise the Fault of an entry whose key another one has already."""
        start = self.ends[first - 1] if first else 0
        keyword = _keyword(next(entries(self._text, start)))
        line = self._text.count("\n", 0, keyword) + 1
        hint = f"the message stands at line {line} already: keep one of the two"
        raise Fault(_keyword(second), f"duplicate message, first at line {line}", hint)


def _keyword(entry: Entry) -> int:
    """Return where the first keyword of an entry stands, that of its previous source aside."""
    return (entry.strings("msgctxt") or entry.strings("msgid"))[0].start


def locate(pofile: PoFile, message: Message, form: int, offset: int) -> tuple[int, int]:
    """Return line and column (1-based, code points) in the file where `message.msgstr[form][offset]` is written.

    Escapes and continued strings are followed. Of an empty msgstr it is the place of its keyword, of an offset
    at or behind the end that of the closing quotation mark. Raises KeyError when the message is not in the file.
    """
    block = pofile.block(message.key)
    if block is None:
        raise KeyError(message.key)
    text = pofile.text
    line_start = text.rfind("\n", 0, block.start) + 1
    entry = next(entry for entry in entries(text, line_start) if entry.end >= block.end)
    keyword = (entry.strings("msgctxt") + entry.strings("msgid"))[0].start
    part = (entry.strings("msgstr[]") or entry.strings("msgstr"))[form]
    place, written = part.start, 0
    for written, (_, at) in enumerate(characters(text, part.runs, pofile.encoding)):
        place = at
        if written == offset:
            return _below(text, keyword, block.message.line, at)
    empty = place == part.start
    return _below(text, keyword, block.message.line, place if empty else part.runs[-1][1] - 1)


def _below(text: str, start: int, line: int, offset: int) -> tuple[int, int]:
    """Return the line and column of `offset`, counted from `start`, which is on `line`: files are long."""
    return line + text.count("\n", start, offset), offset - text.rfind("\n", 0, offset)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _error(text: str, path: str, fault: Fault) -> CatalogError:
    line, column = _line_and_column(text, fault.offset)
    return CatalogError(fault.what, where=f"{path}:{line}:{column}", hint=fault.hint)
