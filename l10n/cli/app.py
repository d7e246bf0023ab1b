"""The commands. Each one reads its options, calls one function of `workflow`, and prints the report."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n import __version__
from l10n.cli import (
    catalog_commands,
    check_commands,
    memory_commands,
    names_commands,
    review_commands,
    rule_commands,
    translate_commands,
)
from l10n.cli.options import (
    CheckOnly,
    Locales,
    OutdatedPolicy,
    Output,
    OutputFormat,
    ShowDiff,
    folder_of,
    project_of,
)
from l10n.cli.printing import conclude, counted, remark, show, show_json
from l10n.errors import ConfigurationError

if TYPE_CHECKING:
    from l10n.catalog.merge import MergeReport

app = typer.Typer(
    name="l10n",
    help="Localize documents with gettext, and keep every name right in every language.",
    epilog="Start with `l10n init`, put an article into source/, then: `l10n extract`, translate the .po files, "
    "`l10n check`, `l10n render`.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # without Rich, help takes half the time
    context_settings={"help_option_names": ["-h", "--help"]},
)
_OUTDATED = {OutdatedPolicy.OUTDATED: "older than the source", OutdatedPolicy.OMIT: "left out"}

app.add_typer(check_commands.app)
app.add_typer(rule_commands.app)
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
            "--project", "-C", metavar="FOLDER", help="Work in this folder.", exists=True, file_okay=False
        ),
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    context.obj = project or Path.cwd()


@app.command()
def init(
    context: typer.Context,
    source_locale: Annotated[
        str | None, typer.Option("--source-locale", metavar="LOCALE", help="The language of the articles.")
    ] = None,
    locale: Annotated[
        list[str] | None,
        typer.Option("--locale", metavar="LOCALE", help="A locale to localize into; repeatable."),
    ] = None,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Start a project in this folder. Asks for what the options do not say.

    Example: `l10n init --source-locale en --locale nl --locale ru`
    """
    import sys

    from l10n.workflow.init import init as start

    if not sys.stdin.isatty() and (source_locale is None or not locale):
        raise ConfigurationError(
            "the languages of the project are not given",
            why="there is no terminal to ask on",
            hint="for example: l10n init --source-locale en --locale nl --locale ru",
        )
    source_locale = source_locale or typer.prompt("Language of the articles", default="en", err=True)
    if not locale:
        answer: str = typer.prompt("Localize into (such as: nl en ru)", err=True)
        locale = answer.replace(",", " ").split()
    changes = start(context.obj, source_locale=source_locale, locales=locale, save=not (check or diff))
    code = conclude(changes, check=check, diff=diff, unchanged="nothing to do")
    if not (check or diff):
        remark("now put an article into source/, such as source/article.txt, and run `l10n extract`")
    raise typer.Exit(code)


