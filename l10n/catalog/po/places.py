"""Where in a PO file a character of a translation is written."""

from l10n.catalog.catalog import Message
from l10n.catalog.po.escapes import characters, plain_place
from l10n.catalog.po.reader import PoFile, entry_in, keyword_start


def locate(pofile: PoFile, message: Message, form: int, offset: int) -> tuple[int, int]:
    """Return line and column (1-based, code points) in the file where `message.msgstr[form][offset]` is written.

    Escapes and continued strings are followed. Of an empty msgstr it is the place of its keyword, of an offset
    at or behind the end that of the closing quotation mark. Raises KeyError when the message is not in the file.
    """
    number = pofile.place(message.key)
    if number is None:
        raise KeyError(message.key)
    line = pofile.messages[number].line
    _, text, entry = entry_in(pofile.raw, pofile.codec, pofile.entries, number)
    keyword = keyword_start(entry)
    part = (entry.strings("msgstr[]") or entry.strings("msgstr"))[form]
    plain = plain_place(text, part.runs, offset)
    if plain is not None:  # nearly always; and a translation is asked for each name in it
        return _below(text, keyword, line, plain)
    place, written = part.start, 0
    for written, (_, at) in enumerate(characters(text, part.runs, pofile.encoding)):
        place = at
        if written == offset:
            return _below(text, keyword, line, at)
    empty = place == part.start
    return _below(text, keyword, line, place if empty else part.runs[-1][1] - 1)


def _below(text: str, start: int, line: int, offset: int) -> tuple[int, int]:
    """Return the line and column of `offset`, counted from `start`, which is on `line`: files are long."""
    return line + text.count("\n", start, offset), offset - text.rfind("\n", 0, offset)
