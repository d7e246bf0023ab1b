"""`l10n names audit`: every name over the whole archive."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.build_log import Notation
from l10n.cli.light_typer import LightTyper
from l10n.cli.options import Cache, EngineAddress, Jobs, Locales, project_of
from l10n.cli.printing import counted, print_in, remark, write_in

if TYPE_CHECKING:
    from l10n.workflow.names.audit import AuditReport

app = LightTyper()


class AuditFormat(StrEnum):
    """How an audit is printed."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


_NOTATIONS = {
    AuditFormat.TEXT: Notation.TEXT,
    AuditFormat.JSON: Notation.JSON,
    AuditFormat.HTML: Notation.MARKUP,
}


@app.command("audit")
def audit_names(
    context: typer.Context,
    locales: Locales = None,
    least: Annotated[
        float,
        typer.Option(
            "--least", min=0.0, max=1.0, metavar="SCORE", help="Leave out proposals less certain than this."
        ),
    ] = 0.5,
    output_format: Annotated[
        AuditFormat, typer.Option("--output-format", help="Format of the report.")
    ] = AuditFormat.TEXT,
    output_file: Annotated[
        Path | None,
        typer.Option("--output-file", "-o", metavar="FILE", help="Write the report to this file."),
    ] = None,
    jobs: Jobs = 0,
    engine: EngineAddress = "",
    cache: Cache = True,
) -> None:
    """Report how all documents spell every name.

    Wrong spellings come first, with counts and places; then the other registered names; then the most frequent names
    that are not registered. This is a report; the gate is `l10n names check`.

    Example: `l10n names audit --output-format html --output-file names.html`
    """
    from l10n.cli.running import running_of
    from l10n.workflow.names.audit import audit

    with running_of(jobs, engine, use_cache=cache, save=False) as running:
        report = audit(project_of(context), locales, least=least, options=running)
    text = _rendered(report, output_format)
    if output_file is None or str(output_file) == "-":
        print_in(_NOTATIONS[output_format], text)
    else:
        write_in(_NOTATIONS[output_format], (text,), output_file)
        remark(f"wrote {output_file}")
    for error in report.errors:
        remark(f"l10n: {error}")
    remark(_totals(report))
    raise typer.Exit(max((error.exit_code for error in report.errors), default=0))


def _totals(report: "AuditReport") -> str:
    wrong = sum(bool(name.wrong) for name in report.names)
    mixed = sum(name.is_mixed and not name.wrong for name in report.names)
    return (
        f"{counted(len(report.names), 'registered name')} in {counted(report.documents, 'document')}: "
        f"{wrong} misspelled, {mixed} with more than one spelling; "
        f"{counted(len(report.candidates), 'name')} to register"
    )


def _rendered(report: "AuditReport", form: AuditFormat) -> str:
    # Each format is imported when it is asked for: the start-up stays light.
    match form:
        case AuditFormat.TEXT:
            from l10n.cli.audits.as_text import as_text

            return as_text(report, is_terminal=sys.stdout.isatty())
        case AuditFormat.JSON:
            from l10n.cli.audits.as_json import as_json

            return as_json(report)
        case AuditFormat.HTML:
            from l10n.cli.audits.as_html import as_html

            return as_html(report)
