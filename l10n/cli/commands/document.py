"""What is done with documents: examined before translation, rendered, repaired."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.light_typer import LightTyper
from l10n.cli.options import (
    Cache,
    CheckOnly,
    EngineAddress,
    Jobs,
    Locales,
    OutdatedPolicy,
    Output,
    OutputFormat,
    ShowDiff,
    folder_of,
    project_of,
)
from l10n.cli.printing import conclude, counted, remark, show, show_json, tell_errors, tell_removed
from l10n.cli.running import running_of
from l10n.errors import ConfigurationError

if TYPE_CHECKING:
    from l10n.workflow.render import RenderReport

app = LightTyper()
_OUTDATED = {OutdatedPolicy.OUTDATED: "older than the source", OutdatedPolicy.OMIT: "left out"}


@app.command()
def doctor(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Documents, inside or outside a project.")
    ],
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Show how a document will be processed, before translating it.

    Counts the texts to translate, lists the words that are in no message, with the reason, and verifies that all else
    is reproduced byte for byte. Exit code 1 when it is not, or when something in the document is never closed.

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
def render(
    context: typer.Context,
    locales: Locales = None,
    require: Annotated[
        int,
        typer.Option(
            "--require", min=0, max=100, metavar="PERCENT", help="Skip documents translated less than this."
        ),
    ] = 0,
    use_fuzzy: Annotated[bool, typer.Option("--use-fuzzy", help="Use fuzzy translations, too.")] = False,
    outdated: Annotated[
        OutdatedPolicy | None,
        typer.Option("--outdated", help="Replacement for a text that changed since. Default: source."),
    ] = None,
    mark_outdated: Annotated[
        bool, typer.Option("--mark-outdated", help="Use translations older than the source, and mark them.")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove results whose document or locale is gone.")
    ] = False,
    jobs: Jobs = 0,
    engine: EngineAddress = "",
    cache: Cache = True,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Write each localized document to build/LOCALE/.

    Untranslated text stays in the source language, with a warning.

    Example: `l10n render ru --require 100`
    """
    from l10n.rendering import Fallback, Outdated
    from l10n.workflow.render import left_results
    from l10n.workflow.render import render as localize

    if mark_outdated and outdated not in (None, OutdatedPolicy.OUTDATED):
        raise ConfigurationError(
            f"--mark-outdated and --outdated {outdated} cannot be combined",
            why="no translation older than its source would be used",
        )
    policy = outdated or (OutdatedPolicy.OUTDATED if mark_outdated else OutdatedPolicy.SOURCE)
    fallback = Fallback(use_fuzzy=use_fuzzy, outdated=Outdated(policy), marked=mark_outdated)
    with running_of(jobs, engine, use_cache=cache, save=not (check or diff)) as running:
        report = localize(
            project_of(context), locales, require=require / 100, fallback=fallback, options=running
        )
    _warn(report, policy, require)
    unchanged = "" if report.errors else "localized documents are up to date"
    code = conclude(report.changes, check=check, diff=diff, unchanged=unchanged, written=report.written)
    is_saved = not (check or diff)
    left = left_results(project_of(context), prune=prune and not report.errors, save=is_saved)
    for one in left.gone:
        if not one.is_ours:
            remark(f"{one.name}: warning: its source is gone, but it is not as it was rendered; it stays")
        elif not prune:
            remark(f"{one.name}: warning: its source is gone; `l10n render --prune` removes it")
    tell_removed(left.removed, is_saved=is_saved)
    code = max(code, int(check and bool(left.removed)))
    raise typer.Exit(max(code, int(bool(report.refused)), tell_errors(report.errors)))


def _warn(report: "RenderReport", policy: OutdatedPolicy, require: int) -> None:
    """Say which documents are not wholly translated, and which were not written for that."""
    for document in report.documents:
        if document.is_empty:
            remark(f"{document.name}: warning: its source is empty")
        if document.coverage.untranslated and not document.is_refused:
            texts = counted(document.coverage.untranslated, "text")
            remark(f"{document.name}: warning: {texts} left in the source language")
        if document.coverage.outdated and not document.is_refused:
            texts = counted(document.coverage.outdated, "text")
            remark(f"{document.name}: warning: {texts} {_OUTDATED[policy]}")
    for document in report.refused:
        percent = int(100 * document.coverage.ratio)
        remark(f"{document.name}: not written: {percent}% translated, {require}% required")


@app.command()
def repair(
    context: typer.Context,
    write: Annotated[bool, typer.Option("--write", help="Write the repaired text into the sources.")] = False,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """List damaged text in the sources, and how it is repaired.

    Mojibake and lost apostrophes, for example. `l10n extract` repairs the text that it reads; the source files change
    only with --write.

    Example: `l10n repair --diff`
    """
    from l10n.workflow.repair import repair as repair_sources

    if write and (check or diff):
        raise ConfigurationError(
            "--write cannot be combined with --check or --diff", hint="choose one of them"
        )
    project = project_of(context)
    if not project.repair:
        remark("repair is turned off in the configuration (repair = false)")
    report = repair_sources(project, save=write)
    if not diff:
        for place, found in report.repairs:
            show(f"{place}: {found.rule} {found.before} → {found.after}")
    remark(f"{counted(len(report.repairs), 'repair')} in {counted(len(report.changes), 'file')}")
    if write or diff:
        conclude(report.changes, check=check, diff=diff, unchanged="the sources are clean")
    raise typer.Exit(int(check and bool(report.changes)))
