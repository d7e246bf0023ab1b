"""Every code a finding can have, with what `l10n rule` says of it: those of the checks, and those of the gate."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from l10n.checks.base import Example
from l10n.checks.installed import checks_in_use
from l10n.checks.registry import GROUPS
from l10n.model import Severity

GATE = "gate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A code as people choose it: its group, how bad it is unless configured, where it comes from, examples.

    A rule of the gate looks at comments and totals rather than at texts: its examples are `notes`.
    """

    code: str
    group: str
    severity: Severity
    description: str
    authority: str
    is_safe: bool = False
    passing: tuple[Example, ...] = ()
    failing: tuple[Example, ...] = ()
    passing_notes: tuple[str, ...] = ()
    failing_notes: tuple[str, ...] = ()


_OF_THE_GATE = (
    Rule(
        code="incomplete-catalog",
        group=GATE,
        severity=Severity.ERROR,
        description="A catalog is translated for less than the configuration requires.",
        authority="[tool.l10n.require] of the project",
        passing_notes=("require.nl = 80, and 9 of 11 messages are translated",),
        failing_notes=("require.nl = 80, and 8 of 11 messages are translated",),
    ),
    Rule(
        code="invalid-ignore",
        group=GATE,
        severity=Severity.ERROR,
        description="A comment asks to ignore a code that does not exist, or does not say why.",
        authority="the configuration of l10n: what is ignored is named, and has a reason",
        passing_notes=("# l10n: ignore missing-name her name stands in the heading",),
        failing_notes=("# l10n: ignore missing-name", "# l10n: ignore mising-name she is meant"),
    ),
    Rule(
        code="lost-translations",
        group=GATE,
        severity=Severity.ERROR,
        description="A catalog has lost translations since the last `l10n extract`: cut off, or badly merged.",
        authority="the catalog as `l10n extract` left it",
        passing_notes=("a person empties one msgstr",),
        failing_notes=("half of the catalog is missing",),
    ),
    Rule(
        code="missing-form",
        group="names",
        severity=Severity.WARNING,
        description="Names somebody has decided on have no form in a locale of the project yet.",
        authority="the registry of the project, locales/names.toml",
        passing_notes=(
            "the project gets the locale de, and every name has a form in de, proposed or decided",
        ),
        failing_notes=("the project gets the locale de, and names.toml says nothing of it",),
    ),
    Rule(
        code="unused-ignore",
        group=GATE,
        severity=Severity.WARNING,
        description="A comment or an entry of the baseline ignores what is no longer found.",
        authority="the configuration of l10n: what is ignored is there to be ignored",
        passing_notes=("# l10n: ignore missing-name …, above a message that leaves a name out",),
        failing_notes=("# l10n: ignore missing-name …, above a message that names everybody",),
    ),
)


def rules() -> Mapping[str, Rule]:
    """Return every rule by its code: those of the checks in use, then those of the gate."""
    return _rules(checks_in_use())


def codes_by_group() -> Mapping[str, tuple[str, ...]]:
    """Return the codes of each group, those of the gate last."""
    known = rules()
    return {
        group: tuple(code for code, rule in known.items() if rule.group == group) for group in (*GROUPS, GATE)
    }


@cache
def _rules(_installed: tuple[str, ...]) -> Mapping[str, Rule]:
    of_checks = (
        Rule(
            code=check.code,
            group=group,
            severity=check.severity,
            description=check.description,
            authority=check.authority,
            is_safe=check.is_safe,
            passing=check.passing,
            failing=check.failing,
        )
        for group, checks in GROUPS.items()
        for check in checks
    )
    return {rule.code: rule for rule in (*of_checks, *_OF_THE_GATE)}
