"""Names of encodings, as files and configurations give them.

Python knows more text encodings than there are charsets: escapes of its own and of host names among them. They are no
encodings of files, and decoding a large one takes time that grows with its square.
"""

import codecs

# Python, `codecs`, "Python Specific Encodings": text encodings that are no charset of any file
_NO_CHARSETS = frozenset(
    {
        *("idna", "mbcs", "oem", "palmos", "punycode", "undefined", "utf-7"),
        *("raw_unicode_escape", "raw-unicode-escape", "unicode_escape", "unicode-escape"),
    }
)
# What the syntax of markup and catalogs is made of, and what stateful or escaping codecs would read differently
_SYNTAX = bytes(range(0x20, 0x7F)) + b"\t\n\r\\u0041 +AGE- ~{AB~}"


def text_codec(name: str) -> str | None:
    """Return Python's name of an encoding of text files, None for what is none."""
    try:
        charset = codecs.lookup(name).name
        "".encode(charset)  # codecs that make no bytes of text raise, too
    except (LookupError, ValueError):
        return None
    return None if charset in _NO_CHARSETS else charset


def charset_of(name: str) -> str | None:
    """Return Python's name of a charset that ASCII is part of, None for what is none: UTF-16, rot13, punycode."""
    charset = text_codec(name)
    try:
        return charset if charset and _SYNTAX.decode(charset) == _SYNTAX.decode("ascii") else None
    except (UnicodeError, ValueError):
        return None
