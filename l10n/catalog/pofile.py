"""The only door to `.po` and `.pot` files: bytes in, messages out, and back without touching what nobody changed.

Laws (tests/properties): `write(read(x), read(x).messages) == x` for every valid UTF-8 file `x`, and
`read(write(None, messages)).messages == messages` for all messages a PO file can hold.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from l10n.catalog.catalog import Message
from l10n.catalog.charset import codec_name, declared_charset, decode, with_charset
from l10n.catalog.poreader import Block, PoFile, locate, read
from l10n.catalog.posplice import splice
from l10n.catalog.powriter import entry_lines
from l10n.errors import CatalogError

__all__ = ["Block", "PoFile", "locate", "read", "write"]

_LEADING_BLANK_LINES = re.compile(r"(?:[ \t\r\f\v]*+\n)*+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNWRITABLE = re.compile("[\x00\x04\ud800-\udfff]")


def write(pofile: PoFile | None, messages: Sequence[Message]) -> bytes:
    """Return the bytes of a PO file with `messages` in this order, in UTF-8.

    `pofile` is what the file held before, None for a new one: messages equal to its own keep their raw bytes,
    of changed ones only the changed sections are written anew, and its line ends and folding are kept. A header
    that declares another charset is corrected to UTF-8. Raises CatalogError when a text holds a character that
    no PO file can hold or letters need a header that declares their charset, and AssertionError when reading
    the result does not give `messages` back (our bug).
    """
    wanted = tuple(messages)
    for message in wanted:
        _check_writable(message)
    is_utf8 = pofile is None or pofile.encoding in ("utf-8", "ascii")
    if pofile is not None and is_utf8 and wanted == pofile.messages:
        return pofile.content
    text = _text(pofile, wanted)
    charsets = {"utf-8"} | ({"ascii"} if text.isascii() else set())
    if any(not _fits(message, charsets) for message in wanted):
        wanted = tuple(message if _fits(message, charsets) else _in_utf8(message) for message in wanted)
        text = _text(pofile, wanted)
    content = text.encode("utf-8", "surrogateescape")
    decode(content, pofile.path if pofile else "<new file>")  # refuses letters without a declared charset
    _check_result(content, wanted)
    return content


def _fits(message: Message, charsets: set[str]) -> bool:
    """Whether the message is no header, or one that declares no charset but these."""
    charset = declared_charset(message.msgstr[0]) if message.is_header else None
    return charset is None or codec_name(charset) in charsets


def _in_utf8(message: Message) -> Message:
    return replace(message, msgstr=(with_charset(message.msgstr[0], "UTF-8"), *message.msgstr[1:]))


def _text(pofile: PoFile | None, messages: tuple[Message, ...]) -> str:
    """Return the text of the file: each entry raw, spliced or new, with a blank line between them."""
    newline = pofile.newline if pofile else "\n"
    written: list[str] = []
    before: Block | None = None
    for message in messages:
        block = pofile.block(message.key) if pofile else None
        if pofile is None or block is None:
            entry = _entry(message, newline, wrapped=pofile is None or pofile.wrapped)
        else:
            follows = block.start == (before.end if before else 0)
            entry = _known_entry(pofile, block, message, follows=follows)
            if follows:
                written.append(entry)
                before = block
                continue
        written.append(_apart(written[-1] if written else "", entry, newline))
        before = block
    if pofile is None:
        return "".join(written)
    at_end = before is None if not pofile.blocks else before is pofile.blocks[-1]
    ended = at_end or not written or written[-1].endswith("\n")
    return "".join(written) + ("" if ended else newline) + pofile.tail


def _entry(message: Message, newline: str, *, wrapped: bool) -> str:
    return "".join(line + newline for line in entry_lines(message, wrapped=wrapped))


def _known_entry(pofile: PoFile, block: Block, message: Message, *, follows: bool) -> str:
    """Return the text for a message that the file holds already, as close to its own as possible."""
    raw = pofile.text[block.start : block.end]
    alone = raw.endswith("\n") or block.end == len(pofile.text)
    own_lines = alone and (block.start == 0 or pofile.text[block.start - 1] == "\n")
    if message == block.message and (own_lines or follows):
        return raw
    spliced = None
    if own_lines:
        spliced = splice(raw, block.message, message, newline=pofile.newline, wrapped=pofile.wrapped)
    return _entry(message, pofile.newline, wrapped=pofile.wrapped) if spliced is None else spliced


def _apart(before: str, entry: str, newline: str) -> str:
    """Return `entry` with what parts it from the text before it, when it did not follow it already."""
    blank = _LEADING_BLANK_LINES.match(entry)
    body = entry[blank.end() :] if blank else entry
    if not before:
        return body
    ended = "" if before.endswith("\n") else newline
    return ended + (newline if body == entry else entry[: len(entry) - len(body)]) + body


def _check_writable(message: Message) -> None:
    """Raise CatalogError when a text holds NUL, EOT or half a surrogate pair."""
    previous = message.previous
    texts = [message.msgid, message.msgctxt, message.msgid_plural, *message.msgstr]
    if previous:
        texts += [previous.msgid, previous.msgctxt, previous.msgid_plural]
    comments = [*message.translator_comments, *message.extracted_comments, *message.references]
    for pattern, written in ((_UNWRITABLE, texts), (_SURROGATE, comments)):
        unwritable = next((found for text in written if text and (found := pattern.search(text))), None)
        if unwritable:
            raise CatalogError(
                f"a PO file cannot hold the character U+{ord(unwritable[0]):04X}",
                where=f"message {message.msgid[:40]!r}",
                hint="remove it from the text",
            )


def _check_result(content: bytes, messages: tuple[Message, ...]) -> None:
    """Read what was written: a difference is a bug of ours, and nothing may be saved after one."""
    try:
        found = read(content, "<written>").messages
    except CatalogError as error:
        raise AssertionError(f"written, but unreadable: {error}") from error
    if found != messages:
        pairs = zip(found, messages, strict=False)
        first = next((pair for pair in pairs if pair[0] != pair[1]), (len(found), len(messages)))
        raise AssertionError(f"written {first[1]!r}, but it reads as {first[0]!r}")
