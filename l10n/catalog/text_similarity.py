"""Which old text a changed text comes from: candidates by shared pairs of words, then a measured similarity.

Comparing each new text with each old one is quadratic (`msgmerge` needs minutes for 3,000 messages). An index
of pairs of words gives the few old texts worth comparing, and rapidfuzz measures those.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from math import log1p

LEAST_SIMILARITY = 0.6
_LENT = 0.08  # how much more similar a text that is still there has to be
_ALL_PAIRS = 10_000  # so few pairs are compared without an index
_FEW_WORDS = 12  # in so short a text a changed word leaves few pairs
_MOST_CANDIDATES = 10
_MOST_LOOKED_AT = 1_000  # old texts for one new text, some more than once
_COMMONEST = 400  # a mark in more old texts than this says little about where a text comes from
_LONG = 20_000  # letters; longer texts are compared as bags of words, in linear time
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A new text and the old text it is like, by their indexes; sorted, the best pairs come first.

    `dissimilarity` is 0 for the same text, and 1 for texts with nothing in common.
    """

    dissimilarity: float
    new: int
    old: int


def best_pairs(new: Sequence[str], old: Sequence[str], lenders: Sequence[str] = ()) -> list[Pair]:
    """Return pairs in which each new and each old text occurs at most once, the most similar texts first.

    `lenders` are old texts that stay what they are: any number of new ones may be like one of them (their indexes
    follow those of `old`), but it takes more similarity than with a text that is free. Only pairs with a similarity of
    at least 0.6 are returned. Of equal pairs the earlier texts win.
    """
    chosen: list[Pair] = []
    used_new: set[int] = set()
    used_old: set[int] = set()
    found = _measured(new, [*old, *lenders]) if new else ()
    free = len(old)
    for pair in sorted(pair if pair.old < free else _lent(pair) for pair in found):
        if pair.dissimilarity > 1 - LEAST_SIMILARITY:
            break
        if pair.new not in used_new and pair.old not in used_old:
            chosen.append(pair)
            used_new.add(pair.new)
            if pair.old < free:
                used_old.add(pair.old)
    return chosen


def _lent(pair: Pair) -> Pair:
    return Pair(pair.dissimilarity + _LENT, pair.new, pair.old)


def similarity(one: str, other: str) -> float:
    """Return how similar two texts are, from 0 to 1; less than 0.6 is 0."""
    from rapidfuzz.fuzz import ratio  # a C extension: not for `l10n --help`

    if max(len(one), len(other)) > _LONG:
        return _shared_words(one, other)
    return ratio(one, other, score_cutoff=LEAST_SIMILARITY * 100) / 100


def closest(text: str, texts: Sequence[str], *, most: int) -> list[int]:
    """Return the indexes of at most `most` of the texts that are like `text`, the most similar first."""
    return [pair.old for pair in sorted(_measured([text], texts))[:most]]


def _measured(new: Sequence[str], old: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs that are similar enough."""
    few = len(new) * len(old) <= _ALL_PAIRS
    every = range(len(old))
    candidates: Iterable[tuple[int, Iterable[int]]]
    candidates = ((index, every) for index in range(len(new))) if few else _index(new, old)
    for index, found in candidates:
        text = new[index]
        for place in found:
            measured = similarity(text, old[place])
            if measured >= LEAST_SIMILARITY:
                yield Pair(1 - measured, index, place)


def _shared_words(one: str, other: str) -> float:
    """Return the share of words that two texts have in common, whatever their order."""
    words, others = Counter(_WORD.findall(one)), Counter(_WORD.findall(other))
    total = words.total() + others.total()
    return 2 * (words & others).total() / total if total else float(one == other)


def _marks(text: str) -> set[str]:
    """Return what a text is found by: its pairs of words; of a short text words and triples of letters as well."""
    folded = text.casefold()
    words = _WORD.findall(folded)
    marks = set(map(" ".join, pairwise(words)))
    if len(words) < _FEW_WORDS:
        marks.update(words)
    if len(words) < 4:
        short = folded[:60]
        marks.update(short[place : place + 3] for place in range(max(1, len(short) - 2)))
    return marks


def _index(new: Sequence[str], old: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """Yield the index of each new text with the old texts that share most rare marks with it, the best first."""
    marks = [_marks(text) for text in new]
    places: dict[str, list[int]] = {mark: [] for found in marks for mark in found}
    for index, text in enumerate(old):
        for mark in _marks(text) & places.keys():
            places[mark].append(index)
    for index, found in enumerate(marks):
        known = sorted((len(places[mark]), mark) for mark in found if places[mark])
        weights: defaultdict[int, float] = defaultdict(float)
        looked_at = 0
        for frequency, mark in known:
            looked_at += frequency
            if weights and looked_at > _MOST_LOOKED_AT:
                break
            weight = log1p(len(old) / frequency)
            for place in places[mark][:_COMMONEST]:
                weights[place] += weight
        yield index, nsmallest(_MOST_CANDIDATES, weights, key=lambda place: (-weights[place], place))
