"""The onomasticon as it is asked: which Russian names there are and how many people bear them.

The files are made by `python -m tools.compile_onomasticon`; `PROVENANCE.toml` says of what. They are read
when first needed, each once per process.
"""

import zlib
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

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


@cache
def known_pairs() -> dict[str, tuple[str, str]]:
    """Return Latin spelling → the Cyrillic one most of its bearers have, and how many they are; lower case."""
    raw = zlib.decompress((_FOLDER / "pairs.bin").read_bytes()).decode()
    latin, natives, counts = (column.split("\n") for column in raw.split("\n\n"))
    return dict(zip(latin, zip(natives, counts, strict=True), strict=True))


def _lines(file: str) -> list[str]:
    return zlib.decompress((_FOLDER / file).read_bytes()).decode().split("\n")
