"""Asking a service many things, one after the other or several at once; what has come is never lost.

A request that fails for what may be one text's fault is divided (`division`), so that this text costs itself alone.
"""

import contextlib
import queue
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import NamedTuple

from l10n.errors import Fault, ServiceError
from l10n.pretranslation.division import Division, Failed
from l10n.pretranslation.services.base import Asked

Key = tuple[int, int]


class Question(NamedTuple):
    """A text to ask for, and what the answer is found again by."""

    key: Key
    asked: Asked


Answer = tuple[Key, object]  # of a text that failed a `Failed`
Answers = Generator[tuple[Answer, ...], None, None]
Translate = Callable[[Sequence[Asked]], Sequence[object]]


def ask_all(translate: Translate, requests: Sequence[Sequence[Question]], jobs: int) -> Answers:
    """Yield the answers as they come, each with the key of its text; a text that failed has `Failed` for an answer.

    A failure of the service ends it: nothing new is asked, what is under way is waited for and yielded, then the
    failure is raised. After Ctrl-C (see `left_over`) what has come is yielded, and nothing is waited for: with `jobs`
    above 1 the threads die with the process.
    """
    division = Division(requests)
    if jobs <= 1 or len(requests) <= 1:
        while (request := division.take()) is not None:
            if found := _asked(translate, request, division):
                yield found
        yield from _at_end(division)
        return
    done: queue.SimpleQueue[tuple[Answer, ...] | BaseException | None] = queue.SimpleQueue()

    def work() -> None:
        try:
            while (request := division.take()) is not None:
                done.put(_asked(translate, request, division))
        except BaseException as error:  # noqa: BLE001  # raised again below, in the thread of the caller
            division.stop()
            done.put(error)
        done.put(None)

    threads = [threading.Thread(target=work, daemon=True) for _ in range(jobs)]
    for thread in threads:
        thread.start()
    yield from _collected(done, len(threads), division)


def _asked(
    translate: Translate, request: Sequence[Question], division: Division[Question]
) -> tuple[Answer, ...]:
    """Ask once, and return what is known now: the answers, or texts that have certainly failed."""
    try:
        answers = _complete(translate([one.asked for one in request]), request)
    except ServiceError as error:
        return _failures(division.failed(request, error))
    except BaseException:
        division.stop()
        raise
    known = _failures(division.answered())
    return (*known, *((one.key, answer) for one, answer in zip(request, answers, strict=True)))


def _at_end(division: Division[Question]) -> Iterator[tuple[Answer, ...]]:
    if left := division.ended():
        yield _failures(left)
    if division.failure is not None:
        raise division.failure


def _failures(texts: Sequence[tuple[Question, Failed]]) -> tuple[Answer, ...]:
    return tuple((question.key, failed) for question, failed in texts)


def _collected(
    done: "queue.SimpleQueue[tuple[Answer, ...] | BaseException | None]",
    running: int,
    division: Division[Question],
) -> Iterator[tuple[Answer, ...]]:
    unforeseen: BaseException | None = None
    try:
        while running:
            outcome = done.get()
            if outcome is None:
                running -= 1
            elif isinstance(outcome, BaseException):
                unforeseen = unforeseen or outcome
            elif outcome:
                yield outcome
    except KeyboardInterrupt:
        division.stop()
        yield from _arrived(done)
        raise
    finally:
        division.stop()
    if unforeseen:
        raise unforeseen
    yield from _at_end(division)


def _arrived(
    done: "queue.SimpleQueue[tuple[Answer, ...] | BaseException | None]",
) -> Iterator[tuple[Answer, ...]]:
    with contextlib.suppress(queue.Empty):
        while True:
            outcome = done.get_nowait()
            if outcome and not isinstance(outcome, BaseException):
                yield outcome


def left_over(arriving: Answers, stop: KeyboardInterrupt) -> Iterator[tuple[Answer, ...]]:
    """Yield what of `ask_all` has come and was not yielded when the user stopped it, wherever that was."""
    with contextlib.suppress(KeyboardInterrupt):
        yield arriving.throw(stop)
        yield from arriving


def _complete(answers: Sequence[object], request: Sequence[Question]) -> Sequence[object]:
    """Return the answers when there is one to each text."""
    if len(answers) != len(request):
        what, why = "the answer of the service cannot be used", f"not {len(request)} answers came back"
        raise ServiceError(what, why=why, fault=Fault.EITHER)
    return answers
