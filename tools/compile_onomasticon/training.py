"""From names to tables: the letters of Russian names, and the channel of each locale."""

import math
import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from l10n.names.transcription.onomasticon.automaton import Automaton
from l10n.names.transcription.onomasticon.store import ALPHABET
from tools.compile_onomasticon.ngrams import build_automaton
from tools.train_graphones.aligning import Pair, align_all, learn_alignment

_CHANNEL_FROM = 8_000
_NOISE = -5.6  # log weight per letter below which two spellings are not of one name
_RUSSIAN_LEAST = (0, 0, 1, 2, 3, 4)


def train_letters(names: Mapping[str, float]) -> Automaton:
    """Return the model of the letters of Russian names, each with its weight; symbol n is ALPHABET[n - 1]."""
    sequences = [([ALPHABET.index(letter) + 1 for letter in name], weight) for name, weight in names.items()]
    order = len(_RUSSIAN_LEAST) - 1
    return build_automaton(sequences, symbols=len(ALPHABET) + 1, order=order, least=_RUSSIAN_LEAST)


def count_graphemes(names: Sequence[str], write: Callable[[str], str], seed: int) -> dict[Pair, float]:
    """Return how often each grapheme pair occurs in some of these names, as `transcribe_native` writes them."""
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
