"""The beam search: which native spellings may stand behind letters, the cheapest first.

Costs are negative natural logarithms of probabilities.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from l10n.names.transcription.onomasticon.automaton import COST_STEP, Automaton

# what a run of letters may stand for: native letters, cost, symbols of the automaton
Alternative = tuple[str, float, tuple[int, ...]]
Alternatives = Mapping[str, Sequence[Alternative]]

BEAM = 12
MARGIN = 8.0
LONGEST = 40
_LONGEST_RUN = 4  # letters that one grapheme has at most
_COST = itemgetter(1)
# (state, native) -> cost: the ways that reach one place in the word
_Column = dict[tuple[int, str], float]


def search(
    word: str, alternatives: Alternatives, model: Automaton, *, beam: int = BEAM
) -> list[tuple[float, str]]:
    """Return (cost, native) for up to `beam` native spellings of `word`, cheapest first, each once.

    The word is in lower case. Nothing is returned when a letter stands for nothing, or for more than LONGEST
    letters. Ways that cost more than MARGIN above the best that reaches as far are given up.
    """
    size = len(word)
    if not size or size > LONGEST:
        return []
    columns: list[_Column] = [{} for _ in range(size + 1)]
    columns[0][model.first, ""] = 0.0
    limits = [math.inf] * (size + 1)
    for position in range(size):
        if columns[position]:
            edges = [
                (end, columns[end], options)
                for end in range(position + 1, min(size, position + _LONGEST_RUN) + 1)
                if (options := alternatives.get(word[position:end]))
            ]
            _extend(_best(columns[position], beam), edges, limits, model)
    return _finish(columns[size], model.step, beam)


def _extend(
    ways: list[tuple[tuple[int, str], float]],
    edges: list[tuple[int, _Column, Sequence[Alternative]]],
    limits: list[float],
    model: Automaton,
) -> None:
    """Follow every way along every edge into the column where the edge ends. The inner loop: measured, not pretty.

    A symbol without an arc costs at least what backing off costs: most of those that are too dear are not looked for.
    """
    step, rows, backing = model.step, model.rows, model.backoff_costs
    for (state, native), cost in ways:
        row = rows.get(state) or model.row(state)
        backed = cost + backing[state] * COST_STEP
        for end, target, options in edges:
            limit = limits[end]
            for letters, extra, symbols in options:
                reached, total = state, cost + extra
                if len(symbols) == 1:
                    arc = row.get(symbols[0])
                    if arc is None:
                        if backed + extra > limit:
                            continue
                        arc = step(state, symbols[0])
                    reached, paid = arc
                    total += paid
                else:
                    for symbol in symbols:
                        reached, paid = step(reached, symbol)
                        total += paid
                if total > limit:
                    continue
                key = reached, native + letters
                known = target.get(key)
                if known is None or total < known:
                    target[key] = total
                    if total + MARGIN < limit:
                        limit = limits[end] = total + MARGIN


def _best(column: dict[tuple[int, str], float], beam: int) -> list[tuple[tuple[int, str], float]]:
    """Return the cheapest ways; the order of equal ones is that in which they were found, which never changes."""
    if len(column) == 1:
        return list(column.items())
    ordered = sorted(column.items(), key=_COST)[:beam]
    worst = ordered[0][1] + MARGIN
    return [way for way in ordered if way[1] <= worst]


def _finish(
    column: dict[tuple[int, str], float], step: Callable[[int, int], tuple[int, float]], beam: int
) -> list[tuple[float, str]]:
    sums: dict[str, float] = {}
    for (state, native), cost in _best(column, beam * 2) if column else ():
        total = cost + step(state, 0)[1]
        known = sums.get(native)
        sums[native] = total if known is None else add_costs(known, total)
    return sorted((cost, native) for native, cost in sums.items())[:beam]


def add_costs(one: float, other: float) -> float:
    """Return the cost of the sum of two probabilities given as costs."""
    low, high = (one, other) if one < other else (other, one)
    return low - math.log1p(math.exp(low - high)) if high - low < 30 else low
