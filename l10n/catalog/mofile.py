"""Messages to the bytes of a compiled catalog (`.mo`), as GNU gettext reads them.

GNU gettext manual, "The Format of GNU MO Files". There is no hash table: it is optional, and libraries that use one
make their own where it is missing. polib, which writes the same, needs three times as long as msgfmt.
"""

import sys
from array import array
from collections.abc import Iterable, Mapping
from itertools import accumulate

from l10n.catalog.catalog import Message
from l10n.catalog.charset import with_charset
from l10n.catalog.ordinary import LIVE
from l10n.catalog.poreader import PoFile

_MAGIC = 0x950412DE
_HEADER_SIZE = 28
_CONTEXT = "\x04"  # between context and msgid
_MSGID, _MSGSTR = 'msgid "', 'msgstr "'
_NEXT = "\0"  # between the singular and the plural, and between plural forms


def compile_messages(messages: Iterable[Message], *, use_fuzzy: bool = False) -> bytes:
    """Return the compiled catalog: the same bytes for the same messages, in UTF-8, whatever the order.

    As in msgfmt, obsolete and untranslated messages are left out, and fuzzy ones unless `use_fuzzy`; the header is
    always there. A message counts as untranslated when its first form is empty.
    """
    texts: dict[str, str] = {}
    for message in messages:
        if _is_compiled(message, use_fuzzy=use_fuzzy):
            texts.setdefault(_key(message), _text(message))
    return _content(texts)


def compile_file(file: PoFile, *, use_fuzzy: bool = False) -> bytes:
    """Return what `compile_messages` makes of the messages of a file.

    Of an entry that is one singular text, neither fuzzy nor obsolete, only that text and its msgid are read.
    """
    texts: dict[str, str] = {}
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


def _simple(raw: str | None) -> tuple[str, str] | None:
    """Return msgid and msgstr of a live, ordinary entry without context, plural or a word about fuzzy; else None."""
    if raw is None or "fuzzy" in raw or "msgctxt" in raw:
        return None
    # Only a keyword follows a line end directly: the lines of comments begin with #, those of strings with a quote.
    start = 0 if raw.startswith(_MSGID) else raw.find(f"\n{_MSGID}") + 1
    middle = raw.find(f"\n{_MSGSTR}", start)
    if middle < 0 or not raw.startswith(_MSGID, start):
        return None
    msgid = LIVE.said(raw[start + len(_MSGID) - 1 : middle])
    return (msgid, LIVE.said(raw[middle + len(_MSGSTR) :])) if msgid else None


def _is_compiled(message: Message, *, use_fuzzy: bool) -> bool:
    if message.obsolete or not message.msgstr[0]:
        return False
    return use_fuzzy or message.is_header or not message.fuzzy


def _content(texts: Mapping[str, str]) -> bytes:
    encoded = {key.encode(): text.encode() for key, text in texts.items()}
    keys = sorted(encoded)
    values = [encoded[key] for key in keys]
    tables = _HEADER_SIZE + 16 * len(keys)
    ids = b"".join([key + b"\0" for key in keys])
    strings = b"".join([value + b"\0" for value in values])
    header = array("I", (_MAGIC, 0, len(keys), _HEADER_SIZE, _HEADER_SIZE + 8 * len(keys), 0, tables))
    header.extend(_table(keys, tables))
    header.extend(_table(values, tables + len(ids)))
    if sys.byteorder == "big":
        header.byteswap()
    return header.tobytes() + ids + strings


def _key(message: Message) -> str:
    context = "" if message.msgctxt is None else message.msgctxt + _CONTEXT
    plural = "" if message.msgid_plural is None else _NEXT + message.msgid_plural
    return f"{context}{message.msgid}{plural}"


def _text(message: Message) -> str:
    if message.is_header:
        return with_charset(message.msgstr[0], "UTF-8")
    return message.msgstr[0] if message.msgid_plural is None else _NEXT.join(message.msgstr)


def _table(texts: list[bytes], start: int) -> list[int]:
    """Return length and offset of each text, the first of them at `start`, each with a NUL behind it."""
    offsets = accumulate((len(text) + 1 for text in texts), initial=start)
    return [number for text, offset in zip(texts, offsets, strict=False) for number in (len(text), offset)]
