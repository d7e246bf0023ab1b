"""Which letters of one alphabet stand for which of the other, learned from pairs by expectation maximisation.

A *graphone* is a run of one to four letters beside a run of up to four that is written for it, one of the two being
at most one letter long; the empty run is a silent letter. The first alphabet is mostly the Latin one.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

Pair = tuple[str, str]
Counts = dict[Pair, float]
Shape = tuple[int, int, float]

# (letters read, letters written) and the power its probability is raised to: a long run may not win merely by
# being one factor instead of several, nor a silent letter by being cheap
SHAPES: tuple[Shape, ...] = (
    *((1, 0, 2.2), (1, 1, 1.0), (1, 2, 1.4), (1, 3, 1.8)),
    *((2, 1, 1.4), (3, 1, 1.8), (4, 1, 2.2)),
)
# the same from Cyrillic to Latin: a letter may be written with four
BACK_SHAPES: tuple[Shape, ...] = (
    *((1, 0, 2.2), (1, 1, 1.0), (1, 2, 1.4), (1, 3, 1.8), (1, 4, 2.2)),
    *((2, 1, 1.4), (3, 1, 1.8)),
)
_FLOOR = 1e-9


def learn_alignment(spellings: Sequence[Pair], *, rounds: int, shapes: Sequence[Shape] = SHAPES) -> Counts:
    """Return how probable each grapheme pair is (they sum to 1), after `rounds` of expectation maximisation."""
    probability: Counts = {}
    for _ in range(rounds):
        counts: Counts = defaultdict(float)
        for latin, cyrillic in spellings:
            _count(latin, cyrillic, probability, counts, shapes)
        total = sum(counts.values())
        probability = {pair: count / total for pair, count in counts.items() if count / total > _FLOOR}
    return probability


def _weights(
    latin: str, cyrillic: str, probability: Counts, shapes: Sequence[Shape]
) -> list[tuple[int, int, int, int, float]]:
    """Return every step (from i, j to k, l) of the lattice with its weight, in an order that can be walked."""
    steps = []
    width, height = len(latin), len(cyrillic)
    for i in range(width):
        for j in range(height + 1):
            for across, down, power in shapes:
                k, end = i + across, j + down
                if k > width or end > height:
                    continue
                if probability:
                    known = probability.get((latin[i:k], cyrillic[j:end]), 0.0)
                else:
                    known = 0.1 if across == down == 1 else 0.01
                if known:
                    steps.append((i, j, k, end, known**power))
    return steps


def _count(latin: str, cyrillic: str, probability: Counts, counts: Counts, shapes: Sequence[Shape]) -> None:
    steps = _weights(latin, cyrillic, probability, shapes)
    forward: dict[tuple[int, int], float] = defaultdict(float)
    backward: dict[tuple[int, int], float] = defaultdict(float)
    last = (len(latin), len(cyrillic))
    forward[0, 0] = backward[last] = 1.0
    for i, j, k, end, weight in steps:
        if forward[i, j]:
            forward[k, end] += forward[i, j] * weight
    total = forward[last]
    if not total:
        return
    for i, j, k, end, weight in reversed(steps):
        onward = backward[k, end] * weight
        if onward:
            backward[i, j] += onward
            counts[latin[i:k], cyrillic[j:end]] += forward[i, j] * onward / total


def align(
    latin: str, cyrillic: str, probability: Counts, shapes: Sequence[Shape] = SHAPES
) -> tuple[float, list[Pair]]:
    """Return the best alignment as grapheme pairs, with its log weight per letter; no pairs when there is none."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i, j, k, end, weight in _weights(latin, cyrillic, probability, shapes):
        if (i, j) not in best:
            continue
        score = best[i, j][0] + math.log(weight)
        if (k, end) not in best or score > best[k, end][0]:
            best[k, end] = (score, (i, j))
    place = (len(latin), len(cyrillic))
    if place not in best:
        return -math.inf, []
    score = best[place][0]
    pairs: list[Pair] = []
    while place != (0, 0):
        origin = best[place][1]
        pairs.append((latin[origin[0] : place[0]], cyrillic[origin[1] : place[1]]))
        place = origin
    return score / max(len(latin), len(cyrillic)), pairs[::-1]


def align_all(
    spellings: Iterable[Pair], probability: Counts, *, worst: float, shapes: Sequence[Shape] = SHAPES
) -> dict[Pair, list[Pair]]:
    """Return the alignments of those pairs whose log weight per letter is at least `worst`: the rest is noise."""
    aligned = {}
    for latin, cyrillic in spellings:
        score, pairs = align(latin, cyrillic, probability, shapes)
        if score >= worst:
            aligned[latin, cyrillic] = pairs
    return aligned
