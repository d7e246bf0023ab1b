"""The onomasticon as it is asked: which Russian names there are and how many people bear them.

The files are made by `python -m tools.compile_onomasticon`; `PROVENANCE.toml` says of what. They are read
when first needed, each once per process.
"""

import re
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from l10n.languages.packs import PACKAGE
from l10n.names.transcription.onomasticon.automaton import Automaton, unpack

KINDS = ("given", "patronymic", "surname", "place")
ALPHABET = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя-"
_FOLDER = PACKAGE / "ru" / "onomasticon"


def name_key(kind: str, word: str) -> int:
    """Return the key of a name of one of KINDS, in lower case with е for ё."""
    return zlib.crc32(f"{kind[0]}{word}".encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The Russian names, by key: a hash of 32 bits, so about one unknown name in 15,000 looks known."""

    keys: "array[int]"
    weights: bytes
    positions: bytes

    def weight(self, kind: str, word: str) -> int:
        """Return 0 for an unknown name, else 1 + 16 ln(1 + bearers), at most 255; `word` with е for ё."""
        key = name_key(kind, word)
        place = bisect_left(self.keys, key)
        return self.weights[place] if place < len(self.keys) and self.keys[place] == key else 0

    def with_yo(self, kind: str, word: str) -> str:
        """Return `word`, written with е for ё, with its ё where the name is known to have one."""
        key = name_key(kind, word)
        place = bisect_left(self.keys, key)
        if place < len(self.keys) and self.keys[place] == key and (position := self.positions[place]):
            return f"{word[: position - 1]}ё{word[position:]}"
        return word


@cache
def names() -> Names:
    """Return the Russian names."""
    raw = zlib.decompress((_FOLDER / "names.bin").read_bytes())
    (size,) = array("I", raw[:4])
    end = 4 + 4 * size
    return Names(keys=array("I", raw[4:end]), weights=raw[end : end + size], positions=raw[end + size :])


@cache
def letters_model() -> Automaton:
    """Return the model of the letters of Russian names: symbol n is ALPHABET[n - 1]."""
    return unpack((_FOLDER / "letters.bin").read_bytes())


@cache
def channels() -> dict[str, dict[tuple[str, str], float]]:
    """Return locale → (Latin, Cyrillic) → cost of writing the one as the other there."""
    found: dict[str, dict[tuple[str, str], float]] = {}
    for line in _lines("channels.bin"):
        locale, latin, native, cost = line.split("\t")
        found.setdefault(locale, {})[latin, native] = float(cost)
    return found


class KnownPairs:
    """Latin spellings of names and the Cyrillic one most of their bearers have; in lower case.

    Forty thousand pairs as texts of their own would take 12 MB: they stay one text, in which the places of its lines
    are known.
    """

    def __init__(self, latin: bytes, native: bytes, counts: Iterable[str]) -> None:
        """`latin` and `native` are lines of UTF-8, the Latin ones sorted."""
        self._latin, self._native = latin, native
        self._latin_starts, self._native_starts = _starts(latin), _starts(native)
        self._counts = array("L", map(int, counts))

    def __len__(self) -> int:
        """Return how many pairs there are."""
        return len(self._counts)

    def native(self, latin: str) -> tuple[str, int]:
        """Return the Cyrillic spelling of a Latin one and how many people bear the pair; ("", 0) for an unknown one."""
        wanted = latin.encode("utf-8", "surrogatepass")
        place = bisect_left(range(len(self)), wanted, key=self._latin_line)
        if place == len(self) or self._latin_line(place) != wanted:
            return "", 0
        return _line(self._native, self._native_starts, place).decode(), self._counts[place]

    def latin(self, native: str) -> tuple[str, int]:
        """Return the Latin spelling that most bearers of a Cyrillic one have, and how many; ("", 0) for none."""
        wanted = native.encode("utf-8", "surrogatepass")
        key = zlib.crc32(wanted) << 32
        first = bisect_left(self._by_native, key)
        places = (
            known & 0xFFFFFFFF
            for known in self._by_native[first : bisect_left(self._by_native, key + (1 << 32))]
        )
        found = [place for place in places if _line(self._native, self._native_starts, place) == wanted]
        if not found:
            return "", 0
        best = max(found, key=self._counts.__getitem__)  # of as many bearers the first spelling
        return self._latin_line(best).decode(), self._counts[best]

    @cached_property
    def _by_native(self) -> "array[int]":
        """A hash of each native spelling, in the upper half, with its place in the lower; sorted."""
        lines = (_line(self._native, self._native_starts, place) for place in range(len(self)))
        return array("Q", sorted(zlib.crc32(line) << 32 | place for place, line in enumerate(lines)))

    def _latin_line(self, place: int) -> bytes:
        return _line(self._latin, self._latin_starts, place)


def _starts(lines: bytes) -> "array[int]":
    """Return where each line begins, and where one behind the last would."""
    starts = array("L", (0,))
    starts.extend(found.end() for found in re.finditer(b"\n", lines))
    starts.append(len(lines) + 1)
    return starts


def _line(lines: bytes, starts: "array[int]", place: int) -> bytes:
    return lines[starts[place] : starts[place + 1] - 1]


@cache
def known_pairs() -> KnownPairs:
    """Return the pairs of spellings that two or more people bear."""
    latin, native, counts = zlib.decompress((_FOLDER / "pairs.bin").read_bytes()).split(b"\n\n")
    return KnownPairs(latin, native, counts.decode().split("\n"))


def _lines(file: str) -> list[str]:
    return zlib.decompress((_FOLDER / file).read_bytes()).decode().split("\n")
