"""The encoding of a PO file: what its header declares, and the file in UTF-8."""

import codecs
import re
from contextlib import suppress

from l10n.budgets import charset_of
from l10n.catalog.po.escapes import unescape
from l10n.catalog.po.syntax import Fault, entries
from l10n.errors import CatalogError

_CHARSET = re.compile(r"charset=([^ \t\n]*)")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_REFERENCES = re.compile(rb"^[ \t]*#:[^\n]*", re.MULTILINE)
_BEGINNING = 1 << 16
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "UTF-8 with a byte order mark",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


def declared_charset(header: str) -> str | None:
    """Return the charset that the msgstr of a header names, or None; the template's placeholder is None too."""
    match = _CHARSET.search(header)
    return None if match is None or match[1] == "CHARSET" else match[1]


def with_charset(header: str, charset: str) -> str:
    """Return the msgstr of a header with the charset it names replaced, when it names one."""
    return _CHARSET.sub(lambda _: f"charset={charset}", header, count=1)


def in_utf8(content: bytes, path: str) -> tuple[bytes, str]:
    """Return a PO file in UTF-8, and the codec it is in, as its header declares.

    A byte that is no letter stays as it is: GNU gettext tolerates it in comments, and so it survives; the reader
    refuses it elsewhere. Raises CatalogError for a byte order mark, an unknown charset, and letters outside ASCII
    where no charset is declared.
    """
    for mark, name in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            raise CatalogError(
                f"the file is saved as {name}",
                where=f"{path}:1:1",
                why="GNU gettext refuses a byte order mark",
                hint="save it as UTF-8 without a byte order mark",
            )
    header = _find_header(content)
    charset = declared_charset(header[1]) if header else None
    if charset is None:
        _refuse_letters(content, path)
        return content, "utf-8"
    codec = charset_of(charset)
    if codec is None:
        raise CatalogError(
            f"unknown charset {charset[:40]!r} in the header",
            where=f"{path}:{header[0] if header else 1}",
            hint="declare the charset the file is saved in, preferably UTF-8",
        )
    return content if codec in ("utf-8", "ascii") else _converted(content, codec, path), codec


def _converted(content: bytes, codec: str, path: str) -> bytes:
    text = content.decode(codec, "surrogateescape")
    converted = text.encode("utf-8", "surrogateescape")
    if converted.decode("utf-8", "surrogateescape") != text:
        hint = "save the file in the charset its header declares, preferably UTF-8"
        raise CatalogError(f"bytes that are not valid in {codec}", where=f"{path}:1", hint=hint)
    return converted


def _refuse_letters(content: bytes, path: str) -> None:
    """Raise CatalogError for letters in a file without a charset; as in msgcat, references may leave ASCII there."""
    if not content.isascii():
        letter = _BEYOND_ASCII.search(_REFERENCES.sub(lambda line: b" " * len(line[0]), content))
        if letter:
            line = content.count(b"\n", 0, letter.start()) + 1
            column = letter.start() - content.rfind(b"\n", 0, letter.start())
            raise CatalogError(
                "letters outside ASCII, and no header that declares a charset",
                where=f"{path}:{line}:{column}",
                hint='give the header (msgid "") the field "Content-Type: text/plain; charset=UTF-8\\n"',
            )


def _find_header(content: bytes) -> tuple[int, str] | None:
    """Return line and msgstr of the header, found before the charset is known.

    Latin-1 gives every byte a letter and the header's first lines are ASCII. It is nearly always the first entry, so
    the beginning of the file is looked at alone. A file that cannot be read so far passes for UTF-8, and the reader
    itself reports the fault.
    """
    if len(content) > _BEGINNING:
        with suppress(Fault):
            if header := _header_in(content[:_BEGINNING].decode("latin-1"), cut=True):
                return header
    try:
        return _header_in(content.decode("latin-1"))
    except Fault:
        return 1, "charset=UTF-8"


def _header_in(text: str, *, cut: bool = False) -> tuple[int, str] | None:
    """Return line and msgstr of the header, or None; of a text that is cut off only the first entry counts."""
    for entry in entries(text):
        if cut and (entry.start or entry.end == len(text)):
            return None
        msgid, msgstr = entry.strings("msgid")[0], entry.strings("msgstr") + entry.strings("msgstr[]")
        if not msgid.obsolete and not entry.strings("msgctxt") and not unescape(text, msgid.runs, "latin-1"):
            return text.count("\n", 0, msgid.start) + 1, unescape(text, msgstr[0].runs, "latin-1")
    return None
