"""Which text of a translated document is the translation of which text of its source.

The two are laid side by side (`catalog.alignment`): texts of one kind and of the length that is to be expected, with
the same numbers, names and addresses. Where a text was split, joined, left out or added, what stands around it still
finds its own.
"""

import re
from collections import Counter
from dataclasses import dataclass

from l10n.catalog.alignment import Measured, beads
from l10n.model import Segment
from l10n.names.lexicon import Lexicon
from l10n.names.registered_names import names_in

SURE = 0.9  # the confidence from which a pair needs nobody to look at it
_ANCHOR = re.compile(r"\d+|https?://[^\s)>\"]+|[\w.+-]+@[\w-]+\.[\w.]+|`[^`]+`|\]\([^)]+\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two documents: its texts, and the locale they are in."""

    segments: tuple[Segment, ...]
    locale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Texts of the source and the texts that translate them; `confidence` from 0 to 1."""

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    confidence: float

    @property
    def is_sure(self) -> bool:
        """Whether one text answers one text, and nobody has to look at it."""
        return len(self.source) == len(self.target) == 1 and self.confidence >= SURE


def align(source: Side, target: Side, lexicon: Lexicon) -> tuple[Pair, ...]:
    """Return the pairs of texts of two documents, in order; a text without counterpart is in none.

    Every text is in one pair at most, and no pair crosses another.
    """
    ours = [_measured(segment, source.locale, lexicon) for segment in source.segments]
    theirs = [_measured(segment, target.locale, lexicon) for segment in target.segments]
    return tuple(
        Pair(
            source=source.segments[bead.first : bead.last],
            target=target.segments[bead.other_first : bead.other_last],
            confidence=bead.confidence,
        )
        for bead in beads(ours, theirs)
    )


def _measured(segment: Segment, locale: str, lexicon: Lexicon) -> Measured:
    anchors = Counter(_ANCHOR.findall(segment.msgid))
    anchors.update(names_in(segment.msgid, lexicon, locale))
    return Measured(max(1, len(segment.msgid)), str(segment.kind), anchors)
