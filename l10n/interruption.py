"""Ctrl-C and SIGTERM, held back for the moment in which half of something would be left."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform == "win32":

    @contextmanager
    def held() -> Iterator[None]:
        """Do nothing: Windows has no such thing."""
        yield

    def release() -> None:
        """Do nothing."""
else:
    SIGNALS = frozenset({signal.SIGINT, signal.SIGTERM})

    @contextmanager
    def held() -> Iterator[None]:
        """Let neither interrupt this thread; what comes meanwhile does so afterwards.

        A process that is begun in it inherits that, until it calls `release`.
        """
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
        try:
            signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def release() -> None:
        """Let both come again in a process that was begun while they were held."""
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
