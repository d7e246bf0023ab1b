"""Checks of other packages: a project names the entry points of `l10n.checks` that it wants, no other code is run.

An entry point names a sequence of `Check`, or a function that returns one. Their codes are a group named as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n.checks.base import Check, Subject
from l10n.checks.plugins.in_use import checks_in_use, note_checks
from l10n.checks.registry import CHECKS, GROUPS, OURS
from l10n.errors import ConfigurationError, L10nError, did_you_mean
from l10n.model import Finding, Severity

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ENTRY_POINTS = "l10n.checks"


def use_checks(*names: str) -> None:
    """Let the installed checks of these names run besides ours in this process, and no others.

    Raises ConfigurationError for a name nobody has installed, a package that fails, and a code that is taken.
    """
    if names == checks_in_use():
        return
    groups: dict[str, tuple[Check, ...]] = dict(OURS)
    for name in names:
        groups[name] = _loaded(name)
        known = {check.code for group, checks in groups.items() for check in checks if group != name}
        for check in groups[name]:
            if check.code in known or name in OURS:
                raise _error(f"the code {check.code!r}, or its group, is taken", name)
    GROUPS.clear()
    GROUPS.update(groups)
    CHECKS.clear()
    CHECKS.update({check.code: check for checks in groups.values() for check in checks})
    note_checks(names)


def _loaded(name: str) -> tuple[Check, ...]:
    from importlib.metadata import entry_points  # takes longer than reading a small document

    points = entry_points(group=ENTRY_POINTS)
    point = next((one for one in points if one.name == name), None)
    if point is None:
        known = [one.name for one in points]
        hint = did_you_mean(name, known) or f"install the package that brings it: {ENTRY_POINTS} has {known}"
        raise ConfigurationError(f"no checks {name!r} are installed", where="checks", hint=hint)
    return tuple(_checks_of(point))


def _checks_of(point: "EntryPoint") -> Sequence[Check]:
    try:
        found = point.load()
        checks = found() if callable(found) else found
        if not all(isinstance(check, Check) for check in checks):
            raise TypeError("it gives something else than checks")
        return tuple(replace(check, find=_Blamed(name=point.name, check=check)) for check in checks)
    except Exception as error:
        raise _error(f"it cannot be loaded: {type(error).__name__}: {error}", point.name) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class _Blamed:
    """The function of an installed check: what goes wrong in it is told as its fault, with its name."""

    name: str
    check: Check

    def __call__(self, subject: Subject) -> tuple[Finding, ...]:
        try:
            found = tuple(self.check.find(subject))
            for finding in found:
                if finding.code != self.check.code or not isinstance(finding.severity, Severity):
                    raise TypeError(f"a finding {finding.code!r} with the severity {finding.severity!r}")
        except L10nError:
            raise
        except Exception as error:
            why = f"the check {self.check.code!r} fails: {type(error).__name__}: {error}"
            raise _error(why, self.name) from error
        return found


def _error(why: str, name: str) -> ConfigurationError:
    return ConfigurationError(
        f"the installed checks {name!r} cannot be used",
        why=why,
        where="checks",
        hint="update or uninstall that package, or take it out of the configuration",
    )
