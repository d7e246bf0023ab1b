"""The only door to `.po` and `.pot` files: bytes in, messages out, and back without touching what nobody changed.

Laws (tests/properties): `write(read(x), read(x).messages) == x` for every valid UTF-8 file `x`,
`read(write(None, messages)).messages == messages` for all messages a PO file can hold, and `rewrite` gives what
`write` gives.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO

from l10n.budgets import charset_of
from l10n.catalog.catalog import Message
from l10n.catalog.po.blocks import Block
from l10n.catalog.po.charset import declared_charset, in_utf8, with_charset
from l10n.catalog.po.fast_entry import styles
from l10n.catalog.po.messages import ordinary_message
from l10n.catalog.po.places import locate
from l10n.catalog.po.reader import PoFile, read, read_entries
from l10n.catalog.po.splice import splice
from l10n.catalog.po.syntax import Fault
from l10n.catalog.po.writer import entry_text
from l10n.errors import CatalogError
from l10n.remembering import remembered

__all__ = ["Block", "PoFile", "locate", "read", "rewrite", "write"]

_LEADING_BLANK_LINES = re.compile(rb"(?:[ \t\r\f\v]*+\n)*+")
_LINE_FEED = ord("\n")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_SAID = 6_000  # entries; of a catalog that has more, the first is forgotten before the last is read
_UNWRITABLE = re.compile("[\x00\x04\ud800-\udfff]")


def write(pofile: PoFile | None, messages: Sequence[Message]) -> bytes:
    """Return the bytes of a PO file with `messages` in this order, in UTF-8.

    `pofile` is what the file held before, None for a new one: messages equal to its own keep their raw bytes,
    of changed ones only the changed sections are written anew, and its line ends and folding are kept. A header
    that declares another charset is corrected to UTF-8. Raises CatalogError when a text holds a character that
    no PO file can hold or letters need a header that declares their charset, and AssertionError when reading
    the result does not give `messages` back (our bug).
    """
    if pofile is not None and pofile.encoding in ("utf-8", "ascii") and pofile.messages == messages:
        return pofile.content
    wanted = tuple(messages)
    for message in wanted:
        _check_writable(message)
    content = _written(pofile, wanted)
    charsets = {"utf-8"} | ({"ascii"} if content.isascii() else set())
    if any(not _fits(message, charsets) for message in wanted):
        wanted = tuple(message if _fits(message, charsets) else _in_utf8(message) for message in wanted)
        content = _written(pofile, wanted)
    in_utf8(content, pofile.path if pofile else "<new file>")  # refuses letters without a declared charset
    _check_result(content, wanted, pofile)
    return content


def rewrite(pofile: PoFile, changed: Iterable[Message]) -> bytes:
    """Return the bytes of the file with each of `changed` in the place of its message with the same key.

    The same as `write` with all messages (a law in tests/properties), but only the changed entries are read: one
    message in ten thousand is changed in the time it takes to open the file. Raises KeyError when the file has no
    such message, and whatever `write` raises.
    """
    wanted: dict[int, Message] = {}
    for message in changed:
        place = pofile.place(message.key)
        if place is None:
            raise KeyError(message.key)
        if pofile.messages[place] != message:
            wanted[place] = message
    if not all(_stands_alone(pofile, place, message) for place, message in wanted.items()):
        return write(pofile, [wanted.get(place, message) for place, message in enumerate(pofile.messages)])
    edited: dict[int, bytes] = {}
    for place, message in wanted.items():
        _check_writable(message)
        edited[place] = _known_entry(pofile, pofile.blocks[place], message, follows=True)
    pieces: list[bytes] = []
    position = 0
    for place in sorted(edited):
        _check_beside(pofile, place, edited, wanted)
        start, end = pofile.entries.span(place)
        pieces += (pofile.raw[position:start], edited[place])
        position = end
    return b"".join((*pieces, pofile.raw[position:]))


def _beside(pofile: PoFile, place: int) -> range:
    """Return the place, and those of the entries before and after it."""
    return range(max(place - 1, 0), min(place + 2, len(pofile.blocks)))


def _stands_alone(pofile: PoFile, place: int, message: Message) -> bool:
    """Whether an entry can be rewritten without a look at the rest of its file: its neighbours, its charset."""
    return (
        pofile.encoding in ("utf-8", "ascii")
        and not message.is_header
        and (not pofile.raw.isascii() or entry_text(message, pofile.newline).isascii())
        and all(pofile.entries.ordinary(other) is not None for other in _beside(pofile, place))
    )


def _check_beside(
    pofile: PoFile, place: int, edited: Mapping[int, bytes], wanted: Mapping[int, Message]
) -> None:
    """Read a changed entry with those beside it: a difference is a bug of ours, and nothing may be saved after one."""
    near = _beside(pofile, place)
    raw = b"".join(edited[other] if other in edited else pofile.entries.raw(other) for other in near)
    messages = [wanted[other] if other in wanted else pofile.messages[other] for other in near]
    try:
        found = read_entries(raw, pofile.encoding, pofile.newline)[0].messages
    except Fault as fault:
        raise AssertionError(f"written, but unreadable: {fault.what}: {raw!r}") from fault
    if found != messages:
        raise AssertionError(f"written {messages!r}, but it reads as {tuple(found)!r}")


def _fits(message: Message, charsets: set[str]) -> bool:
    """Whether the message is no header, or one that declares no charset but these."""
    charset = declared_charset(message.msgstr[0]) if message.is_header else None
    return charset is None or charset_of(charset) in charsets


def _in_utf8(message: Message) -> Message:
    return replace(message, msgstr=(with_charset(message.msgstr[0], "UTF-8"), *message.msgstr[1:]))


def _written(pofile: PoFile | None, messages: tuple[Message, ...]) -> bytes:
    """Return the bytes of the file: each entry raw, spliced or new, with a blank line between them."""
    newline = pofile.newline if pofile else "\n"
    written = BytesIO()  # a list of all entries would hold a large file twice
    last = b""
    before: Block | None = None
    for message in messages:
        block = pofile.block(message.key) if pofile else None
        if pofile is None or block is None:
            entry = _new_entry(message, newline, wrapped=pofile is None or pofile.wrapped)
        else:
            follows = block.start == (before.end if before else 0)
            entry = _known_entry(pofile, block, message, follows=follows)
            if follows:
                written.write(last := entry)
                before = block
                continue
        written.write(last := _apart(last, entry, newline.encode()))
        before = block
    if pofile is not None:
        at_end = before is None if not pofile.blocks else before is pofile.blocks[-1]
        ended = at_end or not last or last.endswith(b"\n")
        written.write(pofile.tail if ended else newline.encode() + pofile.tail)
    return written.getvalue()


def _new_entry(message: Message, newline: str, *, wrapped: bool) -> bytes:
    return entry_text(message, newline, wrapped=wrapped).encode("utf-8", "surrogateescape")


def _known_entry(pofile: PoFile, block: Block, message: Message, *, follows: bool) -> bytes:
    """Return the entry of a message that the file holds already, as close to its own as possible."""
    raw = pofile.raw[block.start : block.end]
    alone = raw.endswith(b"\n") or block.end == len(pofile.raw)
    own_lines = alone and (block.start == 0 or pofile.raw[block.start - 1] == _LINE_FEED)
    if message == block.message and (own_lines or follows):
        return raw
    spliced = None
    if own_lines:
        text = pofile.decoded(raw)
        spliced = splice(text, block.message, message, newline=pofile.newline, wrapped=pofile.wrapped)
    if spliced is None:
        return _new_entry(message, pofile.newline, wrapped=pofile.wrapped)
    return spliced.encode("utf-8", "surrogateescape")


def _apart(before: bytes, entry: bytes, newline: bytes) -> bytes:
    """Return `entry` with what parts it from the text before it, when it did not follow it already."""
    blank = _LEADING_BLANK_LINES.match(entry)
    body = entry[blank.end() :] if blank else entry
    if not before:
        return body
    ended = b"" if before.endswith(b"\n") else newline
    return ended + (newline if body == entry else entry[: len(entry) - len(body)]) + body


def _check_writable(message: Message) -> None:
    """Raise CatalogError when a text holds NUL, EOT or half a surrogate pair."""
    previous = message.previous
    texts = [message.msgid, message.msgctxt, message.msgid_plural, *message.msgstr]
    if previous:
        texts += [previous.msgid, previous.msgctxt, previous.msgid_plural]
    comments = [*message.translator_comments, *message.extracted_comments, *message.references]
    for pattern, written in ((_UNWRITABLE, texts), (_SURROGATE, comments)):
        unwritable = pattern.search("\n".join(filter(None, written)))
        if unwritable:
            raise CatalogError(
                f"a PO file cannot hold the character U+{ord(unwritable[0]):04X}",
                where=f"message {message.msgid[:40]!r}",
                hint="remove it from the text",
            )


def _check_result(content: bytes, messages: tuple[Message, ...], before: PoFile | None) -> None:
    """Read what was written: a difference is a bug of ours, and nothing may be saved after one."""
    try:
        found = read(content, "<written>")
    except CatalogError as error:
        raise AssertionError(f"written, but unreadable: {error}") from error
    if len(found.blocks) != len(messages):
        raise AssertionError(f"{len(messages)} messages written, but {len(found.blocks)} are read")
    read_one = _said if len(messages) < _MOST_SAID else _said.__wrapped__
    for place, message in enumerate(messages):
        if _stands_as_before(found, place, message, before):
            continue
        raw = found.entries.ordinary(place)
        said = found.messages[place] if raw is None else read_one(raw + b"\n", found.newline)
        if said != message:
            raise AssertionError(f"written {message!r}, but it reads as {said!r}")


@remembered(_MOST_SAID)  # the catalogs of all locales say the same until somebody translates
def _said(raw: bytes, newline: str) -> Message:
    """Return what an ordinary entry says."""
    return ordinary_message(raw.decode("utf-8"), 1, styles(newline))


def _stands_as_before(found: PoFile, place: int, message: Message, before: PoFile | None) -> bool:
    """Whether the entry is one of the file before, which said the same: then it need not be read again."""
    old = before.place(message.key) if before else None
    if before is None or old is None or before.messages[old] != message:
        return False
    return before.entries.ordinary(old) == found.entries.ordinary(place) is not None
