"""All checks by code, in the order in which they are reported, and the groups they are chosen by."""

from collections.abc import Mapping

from l10n.checks import (
    acronyms,
    addresses,
    catalogs,
    characters,
    facts,
    leftovers,
    markup,
    names,
    scripts,
    state,
    text,
    typography,
)
from l10n.checks.base import Check

GROUPS: Mapping[str, tuple[Check, ...]] = {
    "state": (*state.CHECKS, *leftovers.CHECKS),
    "names": (*names.CHECKS, *scripts.CHECKS),
    "facts": (*facts.CHECKS, *acronyms.CHECKS, *addresses.CHECKS),
    "markup": markup.CHECKS,
    "text": (*text.CHECKS, *characters.CHECKS),
    "typography": typography.CHECKS,
    "catalogs": catalogs.CHECKS,
}

CHECKS: Mapping[str, Check] = {check.code: check for checks in GROUPS.values() for check in checks}
