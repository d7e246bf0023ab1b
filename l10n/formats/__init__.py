"""Text to Document and back: one module per format, one registry of them."""

from l10n.formats.base import (
    FindsProblems,
    Format,
    HoldsAddenda,
    MarksLanguage,
    MarksOutdated,
    Problem,
    Refused,
    RefusesMarkup,
)
from l10n.formats.registry import FORMATS, Formats, blamed, format_of

__all__ = [
    "FORMATS", "FindsProblems", "Format", "Formats", "HoldsAddenda", "MarksLanguage", "MarksOutdated", "Problem",
    "Refused", "RefusesMarkup", "blamed", "format_of",
]  # fmt: skip
