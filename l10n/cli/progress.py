"""A bar on standard error over long work; nothing at all where that is no terminal."""

import shutil
import sys
import time

from l10n.cli.terminal_escaping import one_line

_WIDTH = 24
_LEAST_OF_A_NAME = 8  # cells: less of it tells nothing
_REDRAWN = 0.1  # seconds: drawing for each of ten thousand documents would be work of its own


class Bar:
    """How far it is, things a second, the time that is left, and what is being done."""

    def __init__(self, things: str) -> None:
        self._things = things
        self._began = time.monotonic()
        self._drawn = 0.0
        self._is_shown = sys.stderr.isatty()

    def show(self, done: int, total: int, current: str = "") -> None:
        """Draw the bar anew, over the one before."""
        now = time.monotonic()
        if not self._is_shown or not total or (done < total and now - self._drawn < _REDRAWN):
            return
        self._drawn = now
        spent = max(now - self._began, 0.001)
        filled = _WIDTH * done // total
        left = f"{(total - done) * spent / done:.0f} s left" if done else "…"
        line = f"{'█' * filled:░<{_WIDTH}} {done}/{total} {self._things}  {done / spent:.1f}/s  {left}"
        room = shutil.get_terminal_size().columns - len(line) - 3
        name = one_line(current)
        if len(name) > room:
            name = "…" + name[len(name) - room + 1 :] if room > _LEAST_OF_A_NAME else ""
        if name:
            line += f"  {name}"
        sys.stderr.write(f"\r\x1b[2K{line}")
        sys.stderr.flush()

    def end(self) -> None:
        """Take the bar away."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
