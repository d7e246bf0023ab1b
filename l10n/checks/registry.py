"""All checks by code, in the order in which they are reported, and the groups they are chosen by."""

from collections.abc import Mapping
from importlib.util import find_spec

from l10n.checks import (
    acronyms,
    addresses,
    catalogs,
    characters,
    facts,
    leftovers,
    lengths,
    links,
    markup,
    name_case,
    names,
    placeholders,
    scripts,
    spelling,
    state,
    text,
    typography,
    wrong_language,
)
from l10n.checks.base import Check

OURS: Mapping[str, tuple[Check, ...]] = {
    "state": (*state.CHECKS, *leftovers.CHECKS),
    "names": (*names.CHECKS, *name_case.CHECKS, *scripts.CHECKS),
    "facts": (*facts.CHECKS, *acronyms.CHECKS, *addresses.CHECKS),
    "markup": (*markup.CHECKS, *placeholders.CHECKS, *links.CHECKS),
    "text": (*text.CHECKS, *lengths.CHECKS, *characters.CHECKS, *wrong_language.CHECKS, *spelling.CHECKS),
    "typography": typography.CHECKS,
    "catalogs": catalogs.CHECKS,
}

# Those of this process: ours, and those of other packages that the project asks for (`installed`)
GROUPS: dict[str, tuple[Check, ...]] = dict(OURS)
CHECKS: dict[str, Check] = {check.code: check for checks in GROUPS.values() for check in checks}

_MODULES = {"language": "py3langid", "spelling": "spylls"}  # by the extra that installs them


def can_run(check: Check, locale: str) -> bool:
    """Return whether what a check needs to know of a language is known of that of a locale."""
    from l10n.languages.language import knows  # reads the packs

    return check.needs is None or knows(locale, check.needs)


def is_installed(check: Check) -> bool:
    """Return whether the extra that a check needs is there."""
    return not check.extra or find_spec(_MODULES[check.extra]) is not None
