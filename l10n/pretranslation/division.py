"""Which request is sent next, and what a failed one is divided into: one bad text costs itself, an outage few requests.

A request that fails for what may be a text's fault is halved until the text is alone. Whether it is the text or the
service is told by the others: as soon as one is answered, the texts that failed alone are to blame. When `PATIENCE` of
them have failed and nothing was answered between, the service is, and nothing more is sent. So that bad texts that
stand together are not taken for an outage, the text behind a bad one is taken from the other end of what is left.
"""

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from l10n.errors import Fault, ServiceError

PATIENCE = 4  # failures in a row, of texts that were sent alone
Text = TypeVar("Text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """What a text gets for an answer when the service fails with it, and with it alone."""

    reason: str


class Division(Generic[Text]):
    """Requests that wait. Several threads may take of them; who took one says what became of it.

    Law: of n texts in a request k bad ones cost at most 2·k·⌈log₂ n⌉ more requests.
    """

    def __init__(self, requests: Sequence[Sequence[Text]], patience: int = PATIENCE) -> None:
        self.failure: ServiceError | None = None
        self._waiting = deque(tuple(request) for request in requests)
        self._patience = patience
        self._doubts = 0
        self._suspects: list[tuple[Text, ServiceError]] = []
        self._was_answered = False
        self._from_end = False
        self._under_way = 0
        self._is_stopped = False
        self._changed = threading.Condition()

    def take(self) -> tuple[Text, ...] | None:
        """Return the texts of the next request; None when nothing is left, or nothing more is to be sent.

        Waits while others are under way, which may come back in halves.
        """
        with self._changed:
            while not self._waiting and self._under_way and not self._is_stopped:
                self._changed.wait()
            if self._is_stopped or not self._waiting:
                return None
            self._under_way += 1
            return self._waiting.pop() if self._from_end else self._waiting.popleft()

    def answered(self) -> tuple[tuple[Text, Failed], ...]:
        """Take note that a request was answered; return the texts that are to blame for what failed before."""
        with self._changed:
            self._was_answered = True
            self._from_end = False
            self._doubts = 0
            self._came_back()
            return self._convicted()

    def failed(self, request: Sequence[Text], error: ServiceError) -> tuple[tuple[Text, Failed], ...]:
        """Take note that a request failed; return the texts that are certainly to blame."""
        with self._changed:
            self._came_back()
            if error.fault is Fault.SERVICE:
                self._give_up(error)
            elif len(request) == 1 and error.fault is Fault.TEXT and self._was_answered:
                return ((request[0], Failed(reason=_reason(error))),)
            else:
                self._doubt(request, error)
            return ()

    def ended(self) -> tuple[tuple[Text, Failed], ...]:
        """Return the texts that failed and that nothing was answered after; () when it is the service that failed."""
        with self._changed:
            return () if self.failure else self._convicted()

    def stop(self) -> None:
        """Let nobody take anything more."""
        with self._changed:
            self._is_stopped = True
            self._changed.notify_all()

    def _doubt(self, request: Sequence[Text], error: ServiceError) -> None:
        """Halve a request, or suspect the one text in it, until that has gone on for too long."""
        if len(request) == 1:
            self._suspects.append((request[0], error))
        else:
            self._halve(tuple(request))
        if len(request) == 1 or error.fault is Fault.SLOW:
            self._doubts += 1
            self._from_end = not self._from_end
        if self._doubts >= self._patience:
            self._give_up(error)

    def _halve(self, request: tuple[Text, ...]) -> None:
        middle = (len(request) + 1) // 2
        if self._from_end:
            self._waiting.extend((request[:middle], request[middle:]))
        else:
            self._waiting.extendleft((request[middle:], request[:middle]))

    def _give_up(self, error: ServiceError) -> None:
        self.failure = self.failure or error
        self._is_stopped = True

    def _came_back(self) -> None:
        self._under_way -= 1
        self._changed.notify_all()  # who waits goes on when the lock is free

    def _convicted(self) -> tuple[tuple[Text, Failed], ...]:
        found = tuple((text, Failed(reason=_reason(error))) for text, error in self._suspects)
        self._suspects.clear()
        return found


def _reason(error: ServiceError) -> str:
    return f"{error.what}: {error.why}" if error.why else error.what
