"""`l10n names …`: the registry and the spelling of names."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from l10n.cli.coercion import LightTyper
from l10n.cli.commands import audit as audit_commands
from l10n.cli.commands import exchange as exchange_commands
from l10n.cli.commands import spelling as spelling_commands
from l10n.cli.options import CheckOnly, Locales, Output, OutputFormat, Report, ShowDiff, project_of
from l10n.cli.printing import conclude, counted, remark, show, show_json, show_table
from l10n.cli.reports import ReportFormat

if TYPE_CHECKING:
    from l10n.names.discovery.proposals import Proposal
    from l10n.workflow.names.find import FindReport

app = LightTyper(
    help="Names: list them, find wrong spellings, mend them.", no_args_is_help=True, rich_markup_mode=None
)

app.add_typer(spelling_commands.app)
app.add_typer(exchange_commands.app)
app.add_typer(audit_commands.app)


@app.command("list")
def list_names(context: typer.Context, output_format: Output = OutputFormat.TEXT) -> None:
    """Show the registered names and how each locale spells them.

    Example: `l10n names list --output-format json`
    """
    from l10n.names.registry.exchange import entry_table
    from l10n.workflow.store.catalogs import open_registry

    project = project_of(context)
    entries = open_registry(project).entries
    if output_format is OutputFormat.JSON:
        names = [entry_table(entry) for entry in entries]
        show_json({"schema_version": 1, "names": names})
        return
    show_table(
        ("kind", *project.locales),
        [(str(entry.kind), *map(entry.preferred, project.locales)) for entry in entries],
    )


@app.command("check")
def check_names(
    context: typer.Context, locales: Locales = None, output_format: Report = ReportFormat.TEXT
) -> None:
    """Find wrong spellings of registered names in the translations. Exit code 1 when there are any.

    Example: `l10n names check ru`
    """
    from l10n.cli.reporting import print_result, result_of
    from l10n.workflow.names.check import check_names as look

    project = project_of(context)
    report = look(project, locales)
    print_result(result_of(project, report), output_format)
    raise typer.Exit(report.exit_code)


@app.command("fix")
def fix_names(
    context: typer.Context, locales: Locales = None, check: CheckOnly = False, diff: ShowDiff = False
) -> None:
    """Rewrite wrongly spelled names in the translations, in the right case, and nothing else.

    Example: `l10n names fix --diff`
    """
    from l10n.cli.reporting import print_left
    from l10n.workflow.names.check import fix_names as mend

    project = project_of(context)
    report = mend(project, locales, save=not (check or diff))
    print_left(project, report, "name", is_written=not (check or diff))
    code = conclude(report.changes, check=check, diff=diff, unchanged="no name to rewrite")
    raise typer.Exit(max(code, report.left.exit_code))


@app.command("find")
def find_names(
    context: typer.Context,
    add: Annotated[bool, typer.Option("--add", help="Write them into names.toml as proposed.")] = False,
    least: Annotated[
        float, typer.Option("--least", min=0.0, max=1.0, help="Leave out what is less sure than this.")
    ] = 0.5,
    check: CheckOnly = False,
    diff: ShowDiff = False,
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Propose entries for names in sources and catalogs that nobody has decided on.

    Each has the form every locale would write, as far as translations or rules tell it. A proposed entry changes
    nothing and fails nothing, until a person takes its `status` line away. A decided entry gets a proposed form for
    each locale it lacks. Doing it again changes nothing, unless there are new texts or translations.

    Example: `l10n names find --add`
    """
    from l10n.workflow.names.find import find_names as look

    report = look(project_of(context), least=least, add=add, save=not (check or diff))
    if output_format is OutputFormat.JSON:
        names = [
            *(_proposal_as_json(found, is_in_registry=False) for found in report.proposals),
            *(_proposal_as_json(found, is_in_registry=True) for found in report.undecided),
        ]
        forms = {
            entry: {locale: known.preferred for locale, known in found.items()}
            for entry, found in report.forms.items()
        }
        show_json({"schema_version": 1, "names": names, "forms": forms})
    else:
        for found in report.proposals:
            _show_proposal(found)
        for found in report.undecided:
            _show_proposal(found, "; waits in names.toml for a decision")
        for entry, added in report.forms.items():
            written = ", ".join(f"{locale} {known.preferred}" for locale, known in added.items())
            show(f"{entry} has no form yet: {written}")
    if add:
        code = conclude(report.changes, check=check, diff=diff, unchanged="no name to add")
    else:
        is_new = bool(report.proposals or report.forms)
        remark(_to_do(report) + (": add --add" if is_new else ""))
        code = int(check and is_new)
    raise typer.Exit(code)


def _to_do(report: "FindReport") -> str:
    parts = [f"{counted(len(report.proposals), 'name')} to register"]
    if report.forms:
        parts.append(f"{counted(sum(map(len, report.forms.values())), 'form')} to add")
    if report.undecided:
        parts.append(f"{counted(len(report.undecided), 'name')} to decide on")
    return ", ".join(parts)


def _show_proposal(found: "Proposal", more: str = "") -> None:
    entry = found.entry
    show(f"{entry.kind} {entry.id} ({found.confidence:.2f}){more}")
    show("    " + ", ".join(f"{locale} {forms.preferred}" for locale, forms in entry.locales.items()))
    if entry.guessed:
        show(f"    guessed: {', '.join(entry.guessed)}")
    if found.alternatives and found.is_guess:
        show(f"    or {', '.join(found.alternatives)}")
    for spelling, places in found.seen.items():
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        show(f"    {places[0]} {spelling}{more}")
    for variant in found.variants:
        show(f"    {variant.location} {variant.text}, spelled otherwise")
    for step in found.because:
        show(f"    because {step}")


def _proposal_as_json(found: "Proposal", *, is_in_registry: bool) -> dict[str, Any]:
    from l10n.names.registry.exchange import entry_table

    return {
        "entry": entry_table(found.entry),
        "in_registry": is_in_registry,
        "confidence": found.confidence,
        "seen": {spelling: [str(place) for place in places] for spelling, places in found.seen.items()},
        "answers": {locale: list(forms) for locale, forms in found.answers.items()},
        "variants": [
            {"locale": variant.locale, "form": variant.text, "location": str(variant.location)}
            for variant in found.variants
        ],
        "alternatives": list(found.alternatives),
        "because": list(found.because),
    }
