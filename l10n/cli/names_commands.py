"""`l10n names …`: the registry and the spelling of names."""

import typer

from l10n.cli import exchange_commands, spelling_commands
from l10n.cli.options import CheckOnly, Locales, Output, OutputFormat, ShowDiff, project_of
from l10n.cli.printing import conclude, counted, print_findings, remark, show_findings, show_json, show_table

app = typer.Typer(
    help="Names: list them, find wrong spellings, mend them.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
)

app.add_typer(spelling_commands.app)
app.add_typer(exchange_commands.app)


@app.command("list")
def list_names(context: typer.Context, output_format: Output = OutputFormat.TEXT) -> None:
    """Show the registered names and how each locale spells them.

    Example: `l10n names list --output-format json`
    """
    from l10n.names.exchange import entry_table
    from l10n.workflow.catalogs import open_registry

    project = project_of(context)
    entries = open_registry(project).entries
    if output_format is OutputFormat.JSON:
        names = [entry_table(entry) for entry in entries]
        show_json({"schema_version": 1, "names": names})
        return
    show_table(
        ("kind", *project.locales),
        [
            (str(entry.kind), *(entry.locales[locale].preferred for locale in project.locales))
            for entry in entries
        ],
    )


@app.command("check")
def check_names(
    context: typer.Context, locales: Locales = None, output_format: Output = OutputFormat.TEXT
) -> None:
    """Find wrong spellings of registered names in the translations. Exit code 1 when there are any.

    Example: `l10n names check ru`
    """
    from l10n.workflow.names import check_names as look

    report = look(project_of(context), locales)
    print_findings(report, output_format)
    raise typer.Exit(0 if report.clean else 1)


@app.command("fix")
def fix_names(
    context: typer.Context, locales: Locales = None, check: CheckOnly = False, diff: ShowDiff = False
) -> None:
    """Rewrite wrongly spelled names in the translations, in the right case, and nothing else.

    Example: `l10n names fix --diff`
    """
    from l10n.workflow.names import fix_names as mend

    report = mend(project_of(context), locales, save=not (check or diff))
    show_findings(report.left.findings)
    if report.fixed:
        remark(f"{counted(report.fixed, 'name')} {'to rewrite' if check or diff else 'rewritten'}")
    if report.left.findings:
        remark(f"{counted(len(report.left.findings), 'name')} left for you to decide")
    code = conclude(report.changes, check=check, diff=diff, unchanged="no name to rewrite")
    raise typer.Exit(1 if report.left.findings else code)
