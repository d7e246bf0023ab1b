"""Text to Document and back: one module per format, one registry of them."""

from l10n.formats.anchors import folded_id
from l10n.formats.base import (
    DeclaresEncoding,
    FindsProblems,
    Format,
    HasInlineMarkup,
    HasInlineTexts,
    HasOwnLinks,
    HoldsAddenda,
    Mark,
    MarkKind,
    MarksLanguage,
    MarksOutdated,
    Problem,
    Refused,
    RefusesMarkup,
    ShowsMarkup,
    ShowsPage,
)
from l10n.formats.registry import Formats, all_formats, blamed, format_of
from l10n.formats.syntaxes import Placeholder, code_spans, placeholders, skeleton
from l10n.formats.weaving import parts_of

__all__ = [
    "DeclaresEncoding", "FindsProblems", "Format", "Formats", "HasInlineMarkup", "HasInlineTexts", "HasOwnLinks",
    "HoldsAddenda", "Mark", "MarkKind", "MarksLanguage", "MarksOutdated", "Placeholder", "Problem", "Refused",
    "RefusesMarkup", "ShowsMarkup", "ShowsPage", "all_formats", "blamed", "code_spans", "folded_id", "format_of",
    "parts_of", "placeholders", "skeleton",
]  # fmt: skip
