"""Asking a service many things, one after the other or several at once; what has come is never lost."""

import contextlib
import queue
import threading
from collections.abc import Callable, Generator, Iterator, Sequence

from l10n.errors import ServiceError
from l10n.pretranslation.services.base import Asked

Request = Sequence[Asked]
Answers = Generator[tuple[int, Sequence[object]], None, None]
_Outcome = tuple[int, Sequence[object] | BaseException]


def ask_all(
    translate: Callable[[Request], Sequence[object]], requests: Sequence[Request], jobs: int
) -> Answers:
    """Yield the number of each request with its answers, as they come.

    The first failure ends it: nothing new is asked, what is under way is waited for and yielded, then the failure is
    raised. After Ctrl-C (see `left_over`) what has come is yielded, and nothing is waited for: with `jobs` above 1 the
    threads die with the process.
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
    except KeyboardInterrupt:
        stop.set()
        yield from _arrived(done)
        raise
    finally:
        stop.set()
    if failure:
        raise failure


def _arrived(done: "queue.SimpleQueue[_Outcome | None]") -> Iterator[tuple[int, Sequence[object]]]:
    with contextlib.suppress(queue.Empty):
        while True:
            outcome = done.get_nowait()
            if outcome and not isinstance(outcome[1], BaseException):
                yield outcome[0], outcome[1]


def left_over(arriving: Answers, stop: KeyboardInterrupt) -> Iterator[tuple[int, Sequence[object]]]:
    """Yield what of `ask_all` has come and was not yielded when the user stopped it, wherever that was."""
    with contextlib.suppress(KeyboardInterrupt):
        yield arriving.throw(stop)
        yield from arriving


def _complete(answers: Sequence[object], request: Request) -> Sequence[object]:
    """Return the answers when there is one to each text."""
    if len(answers) != len(request):
        raise ServiceError(
            "the answer of the service cannot be used", why=f"not {len(request)} answers came back"
        )
    return answers
