"""From names to tables: the model of mixed names, the letters of Russian names, and the channel of each locale."""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from l10n.names.onomasticon.automaton import Automaton
from l10n.names.onomasticon.builder.aligning import Pair, align_all, learn_alignment
from l10n.names.onomasticon.builder.ngrams import build_automaton
from l10n.names.onomasticon.store import ALPHABET

_LEARN_FROM = 8_000  # spellings that are enough to learn an alignment
_CHANNEL_FROM = 8_000
_NOISE = -5.6  # log weight per letter below which two spellings are not of one name
_MIXED_LEAST = (0, 0, 1, 1, 2, 2)
_RUSSIAN_LEAST = (0, 0, 1, 2, 3, 4)
_RARE_PAIR = 5


def train_mixed(spellings: Sequence[Pair], seed: int) -> tuple[Automaton, list[Pair]]:
    """Return the model of grapheme pairs of names of every origin, and the pairs; symbol n is pair n - 1."""
    sample = random.Random(seed).sample(spellings, min(_LEARN_FROM, len(spellings)))  # noqa: S311
    aligned = align_all(spellings, learn_alignment(sample, rounds=5), worst=_NOISE)
    counts = Counter(pair for pairs in aligned.values() for pair in pairs)
    pairs = sorted(
        (pair for pair, count in counts.items() if count >= _RARE_PAIR), key=lambda p: (-counts[p], p)
    )
    number = {pair: index + 1 for index, pair in enumerate(pairs)}
    sequences = [
        ([number[pair] for pair in word], 1.0)
        for word in aligned.values()
        if all(pair in number for pair in word)
    ]
    return (
        build_automaton(sequences, symbols=len(pairs) + 1, order=len(_MIXED_LEAST) - 1, least=_MIXED_LEAST),
        pairs,
    )


def train_letters(names: Mapping[str, float]) -> Automaton:
    """Return the model of the letters of Russian names, each with its weight; symbol n is ALPHABET[n - 1]."""
    sequences = [([ALPHABET.index(letter) + 1 for letter in name], weight) for name, weight in names.items()]
    order = len(_RUSSIAN_LEAST) - 1
    return build_automaton(sequences, symbols=len(ALPHABET) + 1, order=order, least=_RUSSIAN_LEAST)


def count_graphemes(names: Sequence[str], write: Callable[[str], str], seed: int) -> dict[Pair, float]:
    """Return how often each grapheme pair occurs in some of these names, as `write` writes them."""
    chosen = random.Random(seed).sample(names, min(_CHANNEL_FROM, len(names)))  # noqa: S311
    spellings = sorted({(write(name), name) for name in chosen})
    random.Random(seed).shuffle(spellings)  # noqa: S311
    known = learn_alignment(spellings[: _CHANNEL_FROM // 4], rounds=4)
    counts: dict[Pair, float] = defaultdict(float)
    for pairs in align_all(spellings, known, worst=_NOISE).values():
        for pair in pairs:
            counts[pair] += 1
    return counts


def mix_channel(house: Mapping[Pair, float], met: Sequence[Mapping[Pair, float]]) -> dict[Pair, float]:
    """Return the cost of each grapheme pair: the negative logarithm of P(Latin | Cyrillic).

    The house style counts eight times what else is met.
    """
    counts: dict[Pair, float] = defaultdict(float)
    for weight, table in ((8.0, house), *((1.0, table) for table in met)):
        for pair, count in table.items():
            counts[pair] += weight * count
    totals: dict[str, float] = defaultdict(float)
    for (_, cyrillic), count in counts.items():
        totals[cyrillic] += count
    return {
        pair: -math.log(count / totals[pair[1]])
        for pair, count in counts.items()
        if count >= 3.0 and count / totals[pair[1]] > 0.001
    }
