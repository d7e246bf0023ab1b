"""`l10n review`: the page to look at."""

from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.options import CheckOnly, Locales, ShowDiff, project_of
from l10n.cli.printing import conclude, remark

app = typer.Typer()


@app.command()
def review(
    context: typer.Context,
    locales: Locales = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar="SOURCE", help="Only this source.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Default: build/review.html.")
    ] = None,
    open_it: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Write a page that shows source and translations side by side, with names, changes and findings.

    One file that works without a network, for reading, printing and sending on. Exit code 2 when something could
    not be read: the page says what, and shows the rest.

    Example: `l10n review nl ru --open`
    """
    from l10n.workflow.review import review as look

    report = look(project_of(context), locales, document=document, output=output, save=not (check or diff))
    for error in report.errors:
        remark(f"l10n: {error}")
    code = conclude(report.changes, check=check, diff=diff, unchanged="the page is up to date")
    if open_it and not (check or diff):
        import webbrowser

        webbrowser.open(report.path.resolve().as_uri())
    raise typer.Exit(max((error.exit_code for error in report.errors), default=code))
