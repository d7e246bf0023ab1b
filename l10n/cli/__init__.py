"""The command line: the only package that talks to the terminal."""

import atexit
import contextlib
import gc
import io
import os
import sys

from l10n.cli import interruption

_SIGPIPE = 13  # not every system has it
_NO_MEMORY = (
    "l10n: there is not enough memory for this command; divide the largest files of the project, "
    "or give the process more memory"
)


def main() -> None:
    """Run `l10n` and leave the process with its exit code.

    0 clean · 1 findings, or a `--check` that would change something · 2 usage, configuration or unreadable
    input · 3 an outside service failed · 128 and the number of the signal that stopped it (130 for Ctrl-C). A bug stays
    a traceback (exit code 1, from Python).
    """
    code: int | str | None
    try:
        try:
            interruption.listen()
            code = _run()
        except BaseException as error:  # noqa: BLE001  # what is none of these is raised again
            code = _code_of(error)
        interruption.ignore()
    except KeyboardInterrupt as stop:  # between its end and here
        interruption.ignore()
        code = interruption.tell_stopped(stop)
    sys.exit(code)


def _run() -> int:
    # Most of what a command makes lives until it ends: looking for garbage less often saves a tenth of the time.
    gc.set_threshold(100_000, 20, 100)
    # Nor does what is left need a last look for garbage when the process ends: Python frees that without.
    atexit.register(gc.freeze)
    _prepare_output()
    from l10n.cli.app import app

    app(prog_name="l10n")
    return 0


def _code_of(error: BaseException) -> int | str | None:
    """Return the exit code of a command that ended with this, and say why where it has not been said.

    Raises what is a bug of ours.
    """
    if interruption.is_stopped(error):
        return interruption.tell_stopped(error)
    try:
        sys.stdout.flush()
        if any(isinstance(one, BrokenPipeError) for one in interruption.chain(error)):
            raise BrokenPipeError
        return _told(error)
    except BrokenPipeError:
        return _without_reader()
    except OSError as refused:
        if refused.filename is not None:  # not of a stream: a bug of ours
            raise
        interruption.silence_output()
        print(f"l10n: standard output: cannot be written: {refused.strerror}", file=sys.stderr)  # noqa: T201
        return 2


def _told(error: BaseException) -> int | str | None:
    """Print an error, unless that is done, and return its exit code. Raises what is a bug of ours."""
    if isinstance(error, SystemExit):
        return error.code
    if isinstance(error, MemoryError):  # whoever ran out of it has let go of what it had by now
        print(_NO_MEMORY, file=sys.stderr)  # noqa: T201
        return 2
    from l10n.cli.terminal_escaping import escape_controls
    from l10n.errors import L10nError

    if not isinstance(error, L10nError):
        raise error
    print(escape_controls(f"l10n: {error}"), file=sys.stderr)  # noqa: T201
    return error.exit_code


def _without_reader() -> int:
    """Return the exit code when the reader of our output has gone (`l10n check | head`): nothing is left to say."""
    interruption.silence_output()
    with contextlib.suppress(OSError):
        os.dup2(1, 2)
    return 128 + _SIGPIPE


def _prepare_output() -> None:
    """See to it that whatever is printed can be: results for programs in UTF-8, for a terminal in its own encoding.

    What an encoding lacks is shown as an escape; a stream that is closed (`>&-`) takes everything. In the log of a
    build nothing is printed that its runner would obey.
    """
    from l10n.cli.build_log import BuildLog, is_log

    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() or name == "stderr" else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
        stream = getattr(sys, name)
        if not isinstance(stream, BuildLog) and is_log(stream):
            setattr(sys, name, BuildLog(stream))


__all__ = ["main"]
