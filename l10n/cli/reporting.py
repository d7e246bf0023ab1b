"""Where the findings of a check go: standard output or a file, the summary of a CI step, and what is said beside."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.cli.printing import counted, print_in, remark, write_in
from l10n.cli.reports import ReportFormat, Result, notation_of, rendered
from l10n.cli.reports.silence import silence_line
from l10n.errors import ConfigurationError
from l10n.model import Severity

if TYPE_CHECKING:
    from l10n.project import Project
    from l10n.workflow.check_report import CheckReport
    from l10n.workflow.fix import FixReport

_WIDEST = 120
_SAYING_SO = (
    ReportFormat.JSON,
    ReportFormat.SARIF,
    ReportFormat.GITHUB,
    ReportFormat.HTML,
)  # what is silenced


def result_of(project: "Project", report: "CheckReport") -> Result:
    """Return a report as it will be printed here: on this terminal, in this repository."""
    is_terminal = sys.stdout.isatty()
    return Result(
        report=report,
        root=project.root,
        name=project.name,
        folder=_folder_in_repository(project.root),
        width=min(_WIDEST, shutil.get_terminal_size().columns),
        is_terminal=is_terminal,
        is_coloured=is_terminal and not os.environ.get("NO_COLOR"),
    )


def print_result(result: Result, form: ReportFormat, output_file: Path | None = None) -> None:
    """Print the findings, or write them into a file; what cannot be read and the totals go to standard error."""
    if output_file is None or str(output_file) == "-":
        for piece in rendered(result, form):
            print_in(notation_of(form), piece)
    else:
        _write(result, form, output_file)
    for error in result.report.errors:
        remark(f"l10n: {error}")
    if form is ReportFormat.TEXT or output_file is not None:
        remark(totals(result.report))
    silence = silence_line(result.report.silenced)
    if silence and (form not in _SAYING_SO or output_file is not None):
        remark(silence)
    if form is ReportFormat.GITHUB and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        from l10n.cli.reports.as_github import step_summary
        from l10n.workflow.store.reports import append

        append(Path(summary), step_summary(result))


def totals(report: "CheckReport") -> str:
    """Return how much was found and how much was looked at, in one line."""
    looked_at = f"{counted(report.documents, 'document')} in {counted(report.locales, 'locale')} checked"
    ignored = sum(one.placed.number for one in report.ignored)
    aside = [f"{ignored} ignored"] if ignored else []
    aside += [f"{report.tolerated} untranslated allowed"] if report.tolerated else []
    rest = "".join(f"; {part}" for part in aside)
    if not report.reported and not report.errors:
        return f"all clean: {looked_at}{rest}"
    files = len({finding.location.path for finding in report.findings})
    found = f"{counts(report)} in {counted(files, 'file')}" if files else "nothing else found"
    unread = f"{counted(len(report.errors), 'file')} cannot be read; " if report.errors else ""
    return f"{unread}{found} ({looked_at}{rest})"


def counts(report: "CheckReport") -> str:
    """Return `1 error, 2 warnings`."""
    numbers = report.numbers
    return ", ".join(
        f"{number} info" if severity is Severity.INFO else counted(number, str(severity))
        for severity, number in numbers.items()
        if number
    )


def _write(result: Result, form: ReportFormat, output_file: Path) -> None:
    from dataclasses import replace

    inputs = {(result.root / name).resolve() for name in result.report.texts}
    if output_file.resolve() in inputs:
        raise ConfigurationError(
            "the report would overwrite what is checked", where=f"--output-file {output_file}"
        )
    pieces = rendered(replace(result, is_terminal=False, is_coloured=False), form)
    write_in(notation_of(form), pieces, output_file)
    remark(f"wrote {output_file}")


def _folder_in_repository(root: Path) -> str:
    """Return where the project is below the repository that GitHub checked out, as `docs/`; "" at its top."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if not workspace or not root.is_relative_to(Path(workspace).resolve()):
        return ""
    below = root.relative_to(Path(workspace).resolve()).as_posix()
    return "" if below == "." else f"{below}/"


def print_left(project: "Project", report: "FixReport", noun: str, *, is_written: bool) -> None:
    """Print what `names fix` leaves to a person, and how much it has fixed."""
    sys.stdout.writelines(rendered(result_of(project, report.left), ReportFormat.TEXT))
    for error in report.left.errors:
        remark(f"l10n: {error}")
    if report.fixed:
        remark(f"{'fixed' if is_written else 'would fix'} {counted(len(report.fixed), noun)}")
    left = [finding for finding in report.left.findings if finding.severity is not Severity.INFO]
    if left:
        remark(f"{counted(len(left), noun)} left for you to decide")
