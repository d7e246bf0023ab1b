"""Messages to the bytes of a compiled catalog (`.mo`), as GNU gettext reads them.

GNU gettext manual, "The Format of GNU MO Files". There is no hash table: it is optional, and libraries that use one
make their own where it is missing. polib, which writes the same, needs three times as long as msgfmt.
"""

import sys
from array import array
from collections.abc import Iterable
from itertools import accumulate

from l10n.catalog.catalog import Message
from l10n.catalog.charset import with_charset

_MAGIC = 0x950412DE
_HEADER_SIZE = 28
_CONTEXT = "\x04"  # between context and msgid
_NEXT = "\0"  # between the singular and the plural, and between plural forms


def compile_messages(messages: Iterable[Message], *, use_fuzzy: bool = False) -> bytes:
    """Return the compiled catalog: the same bytes for the same messages, in UTF-8, whatever the order.

    As in msgfmt, obsolete and untranslated messages are left out, and fuzzy ones unless `use_fuzzy`; the header is
    always there. A message counts as untranslated when its first form is empty.
    """
    texts: dict[bytes, bytes] = {}
    for message in messages:
        if (
            message.obsolete
            or not message.msgstr[0]
            or not (use_fuzzy or message.is_header or not message.fuzzy)
        ):
            continue
        texts.setdefault(_key(message).encode(), _text(message).encode())
    keys = sorted(texts)
    values = [texts[key] for key in keys]
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
