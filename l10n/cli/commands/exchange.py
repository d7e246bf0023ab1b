"""`l10n names export` and `import`: the registry to other programs, and back."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.build_log import Notation
from l10n.cli.light_typer import LightTyper
from l10n.cli.options import CheckOnly, ShowDiff, project_of
from l10n.cli.printing import conclude, show

app = LightTyper()


class ExchangeFormat(StrEnum):
    """What other programs read: TBX-Basic for translation tools, CSV for spreadsheets, JSON for programs."""

    TBX = "tbx"
    CSV = "csv"
    JSON = "json"


_NOTATIONS = {
    ExchangeFormat.TBX: Notation.MARKUP,
    ExchangeFormat.CSV: Notation.TEXT,
    ExchangeFormat.JSON: Notation.JSON,
}
Format = Annotated[ExchangeFormat, typer.Option("--format", help="Format of the file.")]


@app.command("export")
def export_names(context: typer.Context, file_format: Format = ExchangeFormat.TBX) -> None:
    """Export the registry as TBX, CSV or JSON.

    Importing the result again loses nothing.

    Example: `l10n names export --format tbx > names.tbx`
    """
    from l10n.workflow.names.exchange import export_names as export

    text = export(project_of(context), file_format.value).removesuffix("\n")
    show(text, notation=_NOTATIONS[file_format])


@app.command("import")
def import_names(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File to read.")],
    file_format: Annotated[
        ExchangeFormat | None,
        typer.Option("--format", help="Format of the file; by default what its suffix says, else TBX."),
    ] = None,
    check: CheckOnly = False,
    diff: ShowDiff = False,
) -> None:
    """Add the names in a file to the registry.

    Names that are registered already stay as they are.

    Example: `l10n names import names.csv --diff`
    """
    from l10n.workflow.names.exchange import import_names as take

    by_suffix = {f".{one}": one for one in ExchangeFormat}
    chosen = file_format or by_suffix.get(file.suffix.lower(), ExchangeFormat.TBX)
    changes = take(project_of(context), file, chosen.value, save=not (check or diff))
    raise typer.Exit(conclude(changes, check=check, diff=diff, unchanged="no names to add"))
