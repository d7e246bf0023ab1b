"""A model of sequences with back-off (interpolated absolute discounting), as an automaton in four columns."""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from l10n.names.transcription.onomasticon.automaton import COST_STEP, Automaton

Gram = tuple[int, ...]
_DISCOUNT = 0.75


@dataclass(kw_only=True)
class Model:
    """`after` gives what follows each context; `contexts` are those in order, `number` the place of each in it.

    `shares` is what of a context's probability is left for symbols not seen after it.
    """

    symbols: int
    after: dict[Gram, dict[int, float]]
    contexts: list[Gram] = field(default_factory=list)
    number: dict[Gram, int] = field(default_factory=dict)
    probability: dict[Gram, float] = field(default_factory=dict)
    shares: list[float] = field(default_factory=list)

    def lower(self, context: Gram, symbol: int) -> float:
        """Return the probability of `symbol` after the context without its first symbol, backing off as needed."""
        factor = 1.0
        while context:
            context = context[1:]
            if context not in self.number:
                continue
            known = self.probability.get((*context, symbol))
            if known is not None:
                return factor * known
            factor *= self.shares[self.number[context]]
        return factor / self.symbols


def count_grams(sequences: Iterable[tuple[Sequence[int], float]], order: int) -> dict[Gram, float]:
    """Return how often every run of up to `order` symbols occurs; 0 opens and closes each sequence."""
    counts: dict[Gram, float] = defaultdict(float)
    for sequence, weight in sequences:
        padded = (0, *sequence, 0)
        for end in range(1, len(padded)):
            for length in range(1, min(order, end + 1) + 1):
                counts[padded[end + 1 - length : end + 1]] += weight
    return counts


def build_automaton(
    sequences: Iterable[tuple[Sequence[int], float]], *, symbols: int, order: int, least: Sequence[float]
) -> Automaton:
    """Return the model of `sequences` over `symbols` symbols; `least[n]` is the count below which runs of n go.

    Sequences have weights. Costs are negative natural logarithms in units of COST_STEP.
    """
    counts = count_grams(sequences, order)
    after: dict[Gram, dict[int, float]] = defaultdict(dict)
    for gram, count in counts.items():
        if count >= least[len(gram)]:
            after[gram[:-1]][gram[-1]] = count
    for context in [context for context in after if context and context[:-1] not in after]:
        del after[context]
    contexts = sorted(after, key=lambda context: (len(context), context))
    model = Model(symbols=symbols, after=after, contexts=contexts)
    model.number = {context: index for index, context in enumerate(contexts)}
    totals = _totals(counts, set(contexts))
    for context in contexts:
        total, follows = totals[context], after[context]
        kept = {symbol: max(count - _DISCOUNT, count / 4) / total for symbol, count in follows.items()}
        share = max(1.0 - sum(kept.values()), 1e-4)
        model.shares.append(share)
        for symbol, seen in kept.items():
            model.probability[(*context, symbol)] = seen + share * model.lower(context, symbol)
    return pack_model(model)


def _totals(counts: dict[Gram, float], contexts: set[Gram]) -> dict[Gram, float]:
    totals: dict[Gram, float] = defaultdict(float)
    for gram, count in counts.items():
        if gram[:-1] in contexts:
            totals[gram[:-1]] += count
    return totals


def pack_model(model: Model) -> Automaton:
    """Return the automaton of a model whose contexts, probabilities and shares are complete."""
    number = model.number
    starts, arcs, targets, costs = array("I", [0]), array("H"), array("I"), bytearray()
    backoffs, backoff_costs = array("I"), bytearray()
    for context, share in zip(model.contexts, model.shares, strict=True):
        for symbol in sorted(model.after[context]):
            arcs.append(symbol)
            targets.append(number[_longest((*context, symbol), number)])
            costs.append(_cost(model.probability[(*context, symbol)]))
        starts.append(len(arcs))
        backoffs.append(number[_longest(context[1:], number)] if context else 0)
        backoff_costs.append(_cost(share))
    return Automaton(
        symbols=model.symbols,
        starts=starts,
        arcs=arcs,
        targets=targets,
        costs=bytes(costs),
        backoffs=backoffs,
        backoff_costs=bytes(backoff_costs),
        first=number[_longest((0,), number)],
    )


def _longest(gram: Gram, number: dict[Gram, int]) -> Gram:
    while gram not in number:
        gram = gram[1:]
    return gram


def _cost(probability: float) -> int:
    return min(255, round(-math.log(probability) / COST_STEP))
