"""Findings as annotations of GitHub Actions, and as the summary of the step.

GitHub documentation, “Workflow commands for GitHub Actions”; escapes as in `actions/toolkit`, command.ts.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from l10n.cli.build_log import neutral
from l10n.cli.markdown import markdown_cell
from l10n.cli.reports.as_text import severity_note
from l10n.cli.reports.result import Result
from l10n.cli.reports.silence import silence_line
from l10n.cli.terminal_escaping import escape_controls, one_line
from l10n.model import Severity

if TYPE_CHECKING:
    from l10n.errors import L10nError
    from l10n.gate.places import LocatedFinding

ANNOTATIONS = 10  # GitHub shows no more of one step
SUMMARY_BYTES = 1_000_000  # GitHub refuses a summary of more than 1 MiB
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_WORST_FIRST = tuple(Severity)


def as_github(result: Result) -> Iterator[str]:
    """Yield the first ten findings as annotations, the worst first, and the others as lines of the log."""
    report = result.report
    annotations = [_error(error) for error in report.errors]
    ordered = sorted(report.reported, key=lambda placed: _WORST_FIRST.index(placed.finding.severity))
    shown = max(0, ANNOTATIONS - len(annotations))
    annotations += [_annotation(placed, result.folder) for placed in ordered[:shown]]
    lines = annotations[:ANNOTATIONS]
    if line := silence_line(report.silenced):
        lines.append(f"::notice title=l10n::{_data(line)}")
    yield from (f"{line}\n" for line in lines)
    if rest := ordered[shown:]:
        yield f"::group::{len(rest)} more\n"
        yield from (f"{_line(placed, result.folder)}\n" for placed in rest)
        yield "::endgroup::\n"


def _annotation(placed: "LocatedFinding", folder: str) -> str:
    finding = placed.finding
    place = finding.location
    properties = {
        "file": folder + place.path,
        "line": place.line,
        "col": place.column,
        "endColumn": placed.end_column,
        "title": finding.code,
    }
    said = ",".join(
        f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None
    )
    message = finding.message + (f"\n{finding.hint}" if finding.hint else "")
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(message)}"


def _error(error: "L10nError") -> str:
    path = error.where.partition(":")[0]
    said = f" file={_property(path)}" if path else ""
    return f"::error{said}::{_data(str(error))}"


def _line(placed: "LocatedFinding", folder: str) -> str:
    # A line that began with two colons would be a command.
    return neutral(one_line(folder + str(placed.finding))) + severity_note(placed.finding.severity)


def _data(text: str) -> str:
    return neutral(escape_controls(text)).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def step_summary(result: Result) -> str:
    """Return all findings as a Markdown table, as many as a summary takes, and how many there are."""
    report = result.report
    found = f"{len(report.errors)} unreadable, " if report.errors else ""
    title = f"### l10n: {found}{len(report.reported)} findings\n\n"
    silence = silence_line(report.silenced)
    silence = f"\n{markdown_cell(silence)}\n" if silence else ""
    if not report.reported and not report.errors:
        looked_at = f"{report.documents} documents, {report.locales} locales"
        return f"### l10n: all clean\n\n{looked_at}\n{silence}"
    rows = [
        f"| error | | {markdown_cell(error.where)} | {markdown_cell(error.what)} |" for error in report.errors
    ]
    rows += [
        f"| {placed.finding.severity} | {placed.finding.code} "
        f"| {markdown_cell(result.folder + str(placed.finding.location))} | {markdown_cell(placed.finding.message)} |"
        for placed in report.reported
    ]
    table = ["| | code | place | what |", "|---|---|---|---|"]
    size = len((title + silence).encode()) + sum(len(line) + 1 for line in table)
    for number, row in enumerate(rows):
        size += len(row.encode()) + 1
        if size > SUMMARY_BYTES:
            return title + "\n".join(table) + f"\n\n… and {len(rows) - number} more.\n{silence}"
        table.append(row)
    return title + "\n".join(table) + f"\n{silence}"