@app.command()
def extract(
    context: typer.Context,
    allow_removal: Annotated[
        bool, typer.Option("--allow-removal", help="Let most of the messages become obsolete.")
    ] = False,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Bring the templates and catalogs in step with the sources.

    New messages are added, changed ones become fuzzy and keep their previous text, vanished ones become
    obsolete and are revived when they return.

    Example: `l10n extract --diff`
    """
    from l10n.workflow.extract import extract as update

    report = update(project_of(context), allow_removal=allow_removal, save=not (check or diff))
    for problem in report.problems():
        remark(f"{problem.location}: warning: {problem.what}")
    for source, rules in report.repairs():
        found = ", ".join(f"{number} {rule}" for rule, number in sorted(rules.items()))
        remark(f"{source.file.name}: repaired {found} (l10n repair shows each)")
    for catalog in report.catalogs:
        if catalog.merged is not None and catalog.changed:
            remark(f"{catalog.name}: {_summary(catalog.merged)}")
    for copy in report.set_aside:
        remark(f"translations that are gone are kept in {copy}")
    for old, new in report.renamed:
        remark(f"{new} looks like {old} renamed: `l10n migrate --rename {old} {new}` moves its translations")
    raise typer.Exit(conclude(report.changes, check=check, diff=diff, unchanged="catalogs are up to date"))


@app.command()
def adopt(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The translated document.")],
    locale: Annotated[str, typer.Option("--locale", metavar="LOCALE", help="The locale it is in.")],
    document: Annotated[
        str | None,
        typer.Option(
            "--document", metavar="SOURCE", help="The source it translates. Default: that of its name."
        ),
    ] = None,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Take an existing translation of a document into its catalog.

    Only messages without a translation are filled; what is not sure to belong together is fuzzy.

    Example: `l10n adopt old/article.nl.txt --locale nl --document source/article.txt`
    """
    from l10n.workflow.adopt import adopt as take

    save = not (check or diff)
    report = take(project_of(context), file, locale, document=document, save=save)
    remark(
        f"{counted(report.filled, 'message')} filled, {report.fuzzy} of them fuzzy; {report.empty} without translation"
    )
    raise typer.Exit(conclude(report.changes, check=check, diff=diff, unchanged="nothing to fill"))


@app.command()
def doctor(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Documents, in a project or not.")],
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Show what becomes of a document, before anyone translates it.

    Which texts will be translated, whether all else comes back byte for byte, and which words no message has, with
    the reason. Exit code 1 when a document would not come back as it is, or something in it is never closed.

    Example: `l10n doctor guide.md page.html`
    """
    from l10n.cli.doctor import diagnosis_as_json, show_diagnosis
    from l10n.workflow.doctor import examine

    found = [examine(file, folder_of(context)) for file in files]
    if output_format is OutputFormat.JSON:
        show_json({"schema_version": 1, "documents": [diagnosis_as_json(document) for document in found]})
    else:
        for document in found:
            show_diagnosis(document)
    raise typer.Exit(0 if all(document.is_whole for document in found) else 1)


@app.command()
def diff(
    context: typer.Context,
    revision: Annotated[str, typer.Argument(metavar="REVISION", help="A git revision.")] = "HEAD",
    locales: Annotated[
        list[str] | None, typer.Option("--locale", metavar="LOCALE", help="Only this locale; repeatable.")
    ] = None,
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Show what changed for the translators since a git revision, word by word.

    Example: `l10n diff main~3 --locale nl`
    """
    from l10n.cli.differences import differences_as_json, show_differences
    from l10n.workflow.differences import diff as compare

    found = compare(project_of(context), revision, locales)
    if output_format is OutputFormat.JSON:
        show_json({"schema_version": 1, "catalogs": [differences_as_json(catalog) for catalog in found]})
        return
    for catalog in found:
        show_differences(catalog)
    if not found:
        remark(f"nothing has changed since {revision}")


@app.command()
def render(
    context: typer.Context,
    locales: Locales = None,
    require: Annotated[
        int,
        typer.Option(min=0, max=100, metavar="PERCENT", help="Refuse a locale that is translated for less."),
    ] = 0,
    use_fuzzy: Annotated[bool, typer.Option("--use-fuzzy", help="Use translations that are fuzzy.")] = False,
    outdated: Annotated[
        OutdatedPolicy | None,
        typer.Option("--outdated", help="What stands for a text that changed since. Default: the source."),
    ] = None,
    mark_outdated: Annotated[
        bool,
        typer.Option(
            "--mark-outdated", help="Use translations older than the source, and say so in the page."
        ),
    ] = False,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Write each localized document to build/LOCALE/.

    What is not translated stands in the source language, with a warning.

    Example: `l10n render ru --require 100`
    """
    from l10n.rendering import Fallback, Outdated
    from l10n.workflow.render import render as localize

    if mark_outdated and outdated not in (None, OutdatedPolicy.OUTDATED):
        raise ConfigurationError(
            f"--mark-outdated does not go with --outdated {outdated}",
            why="no translation that is older than its source would be used",
        )
    policy = outdated or (OutdatedPolicy.OUTDATED if mark_outdated else OutdatedPolicy.SOURCE)
    save = not (check or diff)
    fallback = Fallback(use_fuzzy=use_fuzzy, outdated=Outdated(policy), marked=mark_outdated)
    report = localize(project_of(context), locales, require=require / 100, fallback=fallback, save=save)
    for document in report.documents:
        if document.rendering.untranslated and document.change is not None:
            texts = counted(document.rendering.untranslated, "text")
            remark(f"{document.name}: warning: {texts} in the source language")
        if document.rendering.outdated and document.change is not None:
            texts = counted(document.rendering.outdated, "text")
            remark(f"{document.name}: warning: {texts} {_OUTDATED[policy]}")
    for document in report.refused:
        percent = int(100 * document.rendering.ratio)
        remark(f"{document.name}: not written: {percent}% translated, {document.locale} needs {require}%")
    code = conclude(report.changes, check=check, diff=diff, unchanged="localized documents are up to date")
    raise typer.Exit(1 if report.refused else code)


@app.command()
def repair(
    context: typer.Context,
    write: Annotated[
        bool, typer.Option("--write", help="Write the repaired texts into the sources.")
    ] = False,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """List the damage in the sources (mojibake, lost apostrophes) and how it is repaired.

    `l10n extract` repairs on the way in; the source files change only with --write.

    Example: `l10n repair --diff`
    """
    from l10n.workflow.repair import repair as mend

    if write and (check or diff):
        raise ConfigurationError("--write does not go with --check or --diff", hint="choose one of them")
    project = project_of(context)
    if not project.repair:
        remark("repair is turned off in the configuration (repair = false)")
    report = mend(project, save=write)
    if not diff:
        for place, found in report.repairs:
            show(f"{place}: {found.rule} {found.before} → {found.after}")
    remark(f"{counted(len(report.repairs), 'repair')} in {counted(len(report.changes), 'file')}")
    if write or diff:
        conclude(report.changes, check=check, diff=diff, unchanged="the sources are clean")
    raise typer.Exit(int(check and bool(report.changes)))


def _summary(merged: "MergeReport") -> str:
    """Return what an update did, in the order in which a translator cares."""
    parts = (
        (merged.added, "new"),
        (merged.changed, "changed, now fuzzy"),
        (merged.retouched, "retouched and kept"),
        (merged.obsoleted, "obsolete"),
        (merged.revived, "revived"),
        (merged.dropped, "untranslated and gone"),
    )
    return "; ".join(f"{number} {word}" for number, word in parts if number) or "comments updated"
