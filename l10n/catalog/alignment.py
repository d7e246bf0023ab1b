"""The cheapest way through two sequences of texts that translate each other: which answers which.

William Gale and Kenneth Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics
19 (1993): translations are as long as their originals say; beside that, texts of one kind answer each other, and
so do texts with the same numbers, names and addresses.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_VARIANCE = 6.8  # of the length of a translation, per character of its source (Gale and Church)
_OTHER_KIND = 4.0  # cost of a heading that answers a paragraph
_ALONE = 6.5  # cost of a text without counterpart
_JOINED = 5.5  # cost of two texts that answer one
_ANCHOR = 2.5  # gain of a number, name or address both have, and cost of one that only one of them has
_MOST_ANCHORS = (
    4  # anchors that count for a text: a table of figures is no stronger evidence than a paragraph
)
_LONGEST = 25.0  # cost of lengths that cannot be translations of each other
_DOUBTFUL = 4.0  # cost of a bead that is as likely wrong as right
_BAND = 60  # how far the two may have drifted apart, in texts
# how many texts on the one side, how many on the other, and what that costs beforehand
_BEADS = ((1, 1, 0.0), (1, 0, _ALONE), (0, 1, _ALONE), (2, 1, _JOINED), (1, 2, _JOINED))


@dataclass(frozen=True, slots=True)
class Measured:
    """What of a text is compared: its length, its kind, and what a translation leaves as it is."""

    length: int
    kind: str = ""
    anchors: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: "Measured") -> "Measured":
        """Return what two texts are together."""
        return Measured(self.length + other.length, self.kind, self.anchors + other.anchors)


@dataclass(frozen=True, slots=True)
class Bead:
    """`ours[first:last]` answered by `theirs[other_first:other_last]`; `confidence` from 0 to 1."""

    first: int
    last: int
    other_first: int
    other_last: int
    confidence: float


def beads(ours: Sequence[Measured], theirs: Sequence[Measured]) -> tuple[Bead, ...]:
    """Return which texts answer which, in order; a text without counterpart is in none.

    Every text is in one bead at most, two texts at most are on one side, and no bead crosses another.
    """
    ratio = _ratio(ours, theirs)
    if straight := _straight(ours, theirs, ratio):
        return straight
    return tuple(_backwards(_Table(ours, theirs, ratio)))[::-1]


class _Table:
    """Which bead comes cheapest to each place (row, column): behind so many of ours and so many of theirs.

    A place takes a byte, and what it costs to come there is forgotten two rows further on: a book has ten thousand
    sentences, and a hundred places for each.
    """

    def __init__(self, ours: Sequence[Measured], theirs: Sequence[Measured], ratio: float) -> None:
        self._ours, self._theirs, self._ratio = ours, theirs, ratio
        self.size = len(ours), len(theirs)
        self._slope = len(theirs) / len(ours) if ours else 1.0
        # by row, from the first column of its band on: 1 + the place in `_BEADS`
        self._beads: list[bytearray] = []
        self._fill()

    def bead(self, row: int, column: int) -> tuple[int, int, float] | None:
        """Return how many of ours and of theirs the bead has that ends at a place, and its cost; None at the start."""
        place = column - self._band(row)[0]
        bead = self._beads[row][place] if 0 <= place < len(self._beads[row]) else 0
        if not bead:
            return None
        size, others, price = _BEADS[bead - 1]
        return size, others, self._cost(row - size, column - others, size, others, price)

    def _band(self, row: int) -> tuple[int, int]:
        middle = int(row * self._slope)
        return max(0, middle - _BAND), min(self.size[1], middle + _BAND)

    def _cost(self, row: int, column: int, size: int, others: int, price: float) -> float:
        if not (size and others):
            return price
        one, other = _sum(self._ours[row : row + size]), _sum(self._theirs[column : column + others])
        return price + _cost(one, other, self._ratio)

    def _fill(self) -> None:
        height, width = self.size
        bands = [self._band(row) for row in range(height + 1)]
        self._beads = [bytearray(last - first + 1) for first, last in bands]
        costs = {row: _unreached(bands[row]) for row in range(min(2, height + 1))}
        costs[0][0] = 0.0
        for row, (first, last) in enumerate(bands):
            if row + 2 <= height:
                costs[row + 2] = _unreached(bands[row + 2])
            here = costs[row]
            for column in range(first, last + 1):
                known = here[column - first]
                if known == math.inf:
                    continue
                for bead, (size, others, price) in enumerate(_BEADS, 1):
                    after, behind = row + size, column + others
                    if after > height or behind > width:
                        continue
                    place = behind - bands[after][0]
                    if not 0 <= place < len(costs[after]):
                        continue
                    cost = known + self._cost(row, column, size, others, price)
                    if cost < costs[after][place]:
                        costs[after][place] = cost
                        self._beads[after][place] = bead
            del costs[row]


def _unreached(band: tuple[int, int]) -> "array[float]":
    return array("d", (math.inf,)) * (band[1] - band[0] + 1)


def _straight(ours: Sequence[Measured], theirs: Sequence[Measured], ratio: float) -> tuple[Bead, ...]:
    """Return each text with the one in its place where no other way can cost less; () where one might.

    With the same anchors and kinds, another way gains no more from them, and has two beads at least that cost `_JOINED`
    or `_ALONE` beforehand.
    """
    if len(ours) != len(theirs):
        return ()
    if any(
        one.kind != other.kind or one.anchors != other.anchors
        for one, other in zip(ours, theirs, strict=True)
    ):
        return ()
    costs = [_length_cost(one.length, other.length, ratio) for one, other in zip(ours, theirs, strict=True)]
    if sum(costs) > 2 * min(_JOINED, _ALONE):
        return ()
    gains = (_ANCHOR * min(_MOST_ANCHORS, one.anchors.total()) if one.anchors else 0.0 for one in ours)
    return tuple(
        Bead(place, place + 1, place, place + 1, _confidence(cost - gain))
        for place, (cost, gain) in enumerate(zip(costs, gains, strict=True))
    )


def _backwards(table: _Table) -> Iterator[Bead]:
    row, column = table.size
    while (step := table.bead(row, column)) is not None:
        size, others, cost = step
        row, column = row - size, column - others
        if size and others:
            yield Bead(row, row + size, column, column + others, _confidence(cost))


def _confidence(cost: float) -> float:
    return 1 / (1 + math.exp(min(cost, 2 * _LONGEST) - _DOUBTFUL))


def _ratio(ours: Sequence[Measured], theirs: Sequence[Measured]) -> float:
    """Return how long a translation is for each character of its source, here."""
    ratio = sum(text.length for text in theirs) / max(1, sum(text.length for text in ours))
    return min(2.0, max(0.5, ratio))  # much more, or less, says that parts are missing


def _sum(texts: Sequence[Measured]) -> Measured:
    return texts[0] if len(texts) == 1 else texts[0] + texts[1]


def _cost(one: Measured, other: Measured, ratio: float) -> float:
    """Return what it costs to take `other` for the translation of `one`."""
    cost = _length_cost(one.length, other.length, ratio)
    if one.kind != other.kind:
        cost += _OTHER_KIND
    shared = min(_MOST_ANCHORS, (one.anchors & other.anchors).total())
    odd = min(_MOST_ANCHORS, ((one.anchors - other.anchors) + (other.anchors - one.anchors)).total())
    return cost + _ANCHOR * (odd - shared)


def _length_cost(one: int, other: int, ratio: float) -> float:
    delta = (other - one * ratio) / math.sqrt(max(1, one) * _VARIANCE)
    return min(_LONGEST, delta * delta / 2)
