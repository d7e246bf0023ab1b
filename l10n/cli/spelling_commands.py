"""`l10n names decline`, `romanize` …: names as arguments or on standard input, one answer a line."""

import json
from typing import Annotated

import typer

from l10n.cli.names_input import Names, given_names
from l10n.cli.options import Output, OutputFormat, folder_of
from l10n.cli.printing import remark, show, show_json, show_table
from l10n.names.entries import Gender, Kind

app = typer.Typer()


@app.command("decline")
def decline_names(
    context: typer.Context,
    names: Names = None,
    locale: Annotated[str, typer.Option("--locale", help="The language of the names.")] = "ru",
    gender: Annotated[
        Gender | None, typer.Option("--gender", help="Whose name it is. Without it, a name is a place's.")
    ] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="What bears the name.")] = None,
) -> None:
    """Show the case forms of names, as JSON: one line out for each name in.

    A name of the registry is declined as the registry says, any other by rule; null is a form no rule tells.

    Example: `l10n names decline --gender male "Клим Шипенко"`
    """
    from l10n.workflow.declension import decline

    given = given_names(names)
    texts = [name.text for name in given]
    answers = decline(texts, locale, kind=kind, gender=gender, folder=folder_of(context))
    for text, cases in zip(texts, answers, strict=True):
        show(json.dumps({"name": text, **cases}, ensure_ascii=False))


@app.command("romanize")
def romanize_names(
    scheme: Annotated[
        str, typer.Option("--scheme", metavar="ID", help="A scheme that `l10n names schemes` lists.")
    ],
    names: Names = None,
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Write names in Latin letters by a published scheme: one line out for each name in.

    What is in another script stays as it is, and is told on standard error.

    Example: `l10n names romanize --scheme house-nl "Юлия Пересильд"`
    """
    from l10n.names.scheme import scheme as open_scheme

    chosen = open_scheme(scheme)
    for name in given_names(names):
        romanized, unknown = chosen.romanize(name.text), chosen.unknown_letters(name.text)
        if output_format is OutputFormat.JSON:
            answer = {
                "name": name.text,
                "romanized": romanized,
                "scheme": chosen.id,
                "unknown_letters": unknown,
            }
            show(json.dumps(answer, ensure_ascii=False))
        else:
            show(romanized)
        if unknown:
            remark(f"{name.where}: {chosen.id} has no rule for {', '.join(unknown)}: left as given")


@app.command("schemes")
def list_schemes(output_format: Output = OutputFormat.TEXT) -> None:
    """Show the transliteration schemes: id, language and authority.

    Example: `l10n names schemes`
    """
    from l10n.names.scheme import scheme, schemes

    known = [scheme(scheme_id) for scheme_id in schemes()]
    if output_format is OutputFormat.JSON:
        keys = ("id", "language", "locale", "scripts", "authority", "year", "url", "notes")
        show_json(
            {"schema_version": 1, "schemes": [{key: getattr(one, key) for key in keys} for one in known]}
        )
        return
    show_table(("id", "language", "authority"), [(one.id, one.language, one.authority) for one in known])
