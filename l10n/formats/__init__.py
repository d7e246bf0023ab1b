"""Text to Document and back: one module per format, one registry of them."""

from pathlib import PurePosixPath

from l10n.formats.base import Format, HasInlineMarkup, MarksLanguage, Refused, RefusesMarkup
from l10n.formats.html import Html
from l10n.formats.markdown import Markdown
from l10n.formats.plaintext import PlainText
from l10n.formats.subtitles import SubRip, WebVtt

FORMATS: tuple[Format, ...] = (PlainText(), Markdown(), Html(), SubRip(), WebVtt())


def format_of(path: str) -> Format | None:
    """Return the format for the suffix of `path`, or None when no format has it."""
    suffix = PurePosixPath(path).suffix.lower()
    return next((known for known in FORMATS if suffix in known.suffixes), None)


__all__ = ["FORMATS", "Format", "HasInlineMarkup", "MarksLanguage", "Refused", "RefusesMarkup", "format_of"]
