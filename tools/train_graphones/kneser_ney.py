"""A model of sequences by interpolated, modified Kneser–Ney smoothing, pruned, as an automaton.

After S. F. Chen and J. Goodman, An empirical study of smoothing techniques for language modeling (1999): shorter
runs count the symbols they were met behind, and runs met once, twice and more often have discounts of their own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from l10n.names.transcription.onomasticon.automaton import Automaton
from tools.compile_onomasticon.ngrams import Gram, Model, count_grams, pack_model

Counts = Mapping[Gram, float]
_LEAST_SHARE = 1e-5


def build_kneser_ney(
    sequences: Iterable[Sequence[int]], *, symbols: int, order: int, least: Sequence[int]
) -> Automaton:
    """Return the model of `sequences` over `symbols` symbols.

    Runs of n symbols met fewer than `least[n]` times are left out of the automaton; what they take from the
    probability of others is given back by the weight of backing off.
    """
    raw = count_grams(((sequence, 1.0) for sequence in sequences), order)
    levels: list[dict[Gram, float]] = [{} for _ in range(order + 1)]
    for gram, count in raw.items():
        levels[len(gram)][gram] = count
    for length in range(order - 1, 0, -1):
        levels[length] = _continuations(levels[length], levels[length + 1])
    probability: dict[Gram, float] = {}
    for counts in levels[1:]:
        _smooth(counts, probability, symbols)
    return pack_model(_prune(probability, raw, symbols, least))


def _continuations(counts: Counts, longer: Counts) -> dict[Gram, float]:
    """Return behind how many symbols each run was met; one that opens a word has nothing before it."""
    found: dict[Gram, float] = defaultdict(float)
    for gram in longer:
        found[gram[1:]] += 1
    found.update({gram: count for gram, count in counts.items() if gram[0] == 0 and len(gram) > 1})
    return dict(found)


def _discounts(counts: Counts) -> tuple[float, float, float]:
    met = Counter(min(int(count), 5) for count in counts.values())
    one, two, three, four = (met[number] or 1 for number in range(1, 5))
    share = one / (one + 2 * two)
    return (
        max(0.1, 1 - 2 * share * two / one),
        max(0.2, 2 - 3 * share * three / two),
        max(0.3, 3 - 4 * share * four / three),
    )


def _smooth(counts: Counts, probability: dict[Gram, float], symbols: int) -> None:
    """Add the probability of each run of one length; those of the runs one shorter are there already."""
    discounts = _discounts(counts)
    totals: dict[Gram, float] = defaultdict(float)
    left: dict[Gram, float] = defaultdict(float)
    for gram, count in counts.items():
        totals[gram[:-1]] += count
        left[gram[:-1]] += min(count, discounts[min(int(count), 3) - 1])
    for gram, count in counts.items():
        context = gram[:-1]
        lower = probability[gram[1:]] if context else 1 / symbols
        kept = count - min(count, discounts[min(int(count), 3) - 1])
        probability[gram] = (kept + left[context] * lower) / totals[context]


def _prune(probability: Mapping[Gram, float], raw: Counts, symbols: int, least: Sequence[int]) -> Model:
    kept = {gram for gram in probability if raw.get(gram, 0) >= least[len(gram)]}
    for gram in tuple(kept):  # the contexts of what is kept are kept
        context = gram[:-1]
        while len(context) > 1 and context not in kept:
            kept.add(context)
            context = context[:-1]
    after: dict[Gram, dict[int, float]] = defaultdict(dict)
    for gram in sorted(kept & probability.keys()):
        after[gram[:-1]][gram[-1]] = probability[gram]
    contexts = sorted(after, key=lambda context: (len(context), context))
    model = Model(symbols=symbols, after=after, contexts=contexts)
    model.number = {context: index for index, context in enumerate(contexts)}
    for context in contexts:
        follows = after[context]
        beyond = 1 - sum(follows.values())
        lower = 1 - sum(model.lower(context, symbol) for symbol in follows) if context else 1.0
        model.shares.append(min(1.0, max(beyond, _LEAST_SHARE) / max(lower, _LEAST_SHARE)))
        for symbol, likely in follows.items():
            model.probability[(*context, symbol)] = likely
    return model
