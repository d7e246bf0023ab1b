"""The commands. Each one reads its options, calls one function of `workflow`, and prints the report."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.commands import catalog as catalog_commands
from l10n.cli.commands import check as check_commands
from l10n.cli.commands import document as document_commands
from l10n.cli.commands import language as language_commands
from l10n.cli.commands import memory as memory_commands
from l10n.cli.commands import names as names_commands
from l10n.cli.commands import review as review_commands
from l10n.cli.commands import rule as rule_commands
from l10n.cli.commands import translate as translate_commands
from l10n.cli.gone_catalogs import tell_gone
from l10n.cli.light_typer import LightTyper
from l10n.cli.options import Cache, CheckOnly, EngineAddress, Jobs, Output, OutputFormat, ShowDiff, project_of
from l10n.cli.printing import beginning_of, conclude, counted, remark, show, show_json, tell_errors
from l10n.cli.running import running_of
from l10n.errors import ConfigurationError
from l10n.version import __version__

if TYPE_CHECKING:
    from l10n.catalog.merge import MergeReport

app = LightTyper(
    name="l10n",
    help="Localize documents with gettext, and keep every name right in every language.",
    epilog="Start with `l10n init`, put an article into source/, then: `l10n extract`, translate the .po files, "
    "`l10n check`, `l10n render`.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # without Rich, help takes half the time
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(document_commands.app)
app.add_typer(check_commands.app)
app.add_typer(rule_commands.app)
app.add_typer(language_commands.app)
app.add_typer(names_commands.app, name="names")
app.add_typer(memory_commands.app, name="memory")
app.add_typer(translate_commands.app)
app.add_typer(catalog_commands.app)
app.add_typer(review_commands.app)


def _print_version(value: bool) -> None:  # noqa: FBT001  # Typer calls it so
    if value:
        show(f"l10n {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    context: typer.Context,
    project: Annotated[
        Path | None,
        typer.Option(
            "--project", "-C", metavar="FOLDER", help="Run in this folder.", exists=True, file_okay=False
        ),
    ] = None,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    context.obj = project or Path.cwd()


@app.command()
def init(
    context: typer.Context,
    source_locale: Annotated[
        str | None, typer.Option("--source-locale", metavar="LOCALE", help="Language of the sources.")
    ] = None,
    locale: Annotated[
        list[str] | None,
        typer.Option("--locale", metavar="LOCALE", help="Locale to localize into; repeatable."),
    ] = None,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Start a project in this folder.

    Asks for whatever the options leave out.

    Example: `l10n init --source-locale en --locale nl --locale ru`
    """
    import sys

    from l10n.workflow.init import init as start

    if not sys.stdin.isatty() and (source_locale is None or not locale):
        raise ConfigurationError(
            "the languages of the project are missing",
            why="standard input is not a terminal, so it cannot be asked for",
            hint="for example: l10n init --source-locale en --locale nl --locale ru",
        )
    try:
        source_locale = source_locale or typer.prompt("Language of the sources", default="en", err=True)
        if not locale:
            answer: str = typer.prompt("Localize into (such as: nl en ru)", err=True)
            locale = answer.replace(",", " ").split()
    except typer.Abort as abort:  # Ctrl-C, or the end of the input
        raise KeyboardInterrupt from abort
    changes = start(context.obj, source_locale=source_locale, locales=locale, save=not (check or diff))
    code = conclude(changes, check=check, diff=diff, unchanged="nothing to do")
    if not (check or diff):
        remark("now put an article into source/, such as source/article.txt, and run `l10n extract`")
    raise typer.Exit(code)


