"""Directives: what the text inside a comment tells us about the segments behind it.

The spellings people already use all mean the same few things: our own `l10n:`, mdBook's `i18n:`,
translate-toolkit's `translate:off`/`on`, and mdpo's `mdpo-disable`/`mdpo-enable`. A format finds the comments;
what they say is decided here, once for all formats.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class DirectiveKind(StrEnum):
    """What a directive asks for. A range wins over the next block, except that TRANSLATE is asked inside one."""

    SKIP = "skip"  # the next block is left alone
    SKIP_START = "skip-start"  # everything is left alone, as far as SKIP_END
    SKIP_END = "skip-end"
    TRANSLATE = "translate"  # the next block is translated though it stands in a skipped range
    COMMENT = "comment"  # a remark for the translator of the next segment
    CONTEXT = "context"  # the msgctxt of the next segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """One directive; `text` is its remark or context, and for the other kinds the reason if one is given."""

    kind: DirectiveKind
    text: str = ""


_KINDS = {
    "l10n:skip": DirectiveKind.SKIP,
    "l10n:skip-start": DirectiveKind.SKIP_START,
    "l10n:skip-end": DirectiveKind.SKIP_END,
    "l10n:comment": DirectiveKind.COMMENT,
    "l10n:context": DirectiveKind.CONTEXT,
    "i18n:skip": DirectiveKind.SKIP,
    "i18n:skip-start": DirectiveKind.SKIP_START,
    "i18n:skip-end": DirectiveKind.SKIP_END,
    "i18n:comment": DirectiveKind.COMMENT,
    "translate:off": DirectiveKind.SKIP_START,
    "translate:on": DirectiveKind.SKIP_END,
    "mdpo-disable": DirectiveKind.SKIP_START,
    "mdpo-enable": DirectiveKind.SKIP_END,
    "mdpo-disable-next-line": DirectiveKind.SKIP,
    "mdpo-enable-next-line": DirectiveKind.TRANSLATE,
    "mdpo-context": DirectiveKind.CONTEXT,
    "mdpo-translator": DirectiveKind.COMMENT,
}
_WITH_TEXT = frozenset({DirectiveKind.COMMENT, DirectiveKind.CONTEXT})
_DIRECTIVE = re.compile(r"\s*(?P<name>[a-z0-9]+[:-][a-z-]+)(?:\s*:|(?=\s)|\Z)(?P<text>.*)\Z", re.DOTALL)


def parse_directive(comment: str) -> Directive | None:
    """Return what `comment`, the text between `<!--` and `-->`, asks for; None when it is only a comment.

    A colon behind the name may stand or not; the text comes on one line. A comment or a context that says
    nothing asks for nothing.
    """
    match = _DIRECTIVE.match(comment)
    kind = _KINDS.get(match["name"]) if match else None
    if match is None or kind is None:
        return None
    text = " ".join(match["text"].split())
    return None if kind in _WITH_TEXT and not text else Directive(kind=kind, text=text)
