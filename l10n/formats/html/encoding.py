"""The encoding a page says it is in.

HTML, "Determining the character encoding": the `meta` element that says so stands in the first 1024 bytes. XML 1.0,
section 4.3.3: so does the declaration of XML, where there is one.
"""

import re
from collections.abc import Iterator

from l10n.budgets import charset_of
from l10n.formats.html.tokens import Attribute, TokenKind, tokenize
from l10n.model import Edit, apply_edits

_LOOKED_AT = 1024  # bytes
_XML = re.compile(r"\ufeff?<\?xml[^>]*?\sencoding\s*=\s*([\"'])(?P<label>[A-Za-z][\w.-]*)\1")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?(?P<label>[^\s\"';]+)", re.IGNORECASE)
# Encoding Standard, "Names and labels": what browsers take these for.
_TAKEN_FOR = {
    label: codec
    for codec, labels in {
        "cp1252": "ascii us-ascii iso-8859-1 iso8859-1 latin1 l1 x-user-defined",
        "cp1254": "iso-8859-9 latin5",
        "cp874": "iso-8859-11 tis-620",
        "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji",
        "cp949": "euc-kr korean ks_c_5601-1987 ksc5601 windows-949",
        "gb18030": "gb2312 gbk x-gbk chinese csgb2312",
        "utf-8": "utf-16 utf-16le utf-16be",
    }.items()
    for label in labels.split()
}
# What Python calls otherwise than the Encoding Standard, by the beginning of its name.
_LABEL_OF = {
    "cp125": "windows-125",
    "cp874": "windows-874",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "iso8859": "iso-8859",
    "utf-8-sig": "utf-8",
}


def declared_encoding(content: bytes) -> str | None:
    """Return Python's name of the encoding that a page says it is in; None where it says none that is known."""
    head = content[:_LOOKED_AT].decode("latin-1")
    labels = (head[start:end].strip().lower() for start, end in _labels(head))
    return next((known for label in labels if (known := _codec(label))), None)


def redeclared(text: str, encoding: str) -> str:
    """Return a page that says it is in `encoding`, a name of Python's, wherever it says which it is in."""
    other = next((name for name in _LABEL_OF if encoding.startswith(name)), "")
    label = _LABEL_OF[other] + encoding.removeprefix(other) if other else encoding.replace("_", "-")
    spans = _labels(text[:_LOOKED_AT])
    return apply_edits(text, (Edit(start=start, end=end, replacement=label) for start, end in spans))


def _codec(label: str) -> str | None:
    return charset_of(_TAKEN_FOR.get(label, label))


def _labels(head: str) -> Iterator[tuple[int, int]]:
    """Yield where names of encodings stand in the beginning of a page."""
    if found := _XML.match(head):
        yield found.span("label")
    for token in tokenize(head):
        if token.kind is TokenKind.START and token.name == "meta":
            if charset := token.attribute("charset"):
                yield _inside(charset)
            elif (equivalent := token.attribute("http-equiv")) and (content := token.attribute("content")):
                is_type = equivalent.value(head).strip().lower() == "content-type"
                if is_type and (found := _CHARSET.search(head, *_inside(content))):
                    yield found.span("label")


def _inside(attribute: Attribute) -> tuple[int, int]:
    width = len(attribute.quote)
    return attribute.start + width, attribute.end - width
