"""Options and arguments that several commands share, and the context they run in."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.reports import ReportFormat
from l10n.project import Project, find_project

Locales = Annotated[
    list[str] | None,
    typer.Argument(metavar="LOCALE", help="Only these locales. Default: all of the project."),
]
CheckOnly = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit with 1 if something would change.")
]
ShowDiff = Annotated[bool, typer.Option("--diff", help="Write nothing; print what would change.")]


class OutputFormat(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


class OutdatedPolicy(StrEnum):
    """What stands in a page for a text that changed since it was translated."""

    SOURCE = "source"
    OUTDATED = "outdated"
    OMIT = "omit"


class StatusFormat(StrEnum):
    """How the state of the documents is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


Report = Annotated[ReportFormat, typer.Option("--output-format", help="How to print the findings.")]
Output = Annotated[OutputFormat, typer.Option("--output-format", help="How to print the result.")]


def project_of(context: typer.Context) -> Project:
    """Return the project of the folder given with `--project`, or of the working folder."""
    return find_project(folder_of(context), os.environ)


def folder_of(context: typer.Context) -> Path:
    """Return the folder given with `--project`, or the working folder."""
    return context.obj if isinstance(context.obj, Path) else Path.cwd()
