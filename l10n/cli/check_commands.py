"""`l10n check` and `l10n status`: what is wrong, and how far everything is."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Locales, Output, OutputFormat, Report, ShowDiff, project_of
from l10n.cli.printing import show_json, show_table
from l10n.cli.reports import ReportFormat

if TYPE_CHECKING:
    from l10n.workflow.status import DocumentStatus

app = typer.Typer()


@app.command()
def check(
    context: typer.Context,
    locales: Locales = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="CODE", help="Only these codes or groups; repeatable, or a,b."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODE", help="All but these codes or groups; repeatable, or a,b."),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Leave out what this file of earlier findings has."),
    ] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Write the findings of now into the baseline.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Make the edits that are safe, and say why each was made.")
    ] = False,
    diff: ShowDiff = False,
    output_format: Report = ReportFormat.TEXT,
    output_file: Annotated[
        Path | None, typer.Option("--output-file", metavar="FILE", help="Write the findings there.")
    ] = None,
) -> None:
    """Find what is missing, fuzzy, outdated or wrong in the translations. Exit code 1 when anything is found.

    `l10n rule --all` lists the codes. A comment `# l10n: ignore CODE reason` above a message lets a finding pass.

    Example: `l10n check nl ru --ignore unregistered-name`
    """
    from l10n.cli.checking import Asked, run_check

    asked = Asked(
        locales=locales,
        select=_divided(select),
        ignore=_divided(ignore),
        baseline=baseline,
        update_baseline=update_baseline,
        fix=fix,
        diff=diff,
        form=output_format,
        output_file=output_file,
    )
    raise typer.Exit(run_check(project_of(context), asked))


def _divided(values: list[str] | None) -> tuple[str, ...]:
    return tuple(part.strip() for value in values or [] for part in value.split(",") if part.strip())


@app.command()
def status(
    context: typer.Context, locales: Locales = None, output_format: Output = OutputFormat.TEXT
) -> None:
    """Show how far each document is in each locale.

    Example: `l10n status --output-format json`
    """
    from l10n.workflow.status import status as measure

    rows = measure(project_of(context), locales)
    if output_format is OutputFormat.JSON:
        show_json({"schema_version": 1, "documents": [_status_as_json(row) for row in rows]})
        return
    show_table(
        ("locale", "document", "translated", "fuzzy", "untranslated", "words", "done"),
        [
            (
                row.locale,
                row.domain,
                str(row.statistics.translated),
                str(row.statistics.fuzzy),
                str(row.statistics.untranslated),
                f"{row.statistics.words_translated}/{row.statistics.words_total}",
                f"{row.statistics.percent}%",
            )
            for row in rows
        ],
        numbers=(2, 3, 4, 5, 6),
    )


def _status_as_json(row: "DocumentStatus") -> dict[str, object]:
    statistics = row.statistics
    return {
        "locale": row.locale,
        "document": row.domain,
        "translated": statistics.translated,
        "fuzzy": statistics.fuzzy,
        "untranslated": statistics.untranslated,
        "obsolete": statistics.obsolete,
        "words": statistics.words_total,
        "words_translated": statistics.words_translated,
        "percent": statistics.percent,
    }
