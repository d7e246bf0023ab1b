"""`l10n names decline`, `romanize` …: names as arguments or on standard input, one answer a line."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from l10n.cli.build_log import Notation
from l10n.cli.given_names import Names, given_names
from l10n.cli.light_typer import LightTyper
from l10n.cli.options import Output, OutputFormat, folder_of
from l10n.cli.printing import counted, remark, show, show_json, show_table
from l10n.languages.grammar import Gender, Kind

app = LightTyper()


@app.command("decline")
def decline_names(
    context: typer.Context,
    names: Names = None,
    locale: Annotated[
        str | None,
        typer.Option(
            "--locale",
            metavar="LOCALE",
            help="Language of the names. Default: the one whose cases are known.",
        ),
    ] = None,
    gender: Annotated[
        Gender | None,
        typer.Option("--gender", help="Gender of the person. Default: names are taken for places."),
    ] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Kind of thing the names refer to.")] = None,
) -> None:
    """Show the case forms of names as JSON.

    Prints one line per name. A registered name is declined as the registry says, any other by rule; null marks a form
    that no rule gives.

    Example: `l10n names decline --gender male "Клим Шипенко"`
    """
    from l10n.workflow.names.decline import decline

    given = given_names(names)
    texts = [name.text for name in given]
    answers = decline(texts, locale, kind=kind, gender=gender, folder=folder_of(context))
    for text, cases in zip(texts, answers, strict=True):
        show(json.dumps({"name": text, **cases}, ensure_ascii=False), notation=Notation.JSON)


@app.command("romanize")
def romanize_names(
    context: typer.Context,
    scheme: Annotated[
        str,
        typer.Option(
            "--scheme", metavar="ID", help="ID listed by `l10n names schemes`, or a TOML file of your own."
        ),
    ],
    names: Names = None,
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Write names in Latin letters by a published scheme.

    Prints one line per name. Letters of another script stay as they are, with a remark on standard error.

    Example: `l10n names romanize --scheme house-nl "Юлия Пересильд"`
    """
    from l10n.names import open_scheme
    from l10n.workflow.store.configured import project_around

    project_around(folder_of(context))  # its packs of languages count
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
            show(json.dumps(answer, ensure_ascii=False), notation=Notation.JSON)
        else:
            show(romanized)
        if unknown:
            remark(f"{name.where}: {chosen.id} has no rule for {', '.join(unknown)}; left unchanged")


@app.command("schemes")
def list_schemes(context: typer.Context, output_format: Output = OutputFormat.TEXT) -> None:
    """Show the transliteration schemes: id, language, authority.

    Example: `l10n names schemes`
    """
    from l10n.names import open_scheme, scheme_ids
    from l10n.workflow.store.configured import project_around

    project_around(folder_of(context))  # its packs of languages count
    known = [open_scheme(scheme_id) for scheme_id in scheme_ids()]
    if output_format is OutputFormat.JSON:
        keys = ("id", "language", "locale", "scripts", "authority", "year", "url", "notes")
        show_json(
            {"schema_version": 1, "schemes": [{key: getattr(one, key) for key in keys} for one in known]}
        )
        return
    show_table(("id", "language", "authority"), [(one.id, one.language, one.authority) for one in known])


class KindOfName(StrEnum):
    """What the names to convert refer to."""

    PERSON = "person"
    PLACE = "place"


@app.command("convert")
def convert_names(
    context: typer.Context,
    source: Annotated[str, typer.Option("--from", metavar="LOCALE", help="Locale the names are written in.")],
    target: Annotated[str, typer.Option("--to", metavar="LOCALE", help="Locale to convert them to.")],
    names: Names = None,
    kind: Annotated[
        KindOfName | None, typer.Option("--kind", help="Kind of thing the names refer to. Default: either.")
    ] = None,
    candidates: Annotated[
        int, typer.Option("--candidates", min=1, max=50, metavar="N", help="Number of forms in JSON output.")
    ] = 5,
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Convert names to the spelling of another locale.

    Prints the best form, one line per name. Decisions in the registry take precedence over rules. A name that is not
    in the script of its locale stays as it is, with a remark on standard error.

    Example: `l10n names convert --from nl --to en "Joelia Sjipenko"`
    """
    from dataclasses import asdict

    from l10n.names import is_convertible
    from l10n.workflow.names.convert import Converter

    converter = Converter(source, target, folder_of(context))
    wanted = candidates if output_format is OutputFormat.JSON else 1
    for name in given_names(names):
        forms = converter.convert(name.text, kind, wanted)
        if output_format is OutputFormat.JSON:
            answer = {"name": name.text, "candidates": [asdict(form) for form in forms]}
            show(json.dumps(answer, ensure_ascii=False), notation=Notation.JSON)
        else:
            show(forms[0].form)
        if name.text.strip() and not is_convertible(name.text, source):
            remark(f"{name.where}: {name.text!r} is not in the script of {source}; left unchanged")


@app.command("match")
def match_names() -> None:
    """Decide whether two spellings are the same name.

    Reads lines of the form `a<TAB>b` and prints `same` or `different` and a score for each. The score ranges from 0
    (two names) to 1 (one name); `same` starts at 0.5.

    Example: `printf 'Joelia Sjipenko\\tЮлия Шипенко\\n' | l10n names match`
    """
    from l10n.errors import SourceError, raise_all
    from l10n.names import same_name

    lines = given_names(None)
    pairs = [line.text.split("\t") for line in lines]
    raise_all(
        [
            SourceError(
                f"expected two names separated by one tab, found {counted(len(pair) - 1, 'tab')}",
                where=line.where,
            )
            for line, pair in zip(lines, pairs, strict=True)
            if len(pair) != 2
        ]
    )
    for one, other in pairs:
        match = same_name(one, other)
        show(f"{'same' if match.same else 'different'}\t{match.score:.3f}")


@app.command("explain")
def explain_name(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Spelling of a name in any language.")],
    locales: Annotated[
        list[str] | None,
        typer.Option(
            "--locale",
            metavar="LOCALE",
            help="Locale to consider; repeatable. Default: those of the project, else all known.",
        ),
    ] = None,
) -> None:
    """Explain what a spelling means and how locales write the name.

    Every step is shown. Decisions in the registry come first and take precedence.

    Example: `l10n names explain "Joelia Sjipenko"`
    """
    from l10n.workflow.names.explain import explain

    answer = explain(name, locales or (), folder_of(context))
    show(answer.name)
    for entry in answer.decided:
        forms = ", ".join(f"{locale} {known.preferred}" for locale, known in entry.locales.items())
        show(f"  decided: {entry.id} ({entry.kind}): {forms}")
        show(f"    reason: {entry.because}")
    for meaning in answer.meanings:
        guess = ", a guess" if meaning.reading.guess else ""
        show(f"  means {meaning.reading.native}, probability {meaning.reading.probability:.2f}{guess}")
        for step in meaning.reading.because:
            show(f"    {step}")
        show(f"    written: {', '.join(f'{locale} {form}' for locale, form in meaning.forms.items())}")
