"""From what the checks find to what is reported: severities, comments that ignore, the baseline, completeness."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from l10n.catalog.catalog import MessageKey
from l10n.gate.baseline import BaselineEntry, compare
from l10n.gate.completeness import TOLERATED
from l10n.gate.ignores import Ignore, Ignores
from l10n.gate.ignores import unused as unused_ignores
from l10n.gate.places import LocatedFinding
from l10n.gate.rules import rules
from l10n.gate.selection import Severities
from l10n.model import Finding, Severity

_FIXABLE = "`l10n check --fix` fixes it"


class By(StrEnum):
    """What lets a finding pass."""

    COMMENT = "comment"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A finding that is let pass, by what, and the reason given."""

    placed: LocatedFinding
    by: By
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """What became of the findings: `gone` are entries of the baseline that were not found."""

    reported: tuple[LocatedFinding, ...]
    ignored: tuple[Ignored, ...]
    tolerated: int
    gone: tuple[BaselineEntry, ...]


def weighed(found: Iterable[LocatedFinding], severities: Severities) -> tuple[LocatedFinding, ...]:
    """Return the findings, each once and as bad as configured, by file, line and code; what is off is left out."""
    once: dict[tuple[str, str, str], LocatedFinding] = {}
    for placed in found:
        if severities.is_off(placed.finding.code, placed.locale):
            continue
        severity = severities.severity_of(placed.finding, placed.locale)
        hint = placed.finding.hint or (_FIXABLE if is_fixable(placed.finding) else "")
        weighed_one = placed
        if (severity, hint) != (placed.finding.severity, placed.finding.hint):
            weighed_one = replace(placed, finding=replace(placed.finding, severity=severity, hint=hint))
        key = (placed.finding.code, str(placed.finding.location), placed.finding.message)
        if key not in once or _badness(weighed_one) > _badness(once[key]):
            once[key] = weighed_one
    return tuple(sorted(once.values(), key=by_place))


def is_fixable(finding: Finding, asked: Container[str] = ()) -> bool:
    """Return whether `--fix` makes the edit of a finding.

    What is information only where its code is usually more is a matter of taste, and stays, unless its code is among
    those `asked` for by name.
    """
    rule = rules()[finding.code]
    is_taste = finding.severity is Severity.INFO is not rule.severity
    return finding.edit is not None and rule.is_safe and (not is_taste or finding.code in asked)


def by_place(placed: LocatedFinding) -> tuple[str, int, int, str]:
    """Return what findings are ordered by: file, line, column, code."""
    place = placed.finding.location
    return (place.path, place.line or 0, place.column or 0, placed.finding.code)


def triage(
    found: Sequence[LocatedFinding],
    ignores: Mapping[str, Ignores],
    baseline: Sequence[BaselineEntry],
    complete_enough: frozenset[str],
) -> Triage:
    """Return what is to be reported of `found`, and why the rest is not.

    `ignores` are those of the catalogs by their name, `complete_enough` the names of catalogs that may lack
    translations.
    """
    left: list[LocatedFinding] = []
    ignored: list[Ignored] = []
    asked = {name: catalog.by_message() for name, catalog in ignores.items()}
    for placed in found:
        ignore = _ignore_for(placed, asked.get(placed.finding.location.path, {}))
        if ignore is None:
            left.append(placed)
        else:
            ignored.append(Ignored(placed=placed, by=By.COMMENT, reason=ignore.reason))
    compared = compare(left, baseline)
    ignored += (Ignored(placed=placed, by=By.BASELINE) for placed in compared.known)
    reported = tuple(placed for placed in compared.new if not _is_tolerated(placed, complete_enough))
    return Triage(
        reported=reported,
        ignored=tuple(ignored),
        tolerated=len(compared.new) - len(reported),
        gone=compared.gone,
    )


def findings_about_ignores(
    ignores: Mapping[str, Ignores],
    found: Iterable[LocatedFinding],
    checked_codes: Mapping[str, frozenset[str]],
) -> Iterator[Finding]:
    """Yield a finding for each comment that cannot be followed or ignores nothing.

    `found` is everything found, `checked_codes` the codes that were looked for in each catalog, by its name.
    """
    asked = {name: catalog.by_message() for name, catalog in ignores.items()}
    used: set[Ignore] = set()
    for placed in found:
        by_message = asked.get(placed.finding.location.path, {})
        used.update(ignore for ignore in _candidates(placed, by_message) if ignore.covers(placed))
    for name, catalog in ignores.items():
        yield from catalog.invalid
        yield from unused_ignores(catalog.ignores, used, checked_codes.get(name, frozenset()))


def _ignore_for(
    placed: LocatedFinding, by_message: Mapping[MessageKey | None, Sequence[Ignore]]
) -> Ignore | None:
    return next((ignore for ignore in _candidates(placed, by_message) if ignore.covers(placed)), None)


def _candidates(
    placed: LocatedFinding, by_message: Mapping[MessageKey | None, Sequence[Ignore]]
) -> Iterator[Ignore]:
    if by_message:
        yield from by_message.get(placed.key, ()) if placed.key is not None else ()
        yield from by_message.get(None, ())


def _is_tolerated(placed: LocatedFinding, complete_enough: frozenset[str]) -> bool:
    return placed.finding.code in TOLERATED and placed.finding.location.path in complete_enough


def _badness(placed: LocatedFinding) -> int:
    return -tuple(Severity).index(placed.finding.severity)


def is_of_the_gate(placed: LocatedFinding) -> bool:
    """Return whether a finding is about ignoring or completeness: such findings are never in a baseline."""
    return rules()[placed.finding.code].group == "gate"
