"""Whether two spellings are one name: "Joelia Sjipenko", "Yulia Shipenko" and "Юлия Шипенко" are.

Words are compared by what they may sound like (`phonetic_lattice`, `phonetic_distance`), never as strings; the words
of two names are paired, and what the pairs cost becomes a score by a logistic function whose coefficients are data
(`phonetics/calibration.toml`, fitted by `tools/calibrate_similarity`).
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from l10n.names.similarity.name_parts import Name, Word, name_of
from l10n.names.similarity.phonetic_distance import CAP, distance, starts_with
from l10n.names.similarity.phonetic_lattice import open_rules, sounds

SAME = 0.5
# an initial further than this from the word it should stand for is another initial
_OTHER_INITIAL = 60
_TURNED = 10
# words this near in the order given need no other pairing
_CLEAR = 40
_CERTAIN = 0.999
# no other way to compare two names is tried above this
_SURE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Whether two spellings are one name: `score` from 0 (two names) to 1 (one), and why."""

    score: float
    because: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Return whether the score is SAME or more."""
        return self.score >= SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """One word of each name that may be the same word, and what that costs in hundredths of a consonant."""

    one: Word
    other: Word
    cost: int
    how: str = "sound"

    @property
    def length(self) -> float:
        """Return how many sounds the two words have, on average; 1 for an initial."""
        if self.how == "initial":
            return 1.0
        return (self.one.length + self.other.length) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two names word by word: the pairs, the words that only one of them has, whether the order differs."""

    pairings: tuple[Pairing, ...]
    middle: tuple[Word, ...] = ()
    unmatched: tuple[Word, ...] = ()
    turned: bool = False

    def features(self) -> dict[str, float]:
        """Return what the score is made of, by the names used in `phonetics/calibration.toml`."""
        total = length = worst = farthest = 0.0
        for pairing in self.pairings:
            total += pairing.cost
            length += pairing.length
            worst = max(worst, pairing.cost / pairing.length)
            farthest = max(farthest, pairing.cost)
        return {
            "mean": total / length / 100,
            "worst": worst / 100,
            "farthest": farthest / 100,
            "middle": len(self.middle),
            "unmatched": len(self.unmatched),
            "initials": sum(pairing.how == "initial" for pairing in self.pairings),
            "initials_only": all(pairing.how == "initial" for pairing in self.pairings),
            "turned": self.turned,
            "equivalents": sum(pairing.how == "equivalent" for pairing in self.pairings),
        }


def same_name(one: str, other: str) -> Match:
    """Return whether `one` and `other` are spellings of one name, in any of the scripts and languages known.

    Full names, surnames, given names, initials, a patronymic in one of the two only, words in another order, places.
    A name is the same as itself; the order of the two, letter case and Unicode normalisation do not matter.
    Texts without a letter or digit are the same only when they are alike.
    """
    first, second = name_of(one), name_of(other)
    if first.key == second.key:
        return Match(score=1.0, because=("spelled alike",))
    if not first.words or not second.words:
        return Match(score=0.0, because=("nothing to compare",))
    if _order(second) < _order(first):
        first, second = second, first
    best, found = -1.0, None
    for comparison in comparisons(first, second):
        score = _score(comparison)
        if score > best:
            best, found = score, comparison
        if best > _SURE:
            break
    return Match(score=best, because=tuple(_reasons(found)) if found else ())


def comparisons(one: Name, other: Name) -> Iterator[Comparison]:
    """Yield each way to compare two names, `one` having no more words than `other`."""
    yield _compare_words(one.words, other.words)
    for stem in one.stems:
        yield _compare_words((stem,), other.words)
    for stem in other.stems:
        yield _compare_words((stem,), one.words)
    if one.places & other.places:
        whole = Pairing(one=one.joined, other=other.joined, cost=sounds().equivalent, how="equivalent")
        yield Comparison(pairings=(whole,))
    elif len(one.words) != len(other.words):
        cost = distance(one.joined.text, other.joined.text)
        yield Comparison(pairings=(Pairing(one=one.joined, other=other.joined, cost=cost),))


def _order(name: Name) -> tuple[int, str]:
    return len(name.words), name.key


def _compare_words(few: Sequence[Word], many: Sequence[Word]) -> Comparison:
    """Return the cheapest pairing of all words of `few` with words of `many`."""
    straight = tuple(range(len(few)))
    if len(few) == len(many):
        paired = tuple(_pair(one, other) for one, other in zip(few, many, strict=True))
        if all(pairing.cost <= _CLEAR for pairing in paired):  # the rest of the table could only cost more
            return Comparison(pairings=paired)
    table = [[_pair(one, other) for other in many] for one in few]
    best, lowest = straight, math.inf
    for order in permutations(range(len(many)), len(few)):
        cost, before = 0, -1
        for row, place in zip(table, order, strict=True):
            cost += row[place].cost + (_TURNED if place < before else 0)
            before = place
        # of two that cost the same, the one that leaves out a word in the middle: Филип Димитров Димитров
        if cost <= lowest:
            best, lowest = order, cost
    left = [place for place in range(len(many)) if place not in best]
    last = len(many) - 1
    middle = [
        p for p in left if many[p].patronymic or (len(few) > 1 and (0 < p < last or many[p].hyphenated))
    ]
    return Comparison(
        pairings=tuple(row[place] for row, place in zip(table, best, strict=True)),
        middle=tuple(many[place] for place in middle),
        unmatched=tuple(many[place] for place in left if place not in middle),
        turned=tuple(sorted(best)) != best,
    )


def _pair(one: Word, other: Word) -> Pairing:
    if one.initial is not other.initial:
        short, long = (one, other) if one.initial else (other, one)
        cost = starts_with(short.text, long.text)
        return Pairing(one=one, other=other, cost=cost if cost <= _OTHER_INITIAL else CAP, how="initial")
    cost = distance(one.text, other.text)
    if cost > sounds().equivalent and one.groups & other.groups:
        return Pairing(one=one, other=other, cost=sounds().equivalent, how="equivalent")
    return Pairing(one=one, other=other, cost=cost)


@cache
def _coefficients() -> tuple[float, Mapping[str, float]]:
    rules = open_rules("calibration")
    merged: dict[str, float] = {}
    for part in ("fitted", "set"):
        coefficients = rules[part]
        assert isinstance(coefficients, dict)  # noqa: S101 - our own package data
        merged |= coefficients
    return merged.pop("bias"), merged


def _score(comparison: Comparison) -> float:
    bias, coefficients = _coefficients()
    features = comparison.features()
    evidence = bias + sum(weight * features[key] for key, weight in coefficients.items())
    # what is not spelled alike is never quite certain
    return min(_CERTAIN, 1 / (1 + math.exp(-max(-50.0, min(50.0, evidence)))))


def _reasons(comparison: Comparison) -> Iterator[str]:
    for pairing in comparison.pairings:
        words = f"{pairing.one.text} / {pairing.other.text}"
        if pairing.how == "sound":
            yield f"{words}: {pairing.cost / 100:.2f} sounds apart"
        elif pairing.how == "initial":
            yield f"{words}: {'an' if pairing.cost < CAP else 'another'} initial"
        else:
            yield f"{words}: forms of one name"
    for word in comparison.middle:
        yield f"{word.text}: a patronymic or middle name in one only"
    for word in comparison.unmatched:
        yield f"{word.text}: in one only"
    if comparison.turned:
        yield "words in another order"
