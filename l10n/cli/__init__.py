"""The command line: the only package that talks to the terminal."""

import atexit
import gc
import io
import os
import sys

_NO_MEMORY = (
    "l10n: there is not enough memory for this command; divide the largest files of the project, "
    "or give the process more memory"
)


def main() -> None:
    """Run `l10n` and leave the process with its exit code.

    0 clean · 1 findings, or a `--check` that would change something · 2 usage, configuration or unreadable
    input · 3 an outside service failed. A bug stays a traceback (exit code 1, from Python).
    """
    # Most of what a command makes lives until it ends: looking for garbage less often saves a tenth of the time.
    gc.set_threshold(100_000, 20, 100)
    # Nor does what is left need a last look for garbage when the process ends: Python frees that without.
    atexit.register(gc.freeze)
    from l10n.cli.app import app
    from l10n.cli.terminal_escaping import escape_controls
    from l10n.errors import L10nError

    _prepare_output()
    sys.unraisablehook = _pass_over_memory
    try:
        try:
            app(prog_name="l10n")
        finally:
            sys.stdout.flush()
    except L10nError as error:
        print(escape_controls(f"l10n: {error}"), file=sys.stderr)  # noqa: T201
        sys.exit(error.exit_code)
    except MemoryError:
        # Whoever ran out of it has let go of what it had by now.
        print(_NO_MEMORY, file=sys.stderr)  # noqa: T201
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output has gone (`l10n check | head`): nothing is left to say.
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        if error.filename is not None:  # not of a stream: a bug of ours
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # else Python tries once more when it ends
        print(f"l10n: standard output: cannot be written: {error.strerror}", file=sys.stderr)  # noqa: T201
        sys.exit(2)


def _pass_over_memory(fault: "sys.UnraisableHookArgs") -> None:
    """Keep silent about what could not be tidied up where memory ran out: that is told once, by whom it stops."""
    if not issubclass(fault.exc_type, MemoryError):
        sys.__unraisablehook__(fault)


def _prepare_output() -> None:
    """See to it that whatever is printed can be: results for programs in UTF-8, for a terminal in its own encoding.

    What an encoding lacks is shown as an escape; a stream that is closed (`>&-`) takes everything.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() or name == "stderr" else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


__all__ = ["main"]
