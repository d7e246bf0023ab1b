"""All checks by code, in the order in which they are reported."""

from collections.abc import Mapping

from l10n.checks import (
    acronyms,
    addresses,
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

MODULES = (state, leftovers, names, scripts, facts, acronyms, addresses, markup, text, characters, typography)
"""The concerns, one module each, with its `CHECKS`."""

CHECKS: Mapping[str, Check] = {check.code: check for module in MODULES for check in module.CHECKS}