@app.command()
def extract(
    context: typer.Context,
    allow_removal: Annotated[
        bool, typer.Option("--allow-removal", help="Allow most of the messages to become obsolete.")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Set aside the catalogs of documents and locales that are gone.")
    ] = False,
    jobs: Jobs = 0,
    engine: EngineAddress = "",
    cache: Cache = True,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Update the templates and catalogs from the sources.

    New messages are added. Changed ones become fuzzy and keep their previous text. Those that are gone become
    obsolete, and are restored when their text returns.

    Example: `l10n extract --diff`
    """
    from l10n.workflow.extract import extract as update
    from l10n.workflow.extract import left_catalogs

    with running_of(jobs, engine, use_cache=cache, save=not (check or diff)) as running:
        report = update(project_of(context), allow_removal=allow_removal, options=running)
    for document in report.documents:
        for problem in document.problems:
            remark(f"{problem.location}: warning: {problem.what}")
    for document in report.documents:
        if document.repairs:
            found = ", ".join(f"{number} {rule}" for rule, number in document.repairs.items())
            remark(f"{document.name}: repaired {found} (`l10n repair` lists them)")
    for document in report.documents:
        for catalog in document.catalogs:
            if catalog.merged is not None:
                remark(f"{catalog.name}: {_summary(catalog.merged, catalog.borrowed)}")
    for copy in report.set_aside:
        remark(f"removed translations are kept in {copy}")
    for old, new in report.renamed:
        remark(f"{new} looks like {old} renamed: `l10n migrate --rename {old} {new}` moves its translations")
    unchanged = "" if report.errors else "catalogs are up to date"
    code = conclude(report.changes, check=check, diff=diff, unchanged=unchanged, written=report.written)
    is_saved = not (check or diff)
    left = left_catalogs(
        project_of(context),
        renamed=[old for old, _ in report.renamed],
        prune=prune and not report.errors,
        save=is_saved,
    )
    tell_gone(left, prune=prune, is_saved=is_saved, diff=diff)
    raise typer.Exit(max(code, int(check and bool(left.pruned)), tell_errors(report.errors)))


@app.command()
def adopt(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Translated document.")],
    locale: Annotated[str, typer.Option("--locale", metavar="LOCALE", help="Locale of the translation.")],
    document: Annotated[
        str | None,
        typer.Option(
            "--document", metavar="SOURCE", help="Source it translates. Default: the one of the same name."
        ),
    ] = None,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Import an existing translation of a document into its catalog.

    Only messages without a translation are filled. A translation is confirmed where figures, names, links or subtitle
    times prove that it belongs there; all others are fuzzy. Segments that could not be placed are listed.

    Example: `l10n adopt old/article.nl.txt --locale nl --document source/article.txt`
    """
    from l10n.workflow.adopt import adopt as take

    save = not (check or diff)
    report = take(project_of(context), file, locale, document=document, save=save)
    remark(
        f"{counted(report.filled, 'message')} filled, {report.fuzzy} of them fuzzy; {report.empty} still untranslated"
    )
    for segment in report.unplaced:
        remark(f"{segment.location}: could not be placed: {beginning_of(segment.msgid)}")
    raise typer.Exit(conclude(report.changes, check=check, diff=diff, unchanged="nothing to fill"))


@app.command()
def diff(
    context: typer.Context,
    revision: Annotated[
        str, typer.Argument(metavar="REVISION", help="Git revision to compare with.")
    ] = "HEAD",
    locales: Annotated[
        list[str] | None, typer.Option("--locale", metavar="LOCALE", help="Only this locale; repeatable.")
    ] = None,
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Show what changed for translators since a git revision.

    Changes are shown word by word.

    Example: `l10n diff main~3 --locale nl`
    """
    from l10n.cli.catalog_differences import differences_as_json, show_differences
    from l10n.workflow.diff import diff as compare

    found = compare(project_of(context), revision, locales)
    if output_format is OutputFormat.JSON:
        show_json({"schema_version": 1, "catalogs": [differences_as_json(catalog) for catalog in found]})
        return
    for catalog in found:
        show_differences(catalog)
    if not found:
        remark(f"nothing has changed since {revision}")


def _summary(merged: "MergeReport", borrowed: int) -> str:
    """Return what an update did, in the order in which a translator cares."""
    parts = (
        (merged.added, "new"),
        (borrowed, "translated as in other documents"),
        (merged.changed, "changed, now fuzzy"),
        (merged.retouched, "retouched, translation kept"),
        (merged.obsoleted, "obsolete"),
        (merged.revived, "revived"),
        (merged.dropped, "removed without a translation"),
    )
    return "; ".join(f"{number} {word}" for number, word in parts if number) or "comments updated"
