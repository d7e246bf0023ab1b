"""Bytes of a PO file to messages that know their raw text: nothing is guessed, nothing is dropped."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from l10n.catalog.catalog import Catalog, Message, MessageKey, Previous
from l10n.catalog.charset import decode
from l10n.catalog.escapes import characters, unescape
from l10n.catalog.posyntax import Entry, Fault, Part, entries
from l10n.errors import CatalogError

_SURROGATE = re.compile("[\ud800-\udfff]")
_REFERENCE = re.compile("\u2068[^\u2069]*\u2069|[^ \t\r\f\v]+")
_LONG_UNWRAPPED = re.compile(r'^(?:#[~|]+ )?"[^\n]{0,70}[^\s"][ ][^\n]{90,}"\r?$', re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The raw text of one entry, `text[start:end]` of its file, blank lines and comments before it included."""

    start: int
    end: int
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class PoFile:
    """A PO file as it was read. Law: the blocks and the tail (`text[blocks[-1].end:]`) joined are the text.

    `encoding` is Python's name of the declared charset, `newline` the more frequent line end, and `wrapped`
    whether long texts are folded as GNU gettext folds them.
    """

    path: str
    content: bytes
    text: str
    encoding: str
    newline: str = "\n"
    wrapped: bool = True
    blocks: tuple[Block, ...] = ()
    places: Mapping[MessageKey, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def messages(self) -> tuple[Message, ...]:
        """All messages in file order: the header, live and obsolete ones."""
        return tuple(block.message for block in self.blocks)

    @property
    def tail(self) -> str:
        """The text behind the last entry: comments and blank lines that belong to none."""
        return self.text[self.blocks[-1].end :] if self.blocks else self.text

    def catalog(self, locale: str | None, domain: str) -> Catalog:
        """Return the messages as a catalog; `locale` is None for a template."""
        return Catalog(locale=locale, domain=domain, messages=self.messages)

    def block(self, key: MessageKey) -> Block | None:
        """Return the block of the message with this context and msgid, or None."""
        place = self.places.get(key)
        return None if place is None else self.blocks[place]


def read(content: bytes, path: str) -> PoFile:
    """Return the PO file with these bytes; `path` only names it in errors.

    Raises CatalogError with `path:line:column` for whatever GNU msgfmt or msgcat refuses, for texts that
    GNU would cut short (NUL), and for more than ten plural forms.
    """
    text, encoding = decode(content, path)
    try:
        blocks, places = _blocks(text, encoding)
    except Fault as fault:
        raise _error(text, path, fault) from None
    crlf = text.count("\r\n")
    return PoFile(
        path=path,
        content=content,
        text=text,
        encoding=encoding,
        newline="\r\n" if crlf * 2 > text.count("\n") else "\n",
        wrapped=_LONG_UNWRAPPED.search(text) is None,
        blocks=tuple(blocks),
        places=places,
    )


def _blocks(text: str, encoding: str) -> tuple[list[Block], dict[MessageKey, int]]:
    blocks: list[Block] = []
    places: dict[MessageKey, int] = {}
    line, counted = 1, 0
    for entry in entries(text):
        keyword = entry.strings("msgctxt") + entry.strings("msgid")
        line, counted = line + text.count("\n", counted, keyword[0].start), keyword[0].start
        message = _message(text, entry, encoding, line)
        first = places.setdefault(message.key, len(blocks))
        if first != len(blocks):
            earlier = blocks[first].message.line
            hint = f"the message stands at line {earlier} already: keep one of the two"
            raise Fault(counted, f"duplicate message, first at line {earlier}", hint)
        blocks.append(Block(start=entry.start, end=entry.end, message=message))
    return blocks, places


def _message(text: str, entry: Entry, encoding: str, line: int) -> Message:
    """Return the message that `entry` says."""

    def said(part: Part) -> str:
        content = unescape(text, part.runs, encoding)
        if not content.isascii() and not _is_text(content):
            hint = "save the file in the charset its header declares, best UTF-8"
            found = (_SURROGATE.search(text, begin, end) for begin, end in part.runs)
            offset = next((match.start() for match in found if match), part.start)
            raise Fault(offset, f"a byte that is no letter in {encoding}", hint)
        return content

    texts = {part.keyword: said(part) for part in entry.parts if part.keyword != "msgstr[]"}
    forms = tuple(said(part) for part in entry.strings("msgstr[]"))
    comments = _comments(text, entry)
    previous = None
    if "previous msgid" in texts:
        previous = Previous(
            msgid=texts["previous msgid"],
            msgctxt=texts.get("previous msgctxt"),
            msgid_plural=texts.get("previous msgid_plural"),
        )
    return Message(
        msgid=texts["msgid"],
        msgstr=forms or (texts["msgstr"],),
        msgctxt=texts.get("msgctxt"),
        msgid_plural=texts.get("msgid_plural"),
        flags=tuple(dict.fromkeys(flag for line in comments["flags"] for flag in _flags(line))),
        translator_comments=tuple(comments["translator"]),
        extracted_comments=tuple(comments["extracted"]),
        references=tuple(name for line in comments["references"] for name in _references(line)),
        previous=previous,
        obsolete=entry.parts[0].obsolete,
        line=line,
    )


def _is_text(content: str) -> bool:
    """Whether no lone surrogate, which stands for a byte that is no letter, is in `content`."""
    try:
        content.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def comment_kind(comment: str) -> str:
    """Return which section of an entry a comment line (from its `#` on) belongs to."""
    return {".": "extracted", ":": "references", ",": "flags", "!": "flags"}.get(comment[1:2], "translator")


def comment_text(comment: str) -> str:
    """Return the text of a comment line (from its `#` on): its mark and one blank removed.

    Bytes that are no letters read as U+FFFD; the raw line keeps them.
    """
    text = comment[1 if comment_kind(comment) == "translator" else 2 :].rstrip("\r\n")
    text = text.removeprefix(" ")
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _comments(text: str, entry: Entry) -> dict[str, list[str]]:
    lines: dict[str, list[str]] = {"translator": [], "extracted": [], "references": [], "flags": []}
    for begin, end in entry.comments:
        comment = text[begin:end]
        lines[comment_kind(comment)].append(comment_text(comment))
    return lines


def _flags(line: str) -> list[str]:
    """Return the flags of a line: separated by commas or blanks, but `range: 0..5` is one."""
    parts = (part.strip() for part in line.split(","))
    return [flag for part in parts for flag in ([part] if part.startswith("range:") else part.split())]


def _references(line: str) -> list[str]:
    """Return the references of a line; a name with blanks stands between U+2068 and U+2069."""
    return [name.strip("\u2068\u2069") for name in _REFERENCE.findall(line)]


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
