"""Which colour each name has: the same everywhere, and another one than the names beside it."""

from collections import Counter
from collections.abc import Collection, Iterable

COLOURS = 12


def colours(rows: Iterable[Collection[str]]) -> dict[str, int]:
    """Return a colour 0…COLOURS-1 for each name in `rows`, the sets of names that stand beside each other.

    Law: a name never shares its colour with a name beside it that came earlier, unless those have all the colours.
    Of the free ones the least used is taken.
    """
    beside: dict[str, set[str]] = {}
    for names in rows:
        for name in names:
            beside.setdefault(name, set()).update(names)
    chosen: dict[str, int] = {}
    used: Counter[int] = Counter()
    for name, others in beside.items():
        taken = {chosen[other] for other in others if other in chosen}
        free = [colour for colour in range(COLOURS) if colour not in taken] or list(range(COLOURS))
        chosen[name] = min(free, key=lambda colour: (used[colour], colour))
        used[chosen[name]] += 1
    return chosen
