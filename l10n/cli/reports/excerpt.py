"""The line a finding is on, as much of it as there is room for, with what it is about in the middle."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len

from l10n.cli.terminal_escaping import one_line

_CUT = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A line in three parts; `about` is what the finding is about."""

    before: str
    about: str
    after: str

    @property
    def text(self) -> str:
        """The line."""
        return self.before + self.about + self.after

    @property
    def carets(self) -> str:
        """The line below it: a caret under each cell of what it is about."""
        return " " * cell_len(self.before) + "^" * max(1, cell_len(self.about))


def excerpt(line: str, start: int, end: int, room: int) -> Excerpt:
    """Return the part of `line` around its code points `start` to `end` that fits into `room` cells (10 or more).

    What is cut is marked with …; characters that a terminal obeys are shown as their code point.
    """
    start, end = min(start, len(line)), min(max(start, end), len(line))
    about, is_cut = _fitting(line[start:end], room - 2)
    left = room - cell_len(about)
    after, _ = _fitting(line[end : end + left], left)
    # Two thirds of what is left for what stands before: sentences are read from their beginning.
    before, _ = _fitting(line[:start][::-1], max(2 * left // 3, left - cell_len(after)), is_reversed=True)
    after, _ = ("", False) if is_cut else _fitting(line[end:], left - cell_len(before))
    return Excerpt(before=before, about=about, after=after)


def _fitting(text: str, room: int, *, is_reversed: bool = False) -> tuple[str, bool]:
    """Return the beginning of `text` that fits into `room` cells, escaped, with … where it is cut, and whether
    it is; `is_reversed` for the end of a text whose code points are given from the last to the first."""
    pieces: list[str] = []
    widths: list[int] = []
    used, is_cut = 0, False
    for character in text:
        pieces.append(one_line(character))
        widths.append(cell_len(pieces[-1]))
        used += widths[-1]
        if is_cut := used > room:
            break
    if is_cut:
        while pieces and used > room - 1:
            pieces.pop()
            used -= widths.pop()
        pieces.append(_CUT)
    return "".join(reversed(pieces) if is_reversed else pieces), is_cut


def wrapped(words: Iterable[str], width: int, indent: str) -> list[str]:
    """Return words as lines of at most `width` cells, further ones with `indent`; a longer word has its own line."""
    lines: list[str] = []
    line, used = "", 0
    for word in words:
        cells = cell_len(word)
        if line.strip() and used + 1 + cells > width:
            lines.append(line)
            line, used = indent + word, len(indent) + cells
        elif line.strip():
            line, used = f"{line} {word}", used + 1 + cells
        else:
            line, used = line + word, used + cells
    return [*lines, line]
