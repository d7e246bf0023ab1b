"""How a rule is explained."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from l10n.cli.printing import show
from l10n.cli.terminal_escaping import one_line

if TYPE_CHECKING:
    from l10n.checks.base import Example
    from l10n.gate.rules import Rule
    from l10n.project import Project


def show_rule(rule: "Rule", project: "Project | None") -> None:
    """Print all there is to say of a rule; with a project also how bad it is there."""
    show(f"{rule.code} ({rule.group}, {rule.severity})")
    show(f"    {rule.description}")
    show(f"    source: {rule.authority}")
    show(f"    fixed by: {'`l10n check --fix`, where the fix is certain' if rule.is_safe else 'a person'}")
    for line in _configured(rule, project) if project else ():
        show(f"    here: {line}")
    for title, examples, notes in (
        ("passes", rule.passing, rule.passing_notes),
        ("is reported", rule.failing, rule.failing_notes),
    ):
        show(f"  {title}:")
        for note in notes:
            show(f"    {note}")
        for example in examples:
            for line in _lines(example):
                show(f"    {line}")
    show()


def rule_table(rules: Iterable["Rule"]) -> str:
    """Return the rules as a Markdown table, by group."""
    lines = [
        "| code | group | severity | `--fix` | what is found | source of the rule |",
        "|---|---|---|---|---|---|",
    ]
    lines += (
        f"| `{rule.code}` | {rule.group} | {rule.severity} | {'yes' if rule.is_safe else ''} "
        f"| {_cell(rule.description)} | {_cell(rule.authority)} |"
        for rule in rules
    )
    return "\n".join(lines)


def rule_as_json(rule: "Rule") -> dict[str, Any]:
    """Return a rule as JSON; `l10n schema rule` is its schema."""
    return {
        "code": rule.code,
        "group": rule.group,
        "severity": str(rule.severity),
        "description": rule.description,
        "authority": rule.authority,
        "is_safe": rule.is_safe,
        "passing": [*map(asdict, rule.passing), *({"note": note} for note in rule.passing_notes)],
        "failing": [*map(asdict, rule.failing), *({"note": note} for note in rule.failing_notes)],
    }


def _configured(rule: "Rule", project: "Project") -> Iterable[str]:
    """Yield how bad the rule is in the locales of a project, where its configuration says something."""
    from l10n.gate.selection import configured_severities

    severities = configured_severities(project.policy)
    for locale in (None, *project.locales):
        found = severities.rule_for(rule.code, locale)
        if found is not None and found.locale == locale:
            yield f"{locale or 'all locales'}: {found.severity or 'off'} ({project.policy.place_of(found.keys)})"


def _lines(example: "Example") -> Iterable[str]:
    state = " (fuzzy)" if example.fuzzy else ""
    msgid = example.msgid or example.source
    if msgid != example.source:
        yield f"in source: {_visible(example.source)}"
    yield f"{_visible(msgid)}"
    yield f"    {example.locale}{state}: {_visible(example.msgstr) or '(no translation)'}"


def _visible(text: str) -> str:
    return one_line(text.replace("\n", "⏎"))


def _cell(text: str) -> str:
    return one_line(text).replace("|", "\\|").replace("<", "&lt;")
