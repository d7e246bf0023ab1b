"""Messages to the bytes of a compiled catalog (`.mo`), as GNU gettext reads them.

GNU gettext manual, "The Format of GNU MO Files". There is no hash table: it is optional, and libraries that use one
make their own where it is missing. polib, which writes the same, needs three times as long as msgfmt.
"""

import sys
from array import array
from collections.abc import Iterable, Mapping
from itertools import accumulate, islice

from l10n.catalog.catalog import Message
from l10n.catalog.po.charset import with_charset
from l10n.catalog.po.fast_entry import LIVE, unescape
from l10n.catalog.po.reader import PoFile

_MAGIC = 0x950412DE
_HEADER_SIZE = 28
_CONTEXT = "\x04"  # between context and msgid
_MSGID, _NEXT_MSGID, _NEXT_MSGSTR = b'msgid "', b'\nmsgid "', b'\nmsgstr "'
_NEXT = "\0"  # between the singular and the plural, and between plural forms


def compile_messages(messages: Iterable[Message], *, use_fuzzy: bool = False) -> bytes:
    """Return the compiled catalog: the same bytes for the same messages, in UTF-8, whatever the order.

    As in msgfmt, obsolete and untranslated messages are left out, and fuzzy ones unless `use_fuzzy`; the header is
    always there. A message counts as untranslated when its first form is empty.
    """
    texts: dict[bytes, bytes] = {}
    for message in messages:
        if _is_compiled(message, use_fuzzy=use_fuzzy):
            texts.setdefault(_key(message), _text(message))
    return _content(texts)


def compile_file(file: PoFile, *, use_fuzzy: bool = False) -> bytes:
    """Return what `compile_messages` makes of the messages of a file.

    Of an entry that is one singular text, neither fuzzy nor obsolete, only that text and its msgid are read.
    """
    texts: dict[bytes, bytes] = {}
    is_plain = file.newline == LIVE.newline
    for place in range(len(file.blocks)):
        simple = _simple(file.entries.ordinary(place)) if is_plain else None
        if simple is None:
            message = file.messages[place]
            if _is_compiled(message, use_fuzzy=use_fuzzy):
                texts.setdefault(_key(message), _text(message))
        elif simple[1]:
            texts.setdefault(*simple)
    return _content(texts)


def _simple(raw: bytes | None) -> tuple[bytes, bytes] | None:
    """Return msgid and msgstr of a live, ordinary entry without context, plural or a word about fuzzy; else None."""
    if raw is None:
        return None
    # Only a keyword follows a line end directly: the lines of comments begin with #, those of strings with a quote.
    start = 0 if raw.startswith(_MSGID) else raw.find(_NEXT_MSGID) + 1
    middle = raw.find(_NEXT_MSGSTR, start)
    if middle < 0 or (start and (b"fuzzy" in raw[:start] or b"msgctxt" in raw[:start])):
        return None
    if not start and not raw.startswith(_MSGID):
        return None
    msgid = _said(raw[start + len(_MSGID) : middle - 1])
    return (msgid, _said(raw[middle + len(_NEXT_MSGSTR) : -1])) if msgid else None


def _said(strings: bytes) -> bytes:
    """Return what the strings of an ordinary entry say, given without the outer quotation marks."""
    text = strings.replace(b'"\n"', b"") if b"\n" in strings else strings
    escapes = text.count(b"\\")
    if escapes == text.count(b'"'):  # each quotation mark has its backslash, and nothing else has one
        return text.replace(b"\\", b"") if escapes else text
    return unescape(text.decode()).encode()


def _is_compiled(message: Message, *, use_fuzzy: bool) -> bool:
    if message.obsolete or not message.msgstr[0]:
        return False
    return use_fuzzy or message.is_header or not message.fuzzy


def _content(texts: Mapping[bytes, bytes]) -> bytes:
    keys = sorted(texts)
    values = [texts[key] for key in keys]
    tables = _HEADER_SIZE + 16 * len(keys)
    ids = b"\0".join([*keys, b""])
    strings = b"\0".join([*values, b""])
    header = array("I", (_MAGIC, 0, len(keys), _HEADER_SIZE, _HEADER_SIZE + 8 * len(keys), 0, tables))
    header += _table(keys, tables) + _table(values, tables + len(ids))
    if sys.byteorder == "big":
        header.byteswap()
    return header.tobytes() + ids + strings


def _key(message: Message) -> bytes:
    context = "" if message.msgctxt is None else message.msgctxt + _CONTEXT
    plural = "" if message.msgid_plural is None else _NEXT + message.msgid_plural
    return f"{context}{message.msgid}{plural}".encode()


def _text(message: Message) -> bytes:
    if message.is_header:
        return with_charset(message.msgstr[0], "UTF-8").encode()
    return (message.msgstr[0] if message.msgid_plural is None else _NEXT.join(message.msgstr)).encode()


def _table(texts: list[bytes], start: int) -> "array[int]":
    """Return length and offset of each text, the first of them at `start`, each with a NUL behind it."""
    lengths = array("I", map(len, texts))
    table = array("I", bytes(2 * lengths.itemsize * len(lengths)))
    table[0::2] = lengths
    offsets = accumulate((length + 1 for length in lengths), initial=start)
    table[1::2] = array("I", islice(offsets, len(lengths)))
    return table
