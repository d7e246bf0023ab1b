"""How results look: results on standard output, progress and remarks on standard error."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from l10n.cli.options import OutputFormat

if TYPE_CHECKING:
    from l10n.model import Finding
    from l10n.workflow.check import CheckReport
    from l10n.workflow.files import Change

_WIDE = 100_000


def show(line: str = "") -> None:
    """Print a line of the result."""
    print(line)  # noqa: T201


def remark(line: str) -> None:
    """Print a line about the work, beside the result, and in order with it where both go to one place."""
    sys.stdout.flush()
    print(line, file=sys.stderr)  # noqa: T201


def show_json(value: Any) -> None:
    """Print a value as JSON, readable by people."""
    show(json.dumps(value, ensure_ascii=False, indent=2))


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


def show_findings(findings: "Iterable[Finding]") -> None:
    """Print findings as `path:line:column: CODE message`, the hint below it."""
    for finding in findings:
        show(str(finding))
        if finding.hint:
            show(f"    {finding.hint}")


def finding_as_json(finding: "Finding") -> dict[str, Any]:
    """Return a finding as JSON; `schema_version` of the whole answer is 1."""
    edit = finding.edit
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "hint": finding.hint,
        "edit": {"start": edit.start, "end": edit.end, "replacement": edit.replacement} if edit else None,
        "because": list(finding.because),
    }


def print_findings(report: "CheckReport", output_format: OutputFormat) -> None:
    """Print what `check` found: findings as the result, the totals as a remark."""
    if output_format is OutputFormat.JSON:
        show_json(
            {"schema_version": 1, "findings": [finding_as_json(finding) for finding in report.findings]}
        )
        return
    show_findings(report.findings)
    looked_at = f"{counted(report.documents, 'document')} in {counted(report.locales, 'locale')}"
    if report.findings:
        files = len({finding.location.path for finding in report.findings})
        remark(
            f"{counted(len(report.findings), 'finding')} in {counted(files, 'file')} ({looked_at} checked)"
        )
    else:
        remark(f"all clean: {looked_at} checked")


def conclude(changes: "Sequence[Change]", *, check: bool, diff: bool, unchanged: str) -> int:
    """Say which files were written (or would be), and return the exit code.

    With `--diff` the changes are printed; with `--check` the code is 1 when there are any.
    """
    if diff and changes:
        from l10n.workflow.files import unified_diff

        sys.stdout.write(unified_diff(changes))
    for change in changes:
        if check or diff:
            remark(f"would write {change.name}")
        else:
            remark(f"wrote {change.name}")
    if not changes:
        remark(unchanged)
    return int(check and bool(changes))
