"""Messages to the lines of a PO file, as GNU gettext writes them (manual, "The Format of PO Files")."""

from collections.abc import Iterator, Sequence

from l10n.catalog.catalog import Message
from l10n.catalog.po.fast_entry import escape
from l10n.catalog.po.wrapping import PAGE_WIDTH, fold
from l10n.remembering import remembered

_FIRST_SECTIONS = (
    "translator",
    "extracted",
    "references",
    "flags",
    "previous",
    "msgctxt",
    "msgid",
    "msgid_plural",
)
_WITHOUT_PLURAL = (*_FIRST_SECTIONS[:-1], "msgstr")


def sections(message: Message) -> tuple[str, ...]:
    """Return the sections an entry can have, in GNU's order; a plural form is one of its own."""
    if message.msgid_plural is None:
        return _WITHOUT_PLURAL
    return (*_FIRST_SECTIONS, *(f"msgstr[{index}]" for index in range(len(message.msgstr))))


def section_lines(message: Message, section: str, *, wrapped: bool = True) -> Sequence[str]:
    """Return the lines of one section, without line ends; none when the message does not have it.

    `wrapped` says whether long texts are folded.
    """
    if section == "translator":
        return [f"# {line}" if line else "#" for line in message.translator_comments]
    if section == "extracted":
        return [f"#. {line}" if line else "#." for line in message.extracted_comments]
    if section == "references":
        return list(_reference_lines(message.references)) if message.references else ()
    if section == "flags":
        return [f"#, {', '.join(message.flags)}"] if message.flags else ()
    wrapped = wrapped and "no-wrap" not in message.flags
    if section == "previous":
        return list(_previous_lines(message, wrapped=wrapped)) if message.previous else ()
    content = _text(message, section)
    mark = "#~ " if message.obsolete else ""
    return () if content is None else _text_lines(mark, section, content, wrapped=wrapped)


def _text(message: Message, section: str) -> str | None:
    """Return what a keyword of the entry says."""
    if section == "msgid":
        return message.msgid
    if section == "msgctxt":
        return message.msgctxt
    if section == "msgid_plural":
        return message.msgid_plural
    return message.msgstr[int(section[7:-1]) if section.endswith("]") else 0]


def entry_text(message: Message, newline: str, *, wrapped: bool = True) -> str:
    """Return an entry with `newline` behind each line; `wrapped` says whether long texts are folded."""
    lines: list[str] = []
    for section in sections(message):
        lines += section_lines(message, section, wrapped=wrapped)
    return newline.join(lines) + newline


def _previous_lines(message: Message, *, wrapped: bool) -> Iterator[str]:
    previous = message.previous
    if previous is not None:
        prefix = "#~| " if message.obsolete else "#| "
        for keyword in ("msgctxt", "msgid", "msgid_plural"):
            content: str | None = getattr(previous, keyword)
            if content is not None:
                yield from _text_lines(prefix, keyword, content, wrapped=wrapped)


def _reference_lines(references: tuple[str, ...]) -> Iterator[str]:
    """Yield `#:` lines; a name with blanks is isolated by U+2068 and U+2069 as GNU gettext reads it."""
    line = "#:"
    for reference in references:
        name = f"\u2068{reference}\u2069" if any(blank in reference for blank in " \t") else reference
        if len(line) > 2 and len(line) + 1 + len(name) > PAGE_WIDTH:
            yield line
            line = "#:"
        line += f" {name}"
    if references:
        yield line


@remembered(6_000)  # the template and the catalogs of all locales say the same in each msgid
def _text_lines(prefix: str, keyword: str, content: str, *, wrapped: bool) -> tuple[str, ...]:
    """Return the lines of a keyword with its text: one if it fits, else an empty string and one per line of text."""
    portions = [escape(portion) for portion in content.split("\n")]
    portions = [*(f"{portion}\\n" for portion in portions[:-1]), *filter(None, portions[-1:])]
    width = PAGE_WIDTH - len(prefix) - 2 if wrapped else 1 << 60
    pieces = [piece for portion in portions for piece in fold(portion, width)]
    if not pieces or (len(pieces) == 1 and len(fold(pieces[0], width, len(keyword) + 1)) == 1):
        return (f'{prefix}{keyword} "{"".join(pieces)}"',)
    return (f'{prefix}{keyword} ""', *[f'{prefix}"{piece}"' for piece in pieces])
