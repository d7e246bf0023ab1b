"""A bar on standard error while a service answers; nothing at all where that is no terminal."""

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.workflow.drafting import Progress

_WIDTH = 24


class Bar:
    """How far it is, messages a second, and the time that is left."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._is_shown = sys.stderr.isatty()

    def tell(self, progress: "Progress") -> None:
        """Draw the bar anew, over the one before."""
        if not self._is_shown or not progress.total:
            return
        spent = max(time.monotonic() - self._began, 0.001)
        pace = progress.done / spent
        filled = _WIDTH * progress.done // progress.total
        left = f"{(progress.total - progress.done) / pace:.0f} s left" if progress.done else "…"
        line = f"{'█' * filled:░<{_WIDTH}} {progress.done}/{progress.total}  {pace:.1f}/s  {left}"
        sys.stderr.write(f"\r\x1b[2K{line}")
        if progress.done == progress.total:
            sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()

    def end(self) -> None:
        """Take the bar away."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
