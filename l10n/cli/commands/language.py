"""`l10n languages`: what is known of each language."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from l10n.cli.light_typer import LightTyper
from l10n.cli.options import Output, OutputFormat, folder_of
from l10n.cli.printing import remark, show_json, show_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.languages.language import Language

app = LightTyper()

_UNKNOWN = "–"
_HEADINGS = ("language", "script", "inflection", "writes names of", "facts", "quotes", "prose")


@app.command("languages")
def show_languages(
    context: typer.Context,
    locales: Annotated[
        list[str] | None,
        typer.Argument(metavar="LOCALE", help="Locales to show. Default: all that have a pack."),
    ] = None,
    checks: Annotated[
        bool, typer.Option("--checks", help="Show which checks run in which of these languages.")
    ] = False,
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Show what is known of each language.

    A dash means that nothing is known: nothing is edited there, and the checks that need it do not run. A project adds
    to what is known with files of its own, languages/LOCALE/*.toml.

    Example: `l10n languages nl fi --checks`
    """
    from l10n.workflow.languages import languages, silent_checks

    known = languages(folder_of(context), locales or ())
    if output_format is OutputFormat.JSON:
        silent = silent_checks([one.locale for one in known])
        show_json(
            {
                "schema_version": 1,
                "languages": [_as_json(one) | {"silent_checks": dict(silent[one.locale])} for one in known],
            }
        )
        return
    if checks:
        _show_reach([one.locale for one in known])
        return
    show_table(_HEADINGS, [row_of(one) for one in known])


def _show_reach(locales: "Sequence[str]") -> None:
    from l10n.checks.registry import CHECKS
    from l10n.workflow.languages import reach_of_checks

    found = reach_of_checks(locales)
    rows = [(one.code, one.needs, " ".join(one.locales) or _UNKNOWN) for one in found]
    show_table(("check", "needs to know", "runs in"), rows)
    remark(f"the other {len(CHECKS) - len(found)} checks run in every language")


def row_of(one: "Language") -> tuple[str, ...]:
    """Return the row of a language in the table: a dash for what is not known."""
    inflection = _UNKNOWN
    if one.inflection is not None:
        inflection = f"{len(one.inflection)} cases" if one.inflection else "endings"
    return (
        one.locale,
        one.script or _UNKNOWN,
        inflection,
        ", ".join(one.transcription.sources) if one.transcription else _UNKNOWN,
        ", ".join(sorted(one.facts)) if one.facts else _UNKNOWN,
        one.typography or _UNKNOWN,
        _UNKNOWN if one.prose is None else "yes",
    )


def _as_json(one: "Language") -> dict[str, Any]:
    return asdict(one) | {"facts": sorted(one.facts) if one.facts is not None else None}
