"""Which old text a changed text comes from: candidates by shared words, then a measured likeness.

Comparing each new text with each old one is quadratic (`msgmerge` needs minutes for 3,000 messages). An index
of words gives the few old texts worth comparing, and rapidfuzz measures those.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log1p

LEAST_LIKENESS = 0.6
_ALL_PAIRS = 10_000  # so few pairs are compared without an index
_RAREST_WORDS = 20
_MOST_CANDIDATES = 16
_COMMONEST = 400  # a word in more old texts than this says little about where a text comes from
_LONG = 20_000  # letters; longer texts are compared as bags of words, in linear time
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A new text and the old text it is like, by their indexes; sorted, the best pairs come first.

    `unlikeness` is 0 for the same text, and 1 for texts with nothing in common.
    """

    unlikeness: float
    new: int
    old: int


def best_pairs(new: Sequence[str], old: Sequence[str]) -> list[Pair]:
    """Return pairs in which each new and each old text occurs at most once, the most alike texts first.

    Only pairs with a likeness of at least 0.6 are returned. Of equal pairs the earlier texts win.
    """
    chosen: list[Pair] = []
    used_new: set[int] = set()
    used_old: set[int] = set()
    for pair in sorted(_measured(new, old)):
        if pair.new not in used_new and pair.old not in used_old:
            chosen.append(pair)
            used_new.add(pair.new)
            used_old.add(pair.old)
    return chosen


def closest(text: str, texts: Sequence[str], *, most: int) -> list[int]:
    """Return the indexes of at most `most` of the texts that are like `text`, the most alike first."""
    return [pair.old for pair in sorted(_measured([text], texts))[:most]]


def _measured(new: Sequence[str], old: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs that are alike enough."""
    from rapidfuzz.fuzz import ratio  # a C extension: not for `l10n --help`

    few = len(new) * len(old) <= _ALL_PAIRS
    candidates = (lambda _: range(len(old))) if few else _index(old)
    for index, text in enumerate(new):
        for place in candidates(text):
            if max(len(text), len(old[place])) > _LONG:
                likeness = _shared_words(text, old[place])
            else:
                likeness = ratio(text, old[place], score_cutoff=LEAST_LIKENESS * 100) / 100
            if likeness >= LEAST_LIKENESS:
                yield Pair(1 - likeness, index, place)


def _shared_words(one: str, other: str) -> float:
    """Return the share of words that two texts have in common, whatever their order."""
    words, others = Counter(_WORD.findall(one)), Counter(_WORD.findall(other))
    total = words.total() + others.total()
    return 2 * (words & others).total() / total if total else float(one == other)


def _marks(text: str) -> set[str]:
    """Return what a text is found by: its words; of a short text triples of letters too, for a changed word."""
    folded = text.casefold()
    words = set(_WORD.findall(folded))
    if len(words) < 4:
        short = folded[:60]
        words.update(short[place : place + 3] for place in range(max(1, len(short) - 2)))
    return words


def _index(texts: Sequence[str]) -> Callable[[str], Iterable[int]]:
    """Return a function that gives the indexes of the `texts` which share most rare words with a text."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        for mark in _marks(text):
            places[mark].append(index)

    def candidates(text: str) -> list[int]:
        known = sorted((len(places[mark]), mark) for mark in _marks(text) if mark in places)
        weights: defaultdict[int, float] = defaultdict(float)
        for frequency, mark in known[:_RAREST_WORDS]:
            for index in places[mark][:_COMMONEST]:
                weights[index] += log1p(len(texts) / frequency)
        best = sorted(weights, key=lambda index: (-weights[index], index))
        return best[:_MOST_CANDIDATES]

    return candidates
