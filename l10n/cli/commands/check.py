"""`l10n check` and `l10n status`: what is wrong, and how far everything is."""

from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.light_typer import LightTyper
from l10n.cli.options import (
    Cache,
    CheckOnly,
    EngineAddress,
    Jobs,
    Locales,
    Report,
    ShowDiff,
    StatusFormat,
    project_of,
)
from l10n.cli.printing import conclude
from l10n.cli.reports import Extent, ReportFormat
from l10n.errors import ConfigurationError
from l10n.model import Severity

app = LightTyper()


@app.command()
def check(
    context: typer.Context,
    locales: Locales = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select", metavar="CODE", help="Only these codes or groups; repeatable, or CODE,CODE."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore", metavar="CODE", help="All but these codes or groups; repeatable, or CODE,CODE."
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Do not report the findings recorded in this file."),
    ] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Record the current findings in the baseline.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Fix what is safe to fix, and give the reason for each fix.")
    ] = False,
    diff: ShowDiff = False,
    output_format: Report = ReportFormat.TEXT,
    output_file: Annotated[
        Path | None, typer.Option("--output-file", metavar="FILE", help="Write the findings to this file.")
    ] = None,
    jobs: Jobs = 0,
    engine: EngineAddress = "",
    cache: Cache = True,
    fail_on: Annotated[
        Severity | None,
        typer.Option(
            "--fail-on",
            help="Exit code 1 for findings of this severity or worse. Default: the configuration.",
        ),
    ] = None,
    summary: Annotated[
        bool,
        typer.Option("--summary", help="Print only how many findings each code, document and locale has."),
    ] = False,
    show_all: Annotated[
        bool, typer.Option("--all", help="Print every finding as text, however many there are.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Also show which checks do not run in a locale, and why.")
    ] = False,
) -> None:
    """Find missing, fuzzy, outdated or wrong translations.

    Exit code 1 when errors or warnings are found; `--fail-on` says otherwise. Of more than 200 findings the first five
    of each code are printed, and how many there are. `l10n rule --all` lists the codes. A comment
    `# l10n: ignore CODE reason` above a message suppresses a finding.

    Example: `l10n check nl ru --ignore unregistered-name`
    """
    from l10n.cli.check_run import Asked, run_check

    asked = Asked(
        locales=locales,
        select=_divided(select),
        ignore=_divided(ignore),
        baseline=baseline,
        update_baseline=update_baseline,
        fix=fix,
        diff=diff,
        form=output_format,
        output_file=output_file,
        jobs=jobs,
        engine=engine,
        cache=cache,
        verbose=verbose,
        fail_on=fail_on,
        extent=_extent(summary=summary, show_all=show_all),
    )
    raise typer.Exit(run_check(project_of(context), asked))


def _extent(*, summary: bool, show_all: bool) -> Extent:
    if summary and show_all:
        hint = "choose one of the two"
        raise ConfigurationError("these options cannot be combined", where="--summary, --all", hint=hint)
    return Extent.SUMMARY if summary else Extent.ALL if show_all else Extent.BOUNDED


def _divided(values: list[str] | None) -> tuple[str, ...]:
    return tuple(part.strip() for value in values or [] for part in value.split(",") if part.strip())


@app.command()
def status(
    context: typer.Context,
    locales: Locales = None,
    output_format: Annotated[
        StatusFormat,
        typer.Option("--output-format", help="Format of the output; markdown suits a pull request."),
    ] = StatusFormat.TEXT,
    badge: Annotated[
        Path | None,
        typer.Option("--badge", metavar="FILE", help="Write the percentage to this file, as an SVG image."),
    ] = None,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Show the progress of each document in each locale.

    Counted in messages and in words.

    Example: `l10n status --output-format json`
    """
    from l10n.cli.status import badge_change, print_status
    from l10n.workflow.status import status as measure
    from l10n.workflow.store.files import apply, changes_only

    if (check or diff) and badge is None:
        raise ConfigurationError("without --badge there is nothing to write", where="--check, --diff")
    rows = measure(project_of(context), locales)
    if badge is None:
        print_status(rows, output_format)
        return
    changes = changes_only([badge_change(rows, badge)])
    if not (check or diff):
        apply(changes)
    raise typer.Exit(conclude(changes, check=check, diff=diff, unchanged="the badge is up to date"))
