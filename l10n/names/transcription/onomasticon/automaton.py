"""A back-off model of sequences, as stored and as walked: a state, a symbol, the next state and what it costs."""

import math
import zlib
from array import array
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

COST_STEP = 0.0625  # natural logarithms per unit of a stored cost
_MOST_ROWS = 12_000
_COLUMNS = (("starts", "I"), ("arcs", "H"), ("targets", "I"), ("backoffs", "I"))


@dataclass(slots=True, kw_only=True)
class Automaton:
    """States are numbered from 0 (the empty context); symbol 0 is the edge of a word.

    The arcs of state s are those at `starts[s]` up to `starts[s + 1]`; a symbol without an arc is looked for in
    `backoffs[s]`, at the extra cost `backoff_costs[s]`. `first` is the state at the start of a word.
    """

    symbols: int
    first: int
    starts: "array[int]"
    arcs: "array[int]"
    targets: "array[int]"
    costs: bytes
    backoffs: "array[int]"
    backoff_costs: bytes
    rows: dict[int, dict[int, tuple[int, float]]] = field(default_factory=dict)

    def row(self, state: int) -> dict[int, tuple[int, float]]:
        """Return symbol → (next state, cost) for the arcs of `state`; made when first asked for."""
        begin, end = self.starts[state], self.starts[state + 1]
        row = {
            symbol: (target, cost * COST_STEP)
            for symbol, target, cost in zip(
                self.arcs[begin:end], self.targets[begin:end], self.costs[begin:end], strict=True
            )
        }
        if len(self.rows) > _MOST_ROWS:  # the memory of a long run stays bounded
            self.rows.clear()
        self.rows[state] = row
        return row

    def step(self, state: int, symbol: int) -> tuple[int, float]:
        """Return the state after `symbol` and the cost (negative natural logarithm) of it; remembered."""
        kept = self.rows.get(state) or self.row(state)
        backed, place, row = 0, state, kept
        while True:
            found = row.get(symbol)
            if found is not None or place == 0:
                break
            backed += self.backoff_costs[place]
            place = self.backoffs[place]
            row = self.rows.get(place) or self.row(place)
        if found is None:
            found = (0, math.log(self.symbols) + 2.0)
        if place != state:
            found = (found[0], found[1] + backed * COST_STEP)
        kept[symbol] = found
        return found


def pack(automaton: Automaton) -> bytes:
    """Return the bytes of an automaton, compressed; `unpack` reads them back."""
    columns = [getattr(automaton, name).tobytes() for name, _ in _COLUMNS]
    columns += [automaton.costs, automaton.backoff_costs]
    head = array("I", [automaton.symbols, automaton.first, *map(len, columns)])
    return zlib.compress(head.tobytes() + b"".join(columns), 9)


def unpack(content: bytes | memoryview) -> Automaton:
    """Return the automaton that `pack` stored (little-endian columns)."""
    raw = memoryview(zlib.decompress(content))
    symbols, first, *lengths = raw[: 4 * 8].cast("I")
    ends = list(accumulate(lengths, initial=4 * 8))
    pieces = [raw[begin:end] for begin, end in pairwise(ends)]
    columns = [array(code) for _, code in _COLUMNS]
    for column, piece in zip(columns, pieces[:4], strict=True):
        column.frombytes(piece)  # without a copy beside it
    starts, arcs, targets, backoffs = columns
    costs, backoff_costs = map(bytes, pieces[4:])
    return Automaton(
        symbols=symbols,
        first=first,
        starts=starts,
        arcs=arcs,
        targets=targets,
        costs=costs,
        backoffs=backoffs,
        backoff_costs=backoff_costs,
    )
