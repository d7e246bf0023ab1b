"""How results look: results on standard output, progress and remarks on standard error."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from l10n.cli.build_log import BuildLog, Notation, is_build, logged
from l10n.cli.terminal_escaping import escape_controls, escape_controls_in_json
from l10n.errors import format_errors

if TYPE_CHECKING:
    from pathlib import Path

    from l10n.errors import L10nError
    from l10n.workflow.store.files import Change

_WIDE = 100_000
_MOST_NAMES = 100
_EXCERPT_LENGTH = 60


def show(line: str = "", *, is_painted: bool = False, notation: Notation = Notation.TEXT) -> None:
    """Print a line of the result: to a file or a pipe as it is, on a terminal with its controls escaped.

    A line that `is_painted` holds colours of ours, and its other texts are escaped already.
    """
    print_in(notation, f"{line if is_painted or not sys.stdout.isatty() else escape_controls(line)}\n")


def beginning_of(text: str) -> str:
    """Return the beginning of a text on one line, in quotation marks."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _EXCERPT_LENGTH else f"“{line[:_EXCERPT_LENGTH].rstrip()} …”"


def remark(line: str) -> None:
    """Print a line about the work, beside the result, and in order with it where both go to one place."""
    sys.stdout.flush()
    print(escape_controls(line), file=sys.stderr)  # noqa: T201


def tell_errors(errors: "Iterable[L10nError]") -> int:
    """Print errors that did not stop the rest, and return the exit code of the worst, 0 without any."""
    known = list(errors)
    for error in format_errors(known):
        remark(f"l10n: {error}")
    return max((error.exit_code for error in known), default=0)


def show_json(value: Any) -> None:
    """Print a value as JSON, readable by people."""
    import json  # only who asks for JSON needs it

    text = escape_controls_in_json(json.dumps(value, ensure_ascii=False, indent=2))
    print_in(Notation.JSON, f"{text}\n")


def print_in(notation: Notation, text: str) -> None:
    """Print a whole text in its notation, as it is; in the log of a build with nothing that a runner obeys."""
    if isinstance(sys.stdout, BuildLog):
        sys.stdout.write_in(text, notation)
    else:
        sys.stdout.write(text)


def write_in(notation: Notation, pieces: Iterable[str], output_file: "Path") -> None:
    """Write a text in its notation into the file that an option names: as it is, unless that is the log of a build."""
    from l10n.workflow.store.reports import is_stream, write_report

    if not is_stream(output_file):
        write_report(output_file.resolve(), str(output_file), pieces)
    elif is_build():
        write_report(output_file, str(output_file), (logged(piece, notation) for piece in pieces))
    else:
        write_report(output_file, str(output_file), pieces)


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return `1 message`, `2 messages`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def show_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[int] = ()
) -> None:
    """Print aligned columns; those whose index is in `numbers` are aligned to the right.

    On a terminal long cells are folded to its width; in a pipe or a file each row stays on one line.
    """
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="")
    for index, heading in enumerate(headings):
        table.add_column(heading, justify="right" if index in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    console = Console(width=None if sys.stdout.isatty() else _WIDE, markup=False, highlight=False)
    with console.capture() as printed:
        console.print(table)
    for line in printed.get().splitlines():
        show(line.rstrip())


def conclude(
    changes: "Sequence[Change]", *, check: bool, diff: bool, unchanged: str, written: Sequence[str] = ()
) -> int:
    """Say which files were written (or would be), and return the exit code.

    With `--diff` the changes are printed; with `--check` the code is 1 when there are any. `written` are the names of
    files whose content is not kept; without anything to say it is `unchanged`.
    """
    if diff and changes:
        from l10n.workflow.store.patch import unified_diff

        difference = unified_diff(changes)
        sys.stdout.write(escape_controls(difference) if sys.stdout.isatty() else difference)
    for change in changes:
        if check or diff:
            remark(f"would write {change.name}")
        else:
            remark(f"wrote {change.name}")
    for name in written[:_MOST_NAMES]:
        remark(f"wrote {name}")
    if len(written) > _MOST_NAMES:
        remark(f"wrote {len(written) - _MOST_NAMES} more files")
    if not changes and not written and unchanged:
        remark(unchanged)
    return int(check and bool(changes))


def tell_removed(names: Sequence[str], *, is_saved: bool) -> None:
    """Say which files were removed, or would be."""
    verb = "removed" if is_saved else "would remove"
    for name in names[:_MOST_NAMES]:
        remark(f"{verb} {name}")
    if len(names) > _MOST_NAMES:
        remark(f"{verb} {len(names) - _MOST_NAMES} more files")
