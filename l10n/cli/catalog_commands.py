"""Commands about catalogs that have no source at hand: compiling them."""

from typing import Annotated

import typer

from l10n.cli.options import CheckOnly, Locales, ShowDiff, project_of
from l10n.cli.printing import conclude, counted

app = typer.Typer()


@app.command("compile")
def compile_command(
    context: typer.Context,
    locales: Locales = None,
    use_fuzzy: Annotated[bool, typer.Option("--use-fuzzy", help="Use translations that are fuzzy.")] = False,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Compile each catalog to a .mo file beside it, for programs that load translations.

    Example: `l10n compile nl`
    """
    from l10n.workflow.compile import compile_catalogs

    report = compile_catalogs(project_of(context), locales, use_fuzzy=use_fuzzy, save=not (check or diff))
    unchanged = f"{counted(report.catalogs, 'compiled catalog')} up to date"
    raise typer.Exit(conclude(report.changes, check=check, diff=diff, unchanged=unchanged))
