"""Bytes of an article to its text: in which encoding they are, and what is no text."""

import codecs
import re

from l10n.errors import SourceError
from l10n.formats import DeclaresEncoding
from l10n.model import LineIndex

# UTF-32 before UTF-16: the mark of UTF-32 little-endian begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# GNU gettext manual, "The Format of GNU MO Files": NUL ends a string, EOT stands between context and msgid.
_NO_TEXT = re.compile("[\0\x04]")
_EMPTY = re.compile(r"[\ufeff \t\r\n]*\Z")


def decoded(content: bytes, configured: str, form: object, name: str) -> tuple[str, str]:
    """Return the encoding of a file (Python's name of it) and its text, which encoded is `content` again.

    The encoding is that of its byte-order mark, which stays in the text as U+FEFF, else the `configured` one; where
    that cannot be, the one that the file says it is in, if its format can say that. Raises SourceError for bytes that
    are no text or do not come back, and for a text that no catalog can hold; `name` is its path.
    """
    encoding = next((known for mark, known in _BYTE_ORDER_MARKS if content.startswith(mark)), configured)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        declared = form.declared_encoding(content) if isinstance(form, DeclaresEncoding) else None
        if declared in (None, encoding):
            raise _undecodable(content, encoding, error, name) from error
        return decoded(content, declared, None, name)
    comes_back = encoding == "utf-8" or text.encode(encoding) == content  # UTF-8 writes nothing in two ways
    if not comes_back:
        raise SourceError(f"cannot be written back as {encoding} byte for byte", where=name)
    if found := _NO_TEXT.search(text):
        place = LineIndex(text).location(name, found.start())
        raise SourceError(
            f"the character U+{ord(found[0]):04X}",
            where=str(place),
            why="no catalog can hold it: it ends or divides strings in compiled catalogs",
            hint="delete it, or check the encoding of the file",
        )
    return encoding, text


def is_empty(text: str) -> bool:
    """Whether there is nothing in the text of a file but blanks and a byte-order mark."""
    return _EMPTY.match(text) is not None


def _undecodable(content: bytes, encoding: str, error: UnicodeDecodeError, name: str) -> SourceError:
    read = content[: error.start].decode(encoding, "replace")
    place = LineIndex(read).location(name, len(read))
    return SourceError(
        f"not {encoding}: byte 0x{content[error.start]:02x} at offset {error.start} ({error.reason})",
        where=str(place),
        hint="save the file as UTF-8, or declare its encoding: "
        f'[tool.l10n.encodings] "{name}" = "cp1252" (or cp1251, koi8-r …)',
    )
