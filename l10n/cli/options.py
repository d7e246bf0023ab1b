"""Options and arguments that several commands share, and the context they run in."""

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.reports import ReportFormat

if TYPE_CHECKING:
    from l10n.project import Project

Locales = Annotated[
    list[str] | None,
    typer.Argument(metavar="LOCALE", help="Only these locales. Default: all locales of the project."),
]
CheckOnly = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit with 1 if anything would change.")
]
ShowDiff = Annotated[bool, typer.Option("--diff", help="Write nothing; print what would change.")]


Jobs = Annotated[
    int,
    typer.Option(
        "--jobs", "-j", min=0, metavar="N", help="Number of parallel processes; 0 chooses by workload."
    ),
]
EngineAddress = Annotated[
    str, typer.Option("--engine", metavar="URL", help="Run on a Dask cluster: dask://host:port.")
]
Cache = Annotated[
    bool, typer.Option("--cache/--no-cache", help="Skip documents that have not changed since the last run.")
]


class OutputFormat(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


class OutdatedPolicy(StrEnum):
    """What a page shows for a text that changed since it was translated."""

    SOURCE = "source"
    OUTDATED = "outdated"
    OMIT = "omit"


class StatusFormat(StrEnum):
    """How the state of the documents is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


Report = Annotated[ReportFormat, typer.Option("--output-format", help="Format of the findings.")]
Output = Annotated[OutputFormat, typer.Option("--output-format", help="Format of the output.")]


def project_of(context: typer.Context) -> "Project":
    """Return the project of the folder given with `--project`, or of the working folder."""
    from l10n.workflow.store.configured import configured_project  # help needs no configuration

    return configured_project(folder_of(context), os.environ)


def folder_of(context: typer.Context) -> Path:
    """Return the folder given with `--project`, or the working folder."""
    return context.obj if isinstance(context.obj, Path) else Path.cwd()
