"""The names a command works on: its arguments, or the lines of standard input."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from l10n.errors import ConfigurationError, L10nError, SourceError, raise_all

Names = Annotated[
    list[str] | None, typer.Argument(metavar="NAME", help="Names. Default: one per line on standard input.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenName:
    """One name as it was given, and where: `argument 2`, or `standard input:3` (1-based)."""

    text: str
    where: str


def given_names(arguments: Sequence[str] | None) -> tuple[GivenName, ...]:
    """Return the names in `arguments`, or else those on standard input, one per line; empty lines count.

    A line ends in LF or CRLF, nothing else. Raises ConfigurationError when there is neither an argument nor
    anything but a terminal to read, SourceError (or several) for each name that is not UTF-8.
    """
    if arguments:
        return _checked(
            [GivenName(text=text, where=f"argument {n}") for n, text in enumerate(arguments, start=1)]
        )
    if sys.stdin.isatty():
        raise ConfigurationError(
            "no name is given", hint="give names as arguments, or one per line on standard input"
        )
    lines = sys.stdin.buffer.read().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    if not lines[-1]:
        lines.pop()
    # bytes that are no UTF-8 become surrogates, as Python makes them of arguments
    texts = (line.removesuffix(b"\r").decode("utf-8", "surrogateescape") for line in lines)
    return _checked(
        [GivenName(text=text, where=f"standard input:{n}") for n, text in enumerate(texts, start=1)]
    )


def _checked(names: list[GivenName]) -> tuple[GivenName, ...]:
    errors: list[L10nError] = []
    for name in names:
        try:
            name.text.encode("utf-8")
        except UnicodeEncodeError as error:
            why = f"the byte 0x{ord(name.text[error.start]) & 0xFF:02x} after {error.start} characters"
            errors.append(SourceError("this is not UTF-8", where=name.where, why=why))
    raise_all(errors)
    return tuple(names)
