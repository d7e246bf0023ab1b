"""Asking a service many things, one after the other or several at once; what has come is never lost."""

import queue
import threading
from collections.abc import Callable, Iterator, Sequence

from l10n.errors import ServiceError
from l10n.pretranslation.services.base import Asked

Request = Sequence[Asked]
_Outcome = tuple[int, Sequence[object] | BaseException]


def ask_all(
    translate: Callable[[Request], Sequence[object]], requests: Sequence[Request], jobs: int
) -> Iterator[tuple[int, Sequence[object]]]:
    """Yield the number of each request with its answers, as they come.

    The first failure ends it: nothing new is asked, what is under way is waited for and yielded, then the failure is
    raised. With `jobs` above 1 the threads die with the process: nobody waits for them after Ctrl-C.
    """
    if jobs <= 1 or len(requests) <= 1:
        for number, request in enumerate(requests):
            yield number, _complete(translate(request), request)
        return
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    done: queue.SimpleQueue[_Outcome | None] = queue.SimpleQueue()
    stop = threading.Event()
    for number in range(len(requests)):
        waiting.put(number)

    def work() -> None:
        while not stop.is_set():
            try:
                number = waiting.get_nowait()
            except queue.Empty:
                break
            try:
                done.put((number, _complete(translate(requests[number]), requests[number])))
            except BaseException as error:  # noqa: BLE001  # raised again below, in the thread of the caller
                stop.set()
                done.put((number, error))
        done.put(None)

    threads = [threading.Thread(target=work, daemon=True) for _ in range(min(jobs, len(requests)))]
    for thread in threads:
        thread.start()
    yield from _collected(done, len(threads), stop)


def _collected(
    done: "queue.SimpleQueue[_Outcome | None]", running: int, stop: threading.Event
) -> Iterator[tuple[int, Sequence[object]]]:
    failure: BaseException | None = None
    try:
        while running:
            outcome = done.get()
            if outcome is None:
                running -= 1
            elif isinstance(outcome[1], BaseException):
                failure = failure or outcome[1]
            else:
                yield outcome[0], outcome[1]
    finally:
        stop.set()
    if failure:
        raise failure


def _complete(answers: Sequence[object], request: Request) -> Sequence[object]:
    """Return the answers when there is one to each text."""
    if len(answers) != len(request):
        raise ServiceError(
            "the service answers what cannot be used", why=f"not {len(request)} answers came back"
        )
    return answers
