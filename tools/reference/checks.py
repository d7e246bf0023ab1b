"""The pages of checks, one for each group: every code with what, why, source, examples and fix, from its registry."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from l10n.checks.base import Example
from l10n.checks.registry import CHECKS
from l10n.gate.rules import Rule, codes_by_group, rules
from tools.reference.markdown import block, code, prose, table, title

SAID = tomllib.loads((Path(__file__).parent / "checks.toml").read_text(encoding="utf-8"))
RULES = rules()
CODES_BY_GROUP = codes_by_group()
GROUPS = tuple(CODES_BY_GROUP)
MOST = 8  # examples of a kind on a page
LONGEST = 160  # code points of an example on a page


def overview() -> str:
    """Return the page that lists all codes."""
    parts = [title("Checks", "`l10n/checks/` and `l10n/gate/rules.py`"), SAID["before"]]
    for group in GROUPS:
        rows = [
            (
                f"[{code(one)}]({group}.md#{one})",
                str(RULES[one].severity),
                _fix(RULES[one]),
                prose(RULES[one].description),
            )
            for one in CODES_BY_GROUP[group]
        ]
        parts += [f"## {group} {{: #{group} }}\n", f"{SAID['group'][group]}\n"]
        parts.append(table(("code", "severity", "`--fix`", "what is reported"), rows))
    return "\n".join(parts)


def page(group: str) -> str:
    """Return the page of a group."""
    parts = [
        title(f"Checks: {group}", "`l10n/checks/` and `l10n/gate/rules.py`"),
        f"{SAID['group'][group]}\n",
    ]
    for one in CODES_BY_GROUP[group]:
        parts += _rule(RULES[one])
    return "\n".join(parts)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"## {rule.code} {{: #{rule.code} }}\n"
    yield f"{prose(rule.description)}\n"
    yield f"**Why.** {SAID['why'][rule.code]}\n"
    rows = [("severity", str(rule.severity)), ("`--fix`", _fix(rule) or "no: a person decides")]
    if (check := CHECKS.get(rule.code)) and (check.extra or check.on_request):
        rows.append(
            ("runs", "when it is selected by name" if check.on_request else "with its extra installed")
        )
    if check and check.needs:
        rows.append(("needs", f"a language whose [{check.needs}](../languages.md) is known"))
    if check and check.extra:
        rows.append(("needs", code(f"pip install 'l10n-names[{check.extra}]'")))
    rows.append(("source", prose(rule.authority)))
    yield "".join(f"- {name}: {text}\n" for name, text in rows)
    for registry in dict.fromkeys(one.registry for one in (*rule.passing, *rule.failing) if one.registry):
        yield "In these examples, `names.toml` says:\n"
        yield block(registry.strip(), "toml")
    yield "Passes:\n"
    yield _examples(rule.passing_notes, rule.passing)
    yield "Reported:\n"
    yield _examples(rule.failing_notes, rule.failing)


def _fix(rule: Rule) -> str:
    return "yes, where it is sure" if rule.is_safe else ""


def _examples(notes: tuple[str, ...], examples: tuple[Example, ...]) -> str:
    """Return the first examples as a block, and how many more `l10n rule` shows."""
    shown = block("\n\n".join((*notes, *map(_example, examples[:MOST]))))
    more = len(examples) - MOST
    return shown + (f"\n{more} more: {code('l10n rule')} shows all.\n" if more > 0 else "")


def _example(example: Example) -> str:
    width = len("source")
    lines = [("source", example.source)]
    if example.msgid not in {None, example.source}:
        lines.append(("msgid", example.msgid or ""))
    if example.previous:
        lines.append(("before", example.previous))
    if example.msgid_plural:
        lines.append(("plural", example.msgid_plural))
    state = " (fuzzy)" if example.fuzzy else " (obsolete)" if example.obsolete else ""
    lines += [
        (example.locale, (text or "(no translation)") + state)
        for text in (example.msgstr, *example.more_forms)
    ]
    if example.plural_forms is not None:
        lines.append(("rule", example.plural_forms or "(none)"))
    return "\n".join(f"{name:<{width}}  {visible(text)}" for name, text in lines)


def visible(text: str) -> str:
    """Return text on one line in which characters that nobody sees are written as `<U+202E>`."""
    text = text.replace("\n", "⏎").replace("\t", "→")
    text = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in text)
