"""Damaged source text in, clean text and the list of repairs out.

Repaired is what is certainly damaged: characters that were read in the wrong encoding, and apostrophes that got
lost. Deliberately left alone: straight quotation marks, ligatures, width, HTML entities, control characters, line
endings, a BOM, Unicode normalisation, spelling, `63` for ’63, and everything in code and addresses. The modules
say more of that: `thai`, `misreadings`, `certainty`, `cyrillic`, `apostrophes`, `code_spans`.
"""

from l10n.repair.apostrophes import may_lack_apostrophes
from l10n.repair.changes import Repair, Repaired, replay
from l10n.repair.registry import RULES, Rule
from l10n.repair.repairing import repair
from l10n.repair.suspicion import may_be_misread

__all__ = [
    "RULES",
    "Repair",
    "Repaired",
    "Rule",
    "may_be_misread",
    "may_lack_apostrophes",
    "repair",
    "replay",
]
