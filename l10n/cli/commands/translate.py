"""`l10n translate`: drafts for messages without a translation."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.light_typer import LightTyper
from l10n.cli.options import CheckOnly, Locales, ShowDiff, project_of
from l10n.cli.printing import conclude, counted, remark, show
from l10n.errors import ServiceError

if TYPE_CHECKING:
    from l10n.pretranslation.services.registry import Choice
    from l10n.workflow.per_document.draft_report import TranslateReport

app = LightTyper()
_KEPT = "the drafts received so far are saved; run the command again to continue"


@app.command("translate")
def translate(
    context: typer.Context,
    locales: Locales = None,
    service: Annotated[
        str | None,
        typer.Option(
            "--service",
            metavar="NAME",
            help="Translation service: google, mymemory, libretranslate, microsoft, deepl, chat or argos. Default: the "
            "configured one; without one, nothing leaves this machine.",
        ),
    ] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Address of the service.")] = None,
    model: Annotated[
        str | None, typer.Option("--model", metavar="NAME", help="Model of the chat service.")
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", min=1, max=16, metavar="N", help="Number of parallel requests.")
    ] = 1,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Send and write nothing; show what would be sent.")
    ] = False,
    all_projects: Annotated[
        bool,
        typer.Option(
            "--all-projects",
            help="Show the chat service earlier translations of other projects that share the memory, too.",
        ),
    ] = False,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Draft missing translations from the memory, then a service.

    Drafts are fuzzy and name their origin; a person confirms them. Exit code 1 when messages or names are left for a
    person, 3 when the service failed, or failed with some texts; the drafts that were received are saved.

    Example: `l10n translate ru --service libretranslate --url http://localhost:5000`
    """
    from l10n.cli.forecast import show_forecast
    from l10n.cli.progress import Bar
    from l10n.workflow.per_document.drafting import Options
    from l10n.workflow.translate import choice_of
    from l10n.workflow.translate import translate as draft

    project = project_of(context)
    choice = choice_of(project, service, url, model, os.environ)
    if choice is not None and not dry_run:
        _announce(choice)
    bar = Bar("messages")
    options = Options(
        choice=choice,
        environment=os.environ,
        jobs=jobs,
        save=not (check or diff),
        dry=dry_run,
        all_projects=all_projects,
        on_progress=lambda progress: bar.show(progress.done, progress.total),
    )
    report = draft(project, locales, options)
    bar.end()
    if report.is_interrupted:
        is_saved = bool(report.changes) and not (check or diff)
        raise KeyboardInterrupt(*([_KEPT] if is_saved else []))
    if dry_run:
        show_forecast(report, choice, os.environ)
    else:
        raise typer.Exit(_tell(report, check=check, diff=diff))


def _announce(choice: "Choice") -> None:
    """Say where the texts go. Raises ConfigurationError when the key may not go there."""
    from l10n.pretranslation.services.registry import destination_of

    if refused := choice.refuses_key(os.environ):
        raise refused
    remark(f"sending texts to {choice.service.title}, {destination_of(choice, os.environ)}")


def _tell(report: "TranslateReport", *, check: bool, diff: bool) -> int:
    """Say what was drafted and what is left, and return the exit code. Raises the error that ended it."""
    for left in (*report.failed, *report.refused, *report.names):
        show(f"{left.catalog}:{left.line}: {left.reason}")
    for locale in report.unsent:
        remark(f"{locale} is the language of the sources: nothing is sent to a service for it")
    remark(_summary(report))
    code = conclude(report.changes, check=check, diff=diff, unchanged="no drafts to write")
    if report.failure is not None:
        remark(_KEPT if report.changes else "no draft was received")
        raise report.failure
    if report.failed:
        what = f"the service failed with {counted(len(report.failed), 'text')}, listed above"
        raise ServiceError(
            what,
            hint="the other drafts are saved; run the command again to send these once more"
            if report.changes
            else "is this the service that was meant? `--dry-run` shows what it is sent",
        )
    return 1 if report.refused or report.names else code


def _summary(report: "TranslateReport") -> str:
    left = report.messages - report.from_memory - report.from_service
    parts = [f"{report.from_memory} from the memory", f"{report.from_service} from the service"]
    return f"{counted(report.messages, 'message')} without translation: {', '.join(parts)}, {left} left"
