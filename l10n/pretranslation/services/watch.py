"""An end to waiting: time-outs of sockets count from one byte to the next, this counts them all."""

import contextlib
import socket
import threading
import time


class Watch:
    """Ends a connection when its time is over, also in the middle of a handshake or of a byte a second."""

    def __init__(self, until: float) -> None:
        self._until = until
        self._guarded: socket.socket | None = None
        self._timer: threading.Timer | None = None
        self.is_over = False

    def __enter__(self) -> "Watch":
        """Return the watch."""
        return self

    def __exit__(self, *_: object) -> None:
        """End watching; the connection stays as it is."""
        if self._timer:
            self._timer.cancel()
            self._timer.join()
        if self._guarded:
            self._guarded.close()

    def left(self) -> float:
        """Return the seconds that are left, never none."""
        return max(0.001, self._until - time.monotonic())

    def guard(self, connected: socket.socket) -> None:
        """Watch a connection from now on."""
        self._guarded = connected.dup()  # TLS takes the socket itself over
        self._timer = threading.Timer(self.left(), self._end)
        self._timer.daemon = True
        self._timer.start()

    def _end(self) -> None:
        self.is_over = True
        if self._guarded:
            with contextlib.suppress(OSError):
                self._guarded.shutdown(socket.SHUT_RDWR)
