"""`l10n check` and `l10n status`: what is wrong, and how far everything is."""

from typing import TYPE_CHECKING

import typer

from l10n.cli.options import Locales, Output, OutputFormat, project_of
from l10n.cli.printing import print_findings, show_json, show_table

if TYPE_CHECKING:
    from l10n.workflow.status import DocumentStatus

app = typer.Typer()


@app.command()
def check(context: typer.Context, locales: Locales = None, output_format: Output = OutputFormat.TEXT) -> None:
    """Find what is missing, fuzzy, outdated or wrongly spelled. Exit code 1 when anything is found.

    Example: `l10n check nl ru`
    """
    from l10n.workflow.check import check as look

    report = look(project_of(context), locales)
    print_findings(report, output_format)
    raise typer.Exit(0 if report.clean else 1)


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
