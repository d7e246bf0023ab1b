"""The entries of a PO file where they stand, each read when somebody asks for it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar, overload

from l10n.catalog.catalog import Message
from l10n.catalog.po.fast_entry import styles
from l10n.catalog.po.messages import ordinary_message

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One entry: `raw[start:end]` of its file, in bytes, blank lines and comments before it included."""

    start: int
    end: int
    message: Message


class Lazy(Sequence[_Item], Generic[_Item]):
    """As many items as `count` says, each made by `make` from its place when it is asked for."""

    def __init__(self, count: int, make: Callable[[int], _Item]) -> None:
        self._count, self._make = count, make

    def __len__(self) -> int:
        """Return how many there are."""
        return self._count

    @overload
    def __getitem__(self, place: int) -> _Item: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[_Item, ...]: ...
    def __getitem__(self, place: int | slice) -> _Item | tuple[_Item, ...]:
        """Return one item, or a tuple of some."""
        if isinstance(place, slice):
            return tuple(map(self._make, range(*place.indices(self._count))))
        return self._make(range(self._count)[place])

    def __iter__(self) -> Iterator[_Item]:
        """Yield the items in order."""
        return map(self._make, range(self._count))

    def __eq__(self, other: object) -> bool:
        """Whether `other` holds equal items in this order."""
        if self is other:
            return True
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(_are_equal, self, other))

    __hash__ = None  # type: ignore[assignment]  # equal to tuples, which have hashes of their own


def _are_equal(one: object, other: object) -> bool:
    return one is other or one == other


class Entries:
    """The entries of `raw`: they follow each other without a gap, and `ends` says where each one ends.

    `read` holds the messages of those that only the grammar reads; all others are ordinary. `codec` is that of `raw`.
    """

    def __init__(
        self, raw: bytes, codec: str, newline: str, ends: Sequence[int], read: Mapping[int, Message]
    ) -> None:
        self._raw, self._codec, self._ends, self._read = raw, codec, ends, read
        self._styles = styles(newline)
        self._blocks: list[Block | None] = [None] * len(ends)
        self._lines: list[int] = []
        self.blocks = Lazy(len(ends), self.block)
        self.messages = Lazy(len(ends), self.message)

    def span(self, place: int) -> tuple[int, int]:
        """Return where the entry at `place` begins and ends."""
        return (self._ends[place - 1] if place else 0, self._ends[place])

    def raw(self, place: int) -> bytes:
        """Return the entry at `place` as it stands in the file."""
        start, end = self.span(place)
        return self._raw[start:end]

    def ordinary(self, place: int) -> bytes | None:
        """Return an ordinary entry as it stands in the file, without blank lines around it; None for any other.

        Two ordinary entries of which this is equal say the same, wherever they stand.
        """
        return None if place in self._read else self.raw(place).strip(b"\n")

    def message(self, place: int) -> Message:
        """Return what the entry at `place` says."""
        known = self._blocks[place]
        return known.message if known else self.block(place).message

    def block(self, place: int) -> Block:
        """Return the entry at `place`."""
        known = self._blocks[place]
        if known is None:
            start, end = self.span(place)
            message = self._read.get(place)
            if message is None:
                text = self._raw[start:end].decode(self._codec, "surrogateescape")
                message = ordinary_message(text, self._line(place), self._styles)
            known = self._blocks[place] = Block(start=start, end=end, message=message)
        return known

    def _line(self, place: int) -> int:
        """Return the 1-based line on which the entry at `place` begins; all are counted at once."""
        if not self._lines:
            count, line = self._raw.count, 1
            self._lines.append(line)
            for start, end in pairwise((0, *self._ends)):
                line += count(b"\n", start, end)
                self._lines.append(line)
        return self._lines[place]
