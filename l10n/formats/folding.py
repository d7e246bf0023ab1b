"""Soft wraps: many lines of a source are one line for the translator, and many lines again in the document."""

import unicodedata
from collections.abc import Iterable, Sequence


def fold(lines: Iterable[str]) -> str:
    """Return the lines as one: a soft wrap is one blank, and none between ideographs or kana."""
    folded = ""
    for line in lines:
        joined = _written_without_blanks(folded[-1:]) and _written_without_blanks(line[:1])
        folded += line if joined or not folded or not line else f" {line}"
    return folded


def _written_without_blanks(character: str) -> bool:
    wide = bool(character) and unicodedata.east_asian_width(character) in "WF"
    return wide and not unicodedata.name(character, "").startswith("HANGUL")


def wrap(chunks: Sequence[str], width: int) -> list[str]:
    """Return lines of at most `width` characters where the chunks allow it, filled from the first on.

    A line ends only between two chunks; the one blank between them becomes the line break.
    """
    lines: list[str] = []
    line: list[str] = []
    length = 0
    for chunk in chunks:
        if line and length + 1 + len(chunk) > width:
            lines.append(" ".join(line))
            line, length = [], 0
        length += len(chunk) + bool(line)
        line.append(chunk)
    if line:
        lines.append(" ".join(line))
    return lines
