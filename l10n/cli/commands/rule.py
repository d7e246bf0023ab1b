"""`l10n rule` and `l10n schema`: what the codes mean, and what the JSON of other commands looks like."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.light_typer import LightTyper
from l10n.cli.options import Output, OutputFormat, folder_of
from l10n.cli.printing import show, show_json
from l10n.errors import ConfigurationError

app = LightTyper()

_SCHEMAS = Path(__file__).parents[1] / "schemas"


@app.command("rule")
def explain_rule(
    context: typer.Context,
    codes: Annotated[
        list[str] | None,
        typer.Argument(metavar="CODE", help="Codes or groups of codes, as `l10n check` shows them."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Print all codes as a Markdown table.")] = False,
    output_format: Output = OutputFormat.TEXT,
) -> None:
    """Explain a code of `l10n check`.

    Prints the source of the rule, what passes and what is reported.

    Example: `l10n rule missing-name`
    """
    from l10n.cli.rules import rule_as_json, rule_table, show_rule
    from l10n.gate.rules import codes_by_group, rules
    from l10n.gate.selection import codes_of
    from l10n.workflow.store.configured import project_around

    project = project_around(folder_of(context))  # it may ask for checks of other packages
    if every == bool(codes):
        raise ConfigurationError(
            "no code is given",
            hint=f"name codes or groups, or use --all; the groups are: {', '.join(codes_by_group())}",
        )
    wanted = rules() if every else dict.fromkeys(code for said in codes or [] for code in codes_of(said, ""))
    if output_format is OutputFormat.JSON:
        show_json({"schema_version": 1, "rules": [rule_as_json(rules()[code]) for code in wanted]})
    elif every:
        show(rule_table(rules().values()))
    else:
        for code in wanted:
            show_rule(rules()[code], project)


class Schema(StrEnum):
    """What has a JSON Schema."""

    CHECK = "check"
    BASELINE = "baseline"
    STATUS = "status"
    RULE = "rule"


@app.command("schema")
def print_schema(
    name: Annotated[
        Schema,
        typer.Argument(metavar="COMMAND", help="Which schema to print: check, baseline, status or rule."),
    ],
) -> None:
    """Print the JSON Schema of a command's output, or of a baseline.

    Example: `l10n schema check > check.schema.json`
    """
    show((_SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8").rstrip("\n"))
