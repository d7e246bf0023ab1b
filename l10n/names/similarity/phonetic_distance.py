"""How far apart two words sound: the cheapest alignment of their lattices."""

from functools import lru_cache

from l10n.names.similarity.phonetic_lattice import FAR, LONGEST_WORD, Lattice, lattice_of, sounds

# words further apart than this are simply different; no need to know how far
CAP = 200
_LETTER = 150


@lru_cache(maxsize=20_000)
def _ordered(one: str, other: str) -> int:
    if one == other:
        return 0
    first, second = lattice_of(one), lattice_of(other)
    if first is None or second is None:
        return _by_letters(one, other) if first is second else CAP
    cost = CAP if _hopeless(first.sounds, second.sounds) else align(first, second)
    if one[LONGEST_WORD:] != other[LONGEST_WORD:]:
        cost += CAP
    return min(cost, CAP)


def distance(one: str, other: str) -> int:
    """Return how far two folded words sound apart, in hundredths of a consonant, CAP at most. Symmetric."""
    # a hostile word is compared, not remembered
    compare = _ordered if len(one) + len(other) <= 2 * LONGEST_WORD else _ordered.__wrapped__
    return compare(one, other) if one <= other else compare(other, one)


def starts_with(initial: str, word: str) -> int:
    """Return how far the folded `initial` is from the beginning of the folded `word`, CAP at most."""
    return _beginning(initial, word[:LONGEST_WORD])


@lru_cache(maxsize=5_000)
def _beginning(initial: str, word: str) -> int:
    first, second = lattice_of(initial), lattice_of(word)
    if first is None or second is None:
        return 0 if word.startswith(initial) else CAP
    return min(align(first, second, beginning=True), CAP)


def forget_pairs() -> None:
    """Forget every distance computed so far: for benchmarks."""
    _ordered.cache_clear()
    _beginning.cache_clear()


def align(one: Lattice, other: Lattice, *, beginning: bool = False) -> int:
    """Return the cost of the cheapest alignment, FAR when it is more than CAP.

    With `beginning`, of the whole of `one` with any beginning of `other`.
    """
    rules = sounds()
    between, extra = rules.between, rules.extra
    width = len(other.arcs)
    costs = [[FAR] * width for _ in one.arcs]
    costs[0][0] = 0
    # the innermost loop of matching: comparing is twice as fast as min()
    for node, leaving in enumerate(one.arcs):
        row = costs[node]
        steps = [(costs[target], between[sound], extra[sound], cost) for target, sound, cost in leaving]
        for place, onward in enumerate(other.arcs):
            so_far = row[place]
            if so_far > CAP:
                continue
            for target, sound, cost in onward:
                alone = so_far + cost + extra[sound]
                if alone < row[target]:  # noqa: PLR1730
                    row[target] = alone
                base = so_far + cost
                for below, near, _, step in steps:
                    both = base + step + near[sound]
                    if both < below[target]:  # noqa: PLR1730
                        below[target] = both
            for below, _, more, step in steps:
                alone = so_far + step + more
                if alone < below[place]:  # noqa: PLR1730
                    below[place] = alone
    return min(costs[-1]) if beginning else costs[-1][-1]


def _hopeless(one: str, other: str) -> bool:
    """Tell whether two cheapest readings are too far apart for any other reading to bring them near."""
    from rapidfuzz.distance import Levenshtein

    most = max(len(one), len(other))
    limit = max(3, most // 2)
    return most > limit and Levenshtein.distance(one, other, score_cutoff=limit) > limit


def _by_letters(one: str, other: str) -> int:
    """Return a distance for scripts without rules: by letters."""
    from rapidfuzz.distance import Levenshtein

    return min(CAP, _LETTER * Levenshtein.distance(one, other, score_cutoff=CAP // _LETTER + 1))
