"""`l10n names decline`, `romanize` …: names as arguments or on standard input, one answer a line."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from l10n.cli.coercion import LightTyper
from l10n.cli.names_input import Names, given_names
from l10n.cli.options import Output, OutputFormat, folder_of
from l10n.cli.printing import remark, show, show_json, show_table
from l10n.languages.grammar import Gender, Kind

app = LightTyper()


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
    from l10n.workflow.names.decline import decline

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
    from l10n.names.transliteration.library import scheme as open_scheme

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
    from l10n.names.transliteration.library import scheme, schemes

    known = [scheme(scheme_id) for scheme_id in schemes()]
    if output_format is OutputFormat.JSON:
        keys = ("id", "language", "locale", "scripts", "authority", "year", "url", "notes")
        show_json(
            {"schema_version": 1, "schemes": [{key: getattr(one, key) for key in keys} for one in known]}
        )
        return
    show_table(("id", "language", "authority"), [(one.id, one.language, one.authority) for one in known])


class KindOfName(StrEnum):
    """What bears the names to convert."""

    PERSON = "person"
    PLACE = "place"


@app.command("convert")
def convert_names(
    context: typer.Context,
    source: Annotated[str, typer.Option("--from", metavar="LOCALE", help="The locale they are written in.")],
    target: Annotated[str, typer.Option("--to", metavar="LOCALE", help="The locale to write them in.")],
    names: Names = None,
    kind: Annotated[
        KindOfName | None, typer.Option("--kind", help="What bears the names. Default: either.")
    ] = None,
    candidates: Annotated[
        int, typer.Option("--candidates", min=1, max=50, metavar="N", help="How many forms JSON shows.")
    ] = 5,
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Write names as another locale does: one line out for each name in, the best form.

    What the registry has decided comes before what the engine reads. A name in another script than that of
    its locale stays as it is, and is told on standard error.

    Example: `l10n names convert --from nl --to en "Joelia Sjipenko"`
    """
    from dataclasses import asdict

    from l10n.names.transcription.conversion import is_convertible
    from l10n.workflow.names.convert import Converter

    converter = Converter(source, target, folder_of(context))
    wanted = candidates if output_format is OutputFormat.JSON else 1
    for name in given_names(names):
        forms = converter.convert(name.text, kind, wanted)
        if output_format is OutputFormat.JSON:
            answer = {"name": name.text, "candidates": [asdict(form) for form in forms]}
            show(json.dumps(answer, ensure_ascii=False))
        else:
            show(forms[0].form)
        if name.text.strip() and not is_convertible(name.text, source):
            remark(f"{name.where}: {name.text!r} is not in the script of {source!r}: left as given")


@app.command("match")
def match_names() -> None:
    """Tell whether two spellings are one name: `a<TAB>b` lines in, `same` or `different` and a score out.

    The score goes from 0 (two names) to 1 (one name); `same` from 0.5 on.

    Example: `printf 'Joelia Sjipenko\\tЮлия Шипенко\\n' | l10n names match`
    """
    from l10n.errors import SourceError, raise_all
    from l10n.names.similarity.same_name import same_name

    lines = given_names(None)
    pairs = [line.text.split("\t") for line in lines]
    raise_all(
        [
            SourceError(
                f"two names separated by a tab are expected, and here are {len(pair) - 1} tabs",
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
    name: Annotated[str, typer.Argument(metavar="NAME", help="A spelling in any language.")],
    locales: Annotated[
        list[str] | None,
        typer.Option("--locale", help="A locale to ask; repeatable. Default: nl, en and ru."),
    ] = None,
) -> None:
    """Tell what a spelling means, how we know, and how each locale writes the name.

    What the registry has decided comes first, and beats every reading.

    Example: `l10n names explain "Joelia Sjipenko"`
    """
    from l10n.workflow.names.explain import explain

    answer = explain(name, locales or ["nl", "en", "ru"], folder_of(context))
    show(answer.name)
    for entry in answer.decided:
        forms = ", ".join(f"{locale} {known.preferred}" for locale, known in entry.locales.items())
        show(f"  decided: {entry.id} ({entry.kind}): {forms}")
        show(f"    because {entry.because}")
    for meaning in answer.meanings:
        guess = ", a guess" if meaning.reading.guess else ""
        show(f"  means {meaning.reading.native}, probability {meaning.reading.probability:.2f}{guess}")
        for step in meaning.reading.because:
            show(f"    {step}")
        show(f"    written: {', '.join(f'{locale} {form}' for locale, form in meaning.forms.items())}")
