"""`l10n review`, `watch` and `serve`: the review page, a round after every save, the local editor."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.light_typer import LightTyper
from l10n.cli.options import CheckOnly, Locales, ShowDiff, project_of
from l10n.cli.printing import conclude, remark, show
from l10n.cli.reports import ReportFormat

app = LightTyper()

OnlyDocument = Annotated[str | None, typer.Option("--document", metavar="SOURCE", help="Only this source.")]


@app.command()
def review(
    context: typer.Context,
    locales: Locales = None,
    document: OnlyDocument = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write the page to this file. Default: build/review.html."
        ),
    ] = None,
    open_it: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Write a page with source and translations side by side.

    It shows names, changes and findings, in one file that works offline, for reading, printing and sharing. Exit code 2
    when a file could not be read: the page says which, and shows the rest.

    Example: `l10n review nl ru --open`
    """
    from l10n.workflow.review import review as write_page

    report = write_page(
        project_of(context), locales, document=document, output=output, save=not (check or diff)
    )
    for error in report.errors:
        remark(f"l10n: {error}")
    code = conclude(report.changes, check=check, diff=diff, unchanged="the page is up to date")
    if open_it and not (check or diff):
        import webbrowser

        webbrowser.open(report.path.resolve().as_uri())
    raise typer.Exit(max((error.exit_code for error in report.errors), default=code))


@app.command()
def watch(context: typer.Context, locales: Locales = None) -> None:
    """Extract, check and render again after every change.

    Watches the sources, the catalogs and the registry. Stop it with Ctrl-C. Needs `pip install 'l10n-names[watch]'`.

    Example: `l10n watch`
    """
    from l10n.cli.reporting import print_result, result_of
    from l10n.workflow.watch import watch as rounds

    project = project_of(context)
    for one in rounds(project, locales):
        for name in one.written:
            remark(f"wrote {name}")
        if one.report is not None:
            print_result(result_of(project, one.report), ReportFormat.TEXT)
            sys.stdout.flush()
        if one.error is not None:
            remark(f"l10n: {one.error}")
        remark("watching source/ and locales/ (press Ctrl-C to stop)")


@app.command()
def serve(
    context: typer.Context,
    locales: Locales = None,
    document: OnlyDocument = None,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, metavar="N", help="Local port; 0 picks a free one.")
    ] = 8765,
    open_it: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Edit translations and decide on names in a local web page.

    Only the printed address gives access. Stop it with Ctrl-C. Needs `pip install 'l10n-names[serve]'`.

    Example: `l10n serve nl --open`
    """
    from l10n.workflow.editor.serve import serve as start

    def ready(address: str) -> None:
        show(address)
        sys.stdout.flush()
        remark("press Ctrl-C to stop")
        if open_it:
            import webbrowser

            webbrowser.open(address)

    start(project_of(context), locales, document=document, port=port, ready=ready)
