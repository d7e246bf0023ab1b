"""All checks by code, in the order in which they are reported."""

from collections.abc import Mapping

from l10n.checks import catalogs, markup, names, scripts, state
from l10n.checks.base import Check

CHECKS: Mapping[str, Check] = {
    check.code: check
    for check in (*state.CHECKS, *names.CHECKS, *scripts.CHECKS, *markup.CHECKS, *catalogs.CHECKS)
}
