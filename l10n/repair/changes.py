"""What a repair is, how a list of them is replayed, and how two lists become one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One place that was repaired: `before` stood at `start` of the text as it was given, `after` is right.

    `start` is a 0-based code-point offset; `rule` is the kebab-case id under which `RULES` explains it.
    """

    start: int
    before: str
    after: str
    rule: str

    @property
    def end(self) -> int:
        """The offset just behind `before`, in the text as it was given."""
        return self.start + len(self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """The clean text, and every repair that led to it: sorted by `start`, none overlapping another.

    Law: `replay(text as given, repairs)` is `text`.
    """

    text: str
    repairs: tuple[Repair, ...]


def replay(text: str, repairs: Iterable[Repair]) -> str:
    """Return `text` with all `repairs` done; their offsets are those of `text`, in any order.

    Raises ValueError when the `before` of a repair does not stand at its place, or when two overlap.
    """
    pieces: list[str] = []
    position = 0
    for repair in sorted(repairs, key=lambda repair: (repair.start, repair.end)):
        if repair.start < position:
            raise ValueError(f"the repair at offset {repair.start} overlaps the one before it")
        if text[repair.start : repair.end] != repair.before:
            raise ValueError(f"at offset {repair.start} stands no {repair.before!r}")
        pieces += (text[position : repair.start], repair.after)
        position = repair.end
    return "".join([*pieces, text[position:]])


def compose(text: str, first: Sequence[Repair], second: Sequence[Repair]) -> tuple[Repair, ...]:
    """Return one list of repairs of `text` that does what `first` and then `second` do.

    The offsets of `second` are those of `replay(text, first)`; both lists are sorted. Repairs that touch the
    same characters become one, under the rule that had the last word; one that gives back what stood there is
    dropped.
    """
    if not first or not second:
        return tuple(first or second)
    between = replay(text, first)
    groups: list[_Group] = []
    shift = 0  # offset in `text` minus offset in `between`
    for start, end, repair, is_second in _in_between(first, second):
        if not groups or start >= groups[-1].end:
            groups.append(_Group(start, end, shift))
        group = groups[-1]
        group.end = max(group.end, end)
        if is_second:
            group.second.append(replace(repair, start=start - group.start))
        else:
            group.grown += len(repair.before) - len(repair.after)
            shift += len(repair.before) - len(repair.after)
        if is_second or not group.second:
            group.rule = repair.rule
    merged = (group.merge(text, between) for group in groups)
    return tuple(repair for repair in merged if repair.before != repair.after)


@dataclass(slots=True)
class _Group:
    """Repairs of two lists that touch each other: `start` and `end` are offsets in the text between them."""

    start: int
    end: int
    shift: int
    grown: int = 0
    rule: str = ""
    second: list[Repair] = field(default_factory=list)

    def merge(self, text: str, between: str) -> Repair:
        """Return the one repair of `text` that does what the group does."""
        start = self.start + self.shift
        before = text[start : self.end + self.shift + self.grown]
        after = replay(between[self.start : self.end], self.second)
        return Repair(start=start, before=before, after=after, rule=self.rule)


def _in_between(first: Sequence[Repair], second: Sequence[Repair]) -> list[tuple[int, int, Repair, bool]]:
    """Return all repairs with their place in the text between the two lists, sorted by it."""
    placed = [(repair.start, repair.end, repair, True) for repair in second]
    shift = 0
    for repair in first:
        start = repair.start - shift
        placed.append((start, start + len(repair.after), repair, False))
        shift += len(repair.before) - len(repair.after)
    return sorted(placed, key=lambda place: place[:2])
