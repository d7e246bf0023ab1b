"""All checks by code, in the order in which they are reported, and the groups they are chosen by."""

from collections.abc import Mapping

from l10n.checks import catalogs, markup, names, scripts, state
from l10n.checks.base import Check

GROUPS: Mapping[str, tuple[Check, ...]] = {
    "state": state.CHECKS,
    "names": (*names.CHECKS, *scripts.CHECKS),
    "markup": markup.CHECKS,
    "catalogs": catalogs.CHECKS,
}

CHECKS: Mapping[str, Check] = {check.code: check for checks in GROUPS.values() for check in checks}
