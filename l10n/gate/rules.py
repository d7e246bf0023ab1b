"""Every code a finding can have, with what `l10n rule` says of it: those of the checks, and those of the gate."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from l10n.checks.base import Example
from l10n.checks.plugins.in_use import checks_in_use
from l10n.checks.registry import GROUPS
from l10n.model import Severity

GATE = "gate"
INCONSISTENT, REUSED = "inconsistent-translation", "reused-translation"  # `consistency`


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
        description="A catalog is less complete than the configuration requires.",
        authority="[tool.l10n.require] of the project",
        passing_notes=("require.nl = 80, and 9 of 11 messages are translated",),
        failing_notes=("require.nl = 80, and 8 of 11 messages are translated",),
    ),
    Rule(
        code="invalid-ignore",
        group=GATE,
        severity=Severity.ERROR,
        description="A comment ignores a code that does not exist, or gives no reason.",
        authority="the configuration of l10n: every ignored code is named, with a reason",
        passing_notes=("# l10n: ignore missing-name her name stands in the heading",),
        failing_notes=("# l10n: ignore missing-name", "# l10n: ignore mising-name she is meant"),
    ),
    Rule(
        code="lost-translations",
        group=GATE,
        severity=Severity.ERROR,
        description="A catalog has lost translations since the last `l10n extract`: cut off, or badly merged.",
        authority="the catalog as `l10n extract` left it",
        passing_notes=("one msgstr is emptied by hand",),
        failing_notes=("half of the catalog is missing",),
    ),
    Rule(
        code="missing-form",
        group="names",
        severity=Severity.WARNING,
        description="Registered names lack a form in a locale of the project.",
        authority="the registry of the project, locales/names.toml",
        passing_notes=(
            "the locale de is added to the project, and every name has a form in de, proposed or decided",
        ),
        failing_notes=("the locale de is added to the project, and names.toml has no forms in de",),
    ),
    Rule(
        code=INCONSISTENT,
        group="text",
        severity=Severity.INFO,
        description="One source text has two translations in a locale.",
        authority="Weblate, check “Inconsistent”; pofilter has none over several files",
        passing_notes=(
            "“Read the whole story” is “Lees het hele verhaal” in every document",
            "“Open” is “Open” here and “Openen” there: one word",
            "“Close the door” is translated in two ways under two contexts (msgctxt)",
        ),
        failing_notes=("“Read the whole story” is “Lees het hele verhaal” here and “Lees alles” there",),
    ),
    Rule(
        code=REUSED,
        group="text",
        severity=Severity.INFO,
        description="Two source texts have one translation in a locale.",
        authority="Weblate, check “Reused translation”",
        passing_notes=(
            "“Read the story” and “Read the story!” are both “Lees het verhaal”: case and end marks aside, one text",
        ),
        failing_notes=("“Save the file” and “Delete the file” are both “Bewaar het bestand”",),
    ),
    Rule(
        code="unused-ignore",
        group=GATE,
        severity=Severity.WARNING,
        description="A comment or a baseline entry ignores a finding that no longer exists.",
        authority="the configuration of l10n: what is ignored has to exist",
        passing_notes=("# l10n: ignore missing-name …, above a message without that name",),
        failing_notes=("# l10n: ignore missing-name …, above a message with all names",),
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
