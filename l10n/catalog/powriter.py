"""Messages to the lines of a PO file, as GNU gettext writes them (manual, "The Format of PO Files")."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from l10n.catalog.catalog import Message
from l10n.catalog.wrapping import PAGE_WIDTH, fold

_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\t": "\\t",
        "\r": "\\r",
        "\a": "\\a",
        "\b": "\\b",
        "\f": "\\f",
        "\v": "\\v",
    }
)


def section_lines(message: Message, *, wrapped: bool = True) -> dict[str, Callable[[], list[str]]]:
    """Return for each section of an entry, in GNU's order, what gives its lines (without line ends).

    `wrapped` says whether long texts are folded. A section that the message does not have has no lines.
    """
    mark = "#~ " if message.obsolete else ""
    wrapped = wrapped and "no-wrap" not in message.flags

    def text(keyword: str, content: str | None, prefix: str = mark) -> Callable[[], list[str]]:
        return lambda: [] if content is None else list(_text_lines(prefix, keyword, content, wrapped=wrapped))

    sections: dict[str, Callable[[], list[str]]] = {
        "translator": lambda: [f"# {line}" if line else "#" for line in message.translator_comments],
        "extracted": lambda: [f"#. {line}" if line else "#." for line in message.extracted_comments],
        "references": lambda: list(_reference_lines(message.references)),
        "flags": lambda: [f"#, {', '.join(message.flags)}"] if message.flags else [],
        "previous": lambda: list(_previous_lines(message, wrapped=wrapped)),
        "msgctxt": text("msgctxt", message.msgctxt),
        "msgid": text("msgid", message.msgid),
        "msgid_plural": text("msgid_plural", message.msgid_plural),
    }
    for index, form in enumerate(message.msgstr):
        keyword = "msgstr" if message.msgid_plural is None else f"msgstr[{index}]"
        sections[keyword] = text(keyword, form)
    return sections


def entry_lines(message: Message, *, wrapped: bool = True) -> list[str]:
    """Return the lines of an entry, without line ends."""
    return [line for lines in section_lines(message, wrapped=wrapped).values() for line in lines()]


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


@lru_cache(maxsize=20_000)  # the template and every catalog have the same msgids
def _text_lines(prefix: str, keyword: str, content: str, *, wrapped: bool) -> tuple[str, ...]:
    """Return the lines of a keyword with its text: one if it fits, else an empty string and one per line of text."""
    portions = [portion.translate(_ESCAPES) for portion in content.split("\n")]
    portions = [*(f"{portion}\\n" for portion in portions[:-1]), *filter(None, portions[-1:])]
    width = PAGE_WIDTH - len(prefix) - 2 if wrapped else 1 << 60
    if len(portions) < 2:
        pieces = fold(portions[0], width, len(keyword) + 1) if portions else [""]
        if len(pieces) == 1:
            return (f'{prefix}{keyword} "{pieces[0]}"',)
    lines = (f'{prefix}"{piece}"' for portion in portions for piece in fold(portion, width))
    return (f'{prefix}{keyword} ""', *lines)
