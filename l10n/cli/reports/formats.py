"""The formats of `l10n check`, and what each of them is made of."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.gate.fixing import Fixed
    from l10n.workflow.check import CheckReport


class ReportFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    JUNIT = "junit"
    SARIF = "sarif"
    HTML = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What is printed: the report, what has been mended before it, and the project it is about.

    `folder` is where the project is in its repository, as `docs/`: "" at the top. `width` is in cells. On a
    terminal long lines are folded; only there are colours.
    """

    report: "CheckReport"
    root: Path = Path()
    name: str = ""
    fixed: tuple["Fixed", ...] = ()
    folder: str = ""
    width: int = 80
    is_terminal: bool = False
    is_coloured: bool = False


def rendered(result: Result, form: ReportFormat) -> str:
    """Return the findings in a format, ending with a newline unless there is nothing to say."""
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
