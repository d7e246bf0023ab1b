"""`l10n names …`: the registry and the spelling of names."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from l10n.cli.commands import audit as audit_commands
from l10n.cli.commands import exchange as exchange_commands
from l10n.cli.commands import spelling as spelling_commands
from l10n.cli.light_typer import LightTyper
from l10n.cli.options import CheckOnly, Locales, Output, OutputFormat, Report, ShowDiff, project_of
from l10n.cli.printing import conclude, counted, remark, show, show_json, show_table
from l10n.cli.reports import ReportFormat

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.names import LocaleForms, Proposal
    from l10n.workflow.names.find import FindReport

app = LightTyper(
    help="List names, find wrong spellings and fix them.", no_args_is_help=True, rich_markup_mode=None
)

app.add_typer(spelling_commands.app)
app.add_typer(exchange_commands.app)
app.add_typer(audit_commands.app)


@app.command("list")
def list_names(context: typer.Context, output_format: Output = OutputFormat.TEXT) -> None:
    """Show the registered names and their spelling in each locale.

    Example: `l10n names list --output-format json`
    """
    from l10n.names import entry_table
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
    """Find wrong spellings of registered names in translations.

    Exit code 1 when there are any.

    Example: `l10n names check ru`
    """
    from l10n.cli.reporting import print_result, result_of
    from l10n.workflow.names.check import check_names as check_spellings

    project = project_of(context)
    report = check_spellings(project, locales)
    print_result(result_of(project, report), output_format)
    raise typer.Exit(report.exit_code)


@app.command("fix")
def fix_names(
    context: typer.Context, locales: Locales = None, check: CheckOnly = False, diff: ShowDiff = False
) -> None:
    """Fix wrongly spelled names in the translations.

    Each is rewritten in the grammatical case that its sentence asks for. Nothing else changes.

    Example: `l10n names fix --diff`
    """
    from l10n.cli.reporting import print_left
    from l10n.workflow.names.check import fix_names as fix_spellings

    project = project_of(context)
    report = fix_spellings(project, locales, save=not (check or diff))
    print_left(project, report, "name", is_written=not (check or diff))
    code = conclude(report.changes, check=check, diff=diff, unchanged="no name to rewrite")
    raise typer.Exit(max(code, report.left.exit_code))


@app.command("find")
def find_names(
    context: typer.Context,
    add: Annotated[bool, typer.Option("--add", help="Add them to names.toml as proposed.")] = False,
    least: Annotated[
        float,
        typer.Option(
            "--least", min=0.0, max=1.0, metavar="SCORE", help="Leave out proposals less certain than this."
        ),
    ] = 0.5,
    check: CheckOnly = False,
    diff: ShowDiff = False,
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Propose registry entries for names that are not registered.

    Each proposal has a form for every locale, as far as translations or rules give one. A proposed entry has no effect
    until a person removes its `status` line. Registered names get proposed forms for the locales they lack. Running it
    again changes nothing, unless there are new texts or translations.

    Example: `l10n names find --add`
    """
    from l10n.workflow.names.find import find_names as propose_names

    report = propose_names(project_of(context), least=least, add=add, save=not (check or diff))
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
    elif add:
        _show_added(report, "would add" if check or diff else "added")
    else:
        for found in report.proposals:
            _show_proposal(found)
        for found in report.undecided:
            _show_proposal(found, ", awaiting a decision in names.toml")
        for entry, added in report.forms.items():
            show(f"{entry} lacks a form: {_forms(added)}")
    if add:
        code = conclude(report.changes, check=check, diff=diff, unchanged="no names to add")
    else:
        is_new = bool(report.proposals or report.forms)
        remark(_to_do(report) + ("; --add writes them to names.toml" if is_new else ""))
        code = int(check and is_new)
    raise typer.Exit(code)


def _show_added(report: "FindReport", verb: str) -> None:
    """Print what was added to the registry: a line for each name, with the form of each locale."""
    for found in report.proposals:
        show(f"{verb} {found.entry.id}: {_forms(found.entry.locales)}")
    for entry in report.revised:
        show(f"{'updated' if verb == 'added' else 'would update'} {entry.id}: {_forms(entry.locales)}")
    for entry_id, added in report.forms.items():
        show(f"{verb} to {entry_id}: {_forms(added)}")


def _forms(locales: "Mapping[str, LocaleForms]") -> str:
    return ", ".join(f"{locale} {known.preferred}" for locale, known in locales.items())


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
    show(f"    {_forms(entry.locales)}")
    if entry.guessed:
        show(f"    guessed: {', '.join(entry.guessed)}")
    if found.alternatives and found.is_guess:
        show(f"    or {', '.join(found.alternatives)}")
    for spelling, places in found.seen.items():
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        show(f"    {places[0]} {spelling}{more}")
    for variant in found.variants:
        show(f"    {variant.location} {variant.text}, another spelling")
    for step in found.because:
        show(f"    reason: {step}")


def _proposal_as_json(found: "Proposal", *, is_in_registry: bool) -> dict[str, Any]:
    from l10n.names import entry_table

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
