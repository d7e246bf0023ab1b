"""The formats of `l10n check`, and what each of them is made of."""

from collections.abc import Iterable

from l10n.cli.build_log import Notation
from l10n.cli.reports.result import ReportFormat, Result


def rendered(result: Result, form: ReportFormat) -> Iterable[str]:
    """Return the findings in a format, in pieces, ending with a newline unless there is nothing to say."""
    # Each format is imported when it is asked for: the start-up stays light.
    match form:
        case ReportFormat.TEXT:
            from l10n.cli.reports.as_text import as_text

            return as_text(result)
        case ReportFormat.JSON:
            from l10n.cli.reports.as_json import as_json

            return as_json(result)
        case ReportFormat.GITHUB:
            from l10n.cli.reports.as_github import as_github

            return as_github(result)
        case ReportFormat.JUNIT:
            from l10n.cli.reports.as_junit import as_junit

            return as_junit(result)
        case ReportFormat.SARIF:
            from l10n.cli.reports.as_sarif import as_sarif

            return as_sarif(result)
        case ReportFormat.HTML:
            from l10n.cli.reports.as_html import as_html

            return as_html(result)


def notation_of(form: ReportFormat) -> Notation:
    """Return what a format is written in."""
    match form:
        case ReportFormat.TEXT:
            return Notation.TEXT
        case ReportFormat.JSON | ReportFormat.SARIF:
            return Notation.JSON
        case ReportFormat.GITHUB:
            return Notation.COMMANDS
        case ReportFormat.JUNIT | ReportFormat.HTML:
            return Notation.MARKUP
