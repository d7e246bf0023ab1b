"""All checks by code, in the order in which they are reported."""

from collections.abc import Mapping

from l10n.checks import facts, markup, names, scripts, state
from l10n.checks.base import Check

MODULES = (state, names, scripts, facts, markup)
"""The concerns, one module each, with its `CHECKS`."""

CHECKS: Mapping[str, Check] = {check.code: check for module in MODULES for check in module.CHECKS}
