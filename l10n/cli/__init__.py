"""The command line: the only package that talks to the terminal."""

import gc
import sys


def main() -> None:
    """Run `l10n` and leave the process with its exit code.

    0 clean · 1 findings, or a `--check` that would change something · 2 usage, configuration or unreadable
    input · 3 an outside service failed. A bug stays a traceback (exit code 1, from Python).
    """
    from l10n.cli.app import app
    from l10n.cli.neutral import neutral
    from l10n.errors import L10nError

    # Most of what a command makes lives until it ends: looking for garbage less often saves a tenth of the time.
    gc.set_threshold(50_000, 20, 100)
    try:
        app(prog_name="l10n")
    except L10nError as error:
        print(neutral(f"l10n: {error}"), file=sys.stderr)  # noqa: T201
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has gone (`l10n check | head`): nothing is left to say.
        sys.stderr.close()
        sys.exit(1)


__all__ = ["main"]
