"""Commands about whole catalogs: compiling them, and taking translations over from others."""

from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.light_typer import LightTyper
from l10n.cli.options import CheckOnly, Locales, ShowDiff, project_of
from l10n.cli.printing import conclude, counted, remark
from l10n.errors import ConfigurationError

app = LightTyper()


@app.command("compile")
def compile_command(
    context: typer.Context,
    locales: Locales = None,
    use_fuzzy: Annotated[bool, typer.Option("--use-fuzzy", help="Use fuzzy translations, too.")] = False,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Compile each catalog to a .mo file beside it.

    For programs that load translations at run time.

    Example: `l10n compile nl`
    """
    from l10n.workflow.compile import compile_catalogs

    report = compile_catalogs(project_of(context), locales, use_fuzzy=use_fuzzy, save=not (check or diff))
    unchanged = f"{counted(report.catalogs, 'compiled catalog')} up to date"
    raise typer.Exit(conclude(report.changes, check=check, diff=diff, unchanged=unchanged))


@app.command()
def migrate(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="Catalog of the same text, made by another tool."),
    ] = None,
    locale: Annotated[
        str | None, typer.Option("--locale", metavar="LOCALE", help="Locale of that catalog.")
    ] = None,
    document: Annotated[
        str | None,
        typer.Option("--document", metavar="SOURCE", help="Only this source. Default: all sources."),
    ] = None,
    rename: Annotated[
        tuple[str, str] | None,
        typer.Option("--rename", metavar="OLD NEW", help="Move the catalogs of a renamed source."),
    ] = None,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Import translations from other tools or a renamed source.

    Reads catalogs of po4a, mdpo, mdBook and the translate-toolkit. Only messages without a translation are filled;
    translations of a different text are fuzzy.

    Example: `l10n migrate --from old/nl.po --locale nl`, or `l10n migrate --rename old-name new-name`
    """
    from l10n.workflow.migrate import migrate_catalog, rename_domain

    save = not (check or diff)
    project = project_of(context)
    if rename is not None and file is None and locale is None and document is None:
        report = rename_domain(project, *rename, save=save)
    elif file is not None and locale is not None and rename is None:
        report = migrate_catalog(project, file, locale, document=document, save=save)
        remark(
            f"{counted(report.filled, 'message')} filled, {report.fuzzy} of them fuzzy; "
            f"{counted(report.unused, 'translation')} of {file.name} could not be placed"
        )
    else:
        raise ConfigurationError(
            "nothing to migrate is given", hint="either --from FILE --locale LOCALE, or --rename OLD NEW"
        )
    code = conclude(report.changes, check=check, diff=diff, unchanged="nothing to fill")
    for name in report.removed:
        remark(f"{'removed' if save else 'would remove'} {name}")
    if rename is not None and save:
        remark("now run `l10n extract`")
    raise typer.Exit(code)
