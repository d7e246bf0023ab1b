"""What a report prints: the values that every format of `l10n check` is made of."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.gate.fixing import Fixed
    from l10n.workflow.check_report import CheckReport


class ReportFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    JUNIT = "junit"
    SARIF = "sarif"
    HTML = "html"


class Extent(StrEnum):
    """How much a report for people says: every finding, of a large run the first ones and counts, or only counts."""

    ALL = "all"
    BOUNDED = "bounded"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What is printed: the report, what has been fixed before it, and the project it is about.

    `folder` is where the project is in its repository, as `docs/`: "" at the top. `width` is in cells. On a
    terminal long lines are folded; only there are colours. `extent` is that of the text: other formats have it all.
    """

    report: "CheckReport"
    root: Path = Path()
    name: str = ""
    fixed: tuple["Fixed", ...] = ()
    folder: str = ""
    width: int = 80
    is_terminal: bool = False
    is_coloured: bool = False
    extent: Extent = Extent.ALL
