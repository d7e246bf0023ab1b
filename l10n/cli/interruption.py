"""Ctrl-C and SIGTERM, at whatever moment: one line says so, and the exit code is 130 or 143, as a shell has it.

The first of them raises KeyboardInterrupt, so that what is under way is left whole. Those that follow at once (a
terminal tells the whole group of processes, a wrapper passes on what it was told) change nothing; who asks once more
does not want to wait for that, and it ends at once.
"""

import _thread
import atexit
import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from types import FrameType

_PATIENCE = 1.0  # seconds in which another one is taken for the same
_told: list[int] = []  # the exit code of a command that was stopped
_received: list[tuple[signal.Signals, float]] = []  # the signal that came, and when


def listen() -> None:
    """From now on, let the first Ctrl-C or SIGTERM raise KeyboardInterrupt.

    One that is ignored because whoever started us wanted that (`nohup`, a job in the background) stays ignored.
    """
    _received.clear()
    _told.clear()
    atexit.unregister(_leave)
    atexit.register(_leave)  # before all others, so that it comes after them
    with contextlib.suppress(ValueError):  # in another thread than the first one nothing comes
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, _interrupt)
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, _interrupt)
        sys.unraisablehook = _take_up_again


def ignore() -> None:
    """Let nothing disturb the end of the process any more: its work is done."""
    with contextlib.suppress(ValueError):
        if signal.getsignal(signal.SIGINT) in (_interrupt, signal.default_int_handler):
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        if signal.getsignal(signal.SIGTERM) is _interrupt:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)


def is_stopped(error: BaseException) -> bool:
    """Return whether it is for Ctrl-C or SIGTERM that a command ended with this."""
    if isinstance(error, SystemExit):  # it may have been finished by then
        return any(isinstance(one, KeyboardInterrupt) for one in chain(error))
    return bool(_received) or any(isinstance(one, KeyboardInterrupt) for one in chain(error))


def tell_stopped(error: BaseException) -> int:
    """Print that a command was stopped, and what that means if it said so; return the exit code."""
    whys = (str(one) for one in chain(error) if isinstance(one, KeyboardInterrupt) and one.args)
    why = next(whys, "")
    silence_output()
    with contextlib.suppress(OSError, ValueError):  # nobody is there to read it
        begin = "\n" if sys.stderr.isatty() else ""  # behind the ^C of the terminal
        print(f"{begin}l10n: stopped{': ' if why else ''}{why}", file=sys.stderr, flush=True)  # noqa: T201
    code = 128 + (_received[0][0] if _received else signal.SIGINT)
    _told.append(code)
    return code


def chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those that led to it."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or one.__context__


def silence_output() -> None:
    """Let Python, which writes what is left when it ends, write that nowhere: its reader has gone, or does not read."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)


def _interrupt(number: int, _frame: FrameType | None) -> None:
    if not _received:
        _received.append((signal.Signals(number), time.monotonic()))
        raise KeyboardInterrupt
    if time.monotonic() - _received[0][1] > _PATIENCE:
        os._exit(128 + number)


def _leave() -> None:
    """End the process with the exit code of a command that was stopped, when all else that ends it is done.

    Python ends by SIGINT, whatever the exit code, once a KeyboardInterrupt has gone through code that was a text, as
    the methods of a dataclass were (`exec`), though it was caught.
    """
    if _told:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.flush()
        os._exit(_told[0])


def _take_up_again(unraisable: "sys.UnraisableHookArgs") -> None:
    """Where Python has to drop an exception (in `__del__`, in a callback), let that of Ctrl-C come a moment later.

    Nothing is said where memory ran out: that is told once, by whom it stops.
    """
    if not _received and not issubclass(unraisable.exc_type, MemoryError):
        sys.__unraisablehook__(unraisable)
    elif _received and issubclass(unraisable.exc_type, KeyboardInterrupt):
        with contextlib.suppress(RuntimeError):  # no thread begins when the process ends
            _thread.start_new_thread(_interrupt_again, ())


def _interrupt_again() -> None:
    number = _received[0][0]
    _received.clear()
    _thread.interrupt_main(number)
