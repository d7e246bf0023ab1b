"""Which text of a translated document is the translation of which text of its source.

The two are laid side by side by the cheapest way through both: texts of one kind, of the length that is to be
expected (Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19,
1993), with the same numbers, names and addresses. Where a text was split, joined, left out or added, what stands
around it still finds its own.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.model import Segment
from l10n.names.consistency import names_in
from l10n.names.lexicon import Lexicon

SURE = 0.9  # the confidence from which a pair needs nobody to look at it
_VARIANCE = 6.8  # of the length of a translation, per character of its source (Gale and Church)
_OTHER_KIND = 4.0  # cost of a heading that answers a paragraph
_ALONE = 6.5  # cost of a text without counterpart
_JOINED = 5.5  # cost of two texts that answer one
_ANCHOR = 2.5  # gain of a number, name or address both have, and cost of one that only one of them has
_MOST_ANCHORS = (
    4  # anchors that count for a text: a table of figures is no stronger evidence than a paragraph
)
_LONGEST = 25.0  # cost of lengths that cannot be translations of each other
_BAND = 60  # how far the two may have drifted apart, in texts
_ANCHOR_TEXT = re.compile(r"\d+|https?://[^\s)>\"]+|[\w.+-]+@[\w-]+\.[\w.]+|`[^`]+`|\]\([^)]+\)")
# a bead of the alignment: how many texts of the source, how many of the translation, what that costs beforehand
_BEADS = ((1, 1, 0.0), (1, 0, _ALONE), (0, 1, _ALONE), (2, 1, _JOINED), (1, 2, _JOINED))


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


@dataclass(frozen=True, slots=True)
class _Measured:
    """What of a text is compared."""

    length: int
    kind: str
    anchors: Counter[str]

    def __add__(self, other: "_Measured") -> "_Measured":
        return _Measured(self.length + other.length, self.kind, self.anchors + other.anchors)


def align(source: Side, target: Side, lexicon: Lexicon) -> tuple[Pair, ...]:
    """Return the pairs of texts of two documents, in order; a text without counterpart is in none.

    Every text is in one pair at most, and no pair crosses another.
    """
    ours = [_measured(segment, source.locale, lexicon) for segment in source.segments]
    theirs = [_measured(segment, target.locale, lexicon) for segment in target.segments]
    ratio = _ratio(ours, theirs)
    pairs = []
    for (first, size), (other, others), cost in _path(ours, theirs, ratio):
        if size and others:
            pairs.append(
                Pair(
                    source=source.segments[first : first + size],
                    target=target.segments[other : other + others],
                    confidence=1 / (1 + math.exp(cost - 4.0)),
                )
            )
    return tuple(pairs)


def _measured(segment: Segment, locale: str, lexicon: Lexicon) -> _Measured:
    anchors = Counter(_ANCHOR_TEXT.findall(segment.msgid))
    anchors.update(names_in(segment.msgid, lexicon, locale))
    return _Measured(max(1, len(segment.msgid)), str(segment.kind), anchors)


def _ratio(ours: Sequence[_Measured], theirs: Sequence[_Measured]) -> float:
    """Return how long a translation is for each character of its source, for documents like these two."""
    ratio = sum(text.length for text in theirs) / max(1, sum(text.length for text in ours))
    return min(2.0, max(0.5, ratio))  # much more, or less, says that parts are missing


_Step = tuple[tuple[int, int], tuple[int, int], float]


def _path(ours: Sequence[_Measured], theirs: Sequence[_Measured], ratio: float) -> list[_Step]:
    """Return the beads of the cheapest way, each with where it begins and how many texts it takes on both sides."""
    width, height = len(theirs), len(ours)
    slope = width / height if height else 1.0
    best: dict[tuple[int, int], tuple[float, tuple[int, int, float] | None]] = {(0, 0): (0.0, None)}
    for row in range(height + 1):
        middle = int(row * slope)
        for column in range(max(0, middle - _BAND), min(width, middle + _BAND) + 1):
            known = best.get((row, column))
            if known is None:
                continue
            for size, others, price in _BEADS:
                if row + size > height or column + others > width:
                    continue
                cost = price
                if size and others:
                    cost += _cost(_sum(ours[row : row + size]), _sum(theirs[column : column + others]), ratio)
                place = (row + size, column + others)
                if place not in best or known[0] + cost < best[place][0]:
                    best[place] = (known[0] + cost, (size, others, cost))
    return _backwards(best, (height, width))


def _backwards(
    best: dict[tuple[int, int], tuple[float, tuple[int, int, float] | None]], end: tuple[int, int]
) -> list[_Step]:
    steps: list[_Step] = []
    place = end
    while place in best and (step := best[place][1]) is not None:
        size, others, cost = step
        place = (place[0] - size, place[1] - others)
        steps.append(((place[0], size), (place[1], others), cost))
    return steps[::-1]


def _sum(texts: Sequence[_Measured]) -> _Measured:
    return texts[0] if len(texts) == 1 else texts[0] + texts[1]


def _cost(one: _Measured, other: _Measured, ratio: float) -> float:
    """Return what it costs to take `other` for the translation of `one`."""
    delta = (other.length - one.length * ratio) / math.sqrt(one.length * _VARIANCE)
    cost = min(_LONGEST, delta * delta / 2)
    if one.kind != other.kind:
        cost += _OTHER_KIND
    shared = min(_MOST_ANCHORS, (one.anchors & other.anchors).total())
    odd = min(_MOST_ANCHORS, ((one.anchors - other.anchors) + (other.anchors - one.anchors)).total())
    return cost + _ANCHOR * (odd - shared)
