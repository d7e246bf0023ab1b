"""`l10n memory`: the translation memory."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.build_log import Notation
from l10n.cli.light_typer import LightTyper
from l10n.cli.options import Output, OutputFormat, project_of
from l10n.cli.printing import counted, remark, show, show_json
from l10n.cli.terminal_escaping import one_line

if TYPE_CHECKING:
    from l10n.workflow.memory import MemoryReport

app = LightTyper(no_args_is_help=True, help="Fill and search the translation memory.")


@app.command("build")
def build(context: typer.Context) -> None:
    """Add the finished translations of all catalogs to the memory.

    Fuzzy, obsolete and empty messages are skipped. Translations that have left a catalog stay in the memory.

    Example: `l10n memory build`
    """
    from l10n.workflow.memory import build_memory

    _tell(build_memory(project_of(context)))


@app.command("import")
def import_files(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="TMX files and catalogs (.po).")],
    locale: Annotated[
        str | None, typer.Option("--locale", metavar="LOCALE", help="Locale of catalogs that do not name it.")
    ] = None,
) -> None:
    """Add TMX files and catalogs of other projects to the memory.

    Example: `l10n memory import archive.tmx`
    """
    from l10n.workflow.memory import import_memory

    _tell(import_memory(project_of(context), files, locale))


@app.command("search")
def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Text in the language of the sources.")],
    locale: Annotated[str, typer.Option("--locale", metavar="LOCALE", help="Locale of the translations.")],
    most: Annotated[
        int, typer.Option("--most", min=1, max=100, metavar="N", help="Number of matches to show.")
    ] = 5,
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Show how a text, or a similar one, was translated before.

    Exit code 1 when there is no match.

    Example: `l10n memory search "The rocket launched" --locale nl`
    """
    from l10n.workflow.memory import search_memory

    found = search_memory(project_of(context), text, locale, most)
    if output_format is OutputFormat.JSON:
        rows = [
            {
                "percent": match.percent,
                "kind": str(match.kind),
                "source": match.unit.source,
                "target": match.unit.target,
                "origin": match.unit.origin,
            }
            for match in found
        ]
        show_json({"schema_version": 1, "matches": rows})
    else:
        for match in found:
            show(f"{match.percent}% {one_line(match.unit.source)}")
            show(f"    {one_line(match.unit.target)}")
            show(f"    {match.unit.origin}")
    if not found:
        remark("no similar text in the memory")
    raise typer.Exit(0 if found else 1)


@app.command("export")
def export(
    context: typer.Context,
    locales: Annotated[
        list[str] | None, typer.Option("--locale", metavar="LOCALE", help="Only this locale; repeatable.")
    ] = None,
) -> None:
    """Print the memory as TMX 1.4, for OmegaT, Trados and others.

    Example: `l10n memory export --locale nl > memory.tmx`
    """
    from l10n.workflow.memory import export_memory

    for line in export_memory(project_of(context), locales):
        show(line.removesuffix("\n"), notation=Notation.MARKUP)


def _tell(report: "MemoryReport") -> None:
    if report.read:
        files, units = counted(report.read, "file"), counted(report.added, "text")
        remark(f"{report.name}: {units} from {files}; {counted(report.total, 'message')} in all")
    else:
        remark(f"{report.name} is up to date: {counted(report.total, 'message')}")
