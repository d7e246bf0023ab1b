"""What a word may sound like: a lattice of the sounds its letters can stand for.

"Sjipenko", "Shipenko" and "Шипенко" are three strings and one way through three lattices. Letters, sounds and costs
are data: `phonetics/sounds.toml`.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from l10n.errors import RegistryError
from l10n.languages.normal_forms import normalized
from l10n.languages.scripts import vowels

# of a longer word only this many letters are compared by sound: alignment is quadratic
LONGEST_WORD = 40
# no sum of costs that is worth telling apart is larger
FAR = 10_000

# the node it leads to, the sound (0: silence), the cost
Arc = tuple[int, int, int]
_LONGEST_GRAPHEME = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Lattice:
    """Every reading of a word: `arcs[node]` leads onward from node 0 to the last; costs are hundredths.

    `sounds` is the cheapest reading, glides left out; words of one `sounds` sound alike.
    """

    arcs: tuple[tuple[Arc, ...], ...]
    sounds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sounds:
    """The rules: what letters stand for, what one sound for another costs, what a sound too many costs.

    `between[a][b]` and `extra[a]` are indexed by the numbers of sounds, 1 and up; 0 is silence.
    """

    numbers: Mapping[str, int]
    between: tuple[tuple[int, ...], ...]
    extra: tuple[int, ...]
    graphemes: Mapping[str, tuple[tuple[str, int], ...]]
    glides: str
    # signs that the cheapest reading does not tell apart: ɨ and i, A and a
    plain: Mapping[str, str]
    equivalent: int


def open_rules(name: str) -> dict[str, object]:
    """Return the rules of `phonetics/<name>.toml`."""
    path = Path(__file__).parent / "phonetics" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def sounds() -> Sounds:
    """Return the rules of `phonetics/sounds.toml`, read once. Raises RegistryError when they are wrong."""
    return read_sounds(open_rules("sounds"))


def read_sounds(table: Mapping[str, object]) -> Sounds:
    """Return the rules in `table`, the content of a TOML file. Raises RegistryError naming the key that is wrong."""
    kinds, near, extra = _part(table, "kinds"), _part(table, "near"), _part(table, "extra")
    graphemes: dict[str, tuple[tuple[str, int], ...]] = {}
    for script, rules in _part(table, "graphemes").items():
        for letters, readings in rules.items():
            if letters in graphemes:
                raise RegistryError("two rules for the same letters", where=f"graphemes.{script}.{letters}")
            graphemes[letters] = tuple(readings.items())
    signs = sorted({sign for readings in graphemes.values() for reading, _ in readings for sign in reading})
    for pair in near:
        if len(pair) != 2 or not set(pair) <= set(signs):
            raise RegistryError("this is not two sounds of [graphemes]", where=f"near.{pair}")
        if pair[::-1] in near and pair[::-1] != pair:
            raise RegistryError("the same two sounds stand here twice", where=f"near.{pair}")
    return Sounds(
        numbers={sign: number for number, sign in enumerate(signs, start=1)},
        between=(
            (FAR,) * (len(signs) + 1),
            *((FAR, *(_distance(one, other, kinds, near) for other in signs)) for one in signs),
        ),
        extra=(0, *(extra.get(sign, kinds[f"extra_{_kind(sign, kinds)}"]) for sign in signs)),
        graphemes=graphemes,
        glides=str(kinds["glides"]),
        plain=_part(table, "plain"),
        equivalent=kinds["equivalent"],
    )


def _part(table: Mapping[str, object], key: str) -> dict[str, Any]:
    part = table.get(key)
    if not isinstance(part, dict):
        raise RegistryError("this table is missing", where=key)
    return part


def _kind(sign: str, kinds: Mapping[str, object]) -> str:
    if sign in str(kinds["vowels"]):
        return "vowel"
    return "glide" if sign in str(kinds["glides"]) else "consonant"


def _distance(one: str, other: str, kinds: Mapping[str, object], near: Mapping[str, object]) -> int:
    if one == other:
        return 0
    known = near.get(one + other, near.get(other + one))
    if known is None:
        pair = {_kind(one, kinds), _kind(other, kinds)} - {"glide"}
        key = "vowel_for_consonant" if len(pair) == 2 else f"other_{pair.pop() if pair else 'vowel'}"
        known = kinds[key]
    return int(str(known))


def lattice_of(word: str) -> Lattice | None:
    """Return the lattice of a folded word (see `fold_word`), or None when it has a letter that no rule reads.

    Only the first LONGEST_WORD letters are read.
    """
    return _read(word[:LONGEST_WORD])


@lru_cache(maxsize=5_000)
def _read(letters: str) -> Lattice | None:
    rules = sounds()
    edges: list[tuple[float, float, int, int]] = []
    for start in range(len(letters)):
        found = list(_readings(letters, start, rules))
        if not found:
            return None
        for end, reading, cost in found:
            edges += _chain((start, end), reading, cost, rules.numbers, len(edges))
    # nodes numbered in the order of the letters, so that every arc leads onward
    order = {node: n for n, node in enumerate(sorted({0.0, *(edge[1] for edge in edges)}))}
    arcs: list[list[Arc]] = [[] for _ in order]
    for source, target, sound, cost in edges:
        arcs[order[source]].append((order[target], sound, cost))
    whole = tuple(tuple(leaving) for leaving in arcs)
    return Lattice(arcs=whole, sounds=_cheapest(whole, rules))


def _readings(letters: str, start: int, rules: Sounds) -> Iterator[tuple[int, str, int]]:
    """Yield where each grapheme at `start` ends, what it may sound like and the cost."""
    for end in range(start + 1, min(start + _LONGEST_GRAPHEME, len(letters)) + 1):
        run = letters[start:end]
        known = rules.graphemes.get(run)
        if end == len(letters):
            known = rules.graphemes.get(f"{run}$", known)
        if known is None and end == start + 1:
            known = rules.graphemes.get(normalized("NFD", run)[0])
        for reading, cost in known or ():
            yield end, reading, cost


def _chain(
    span: tuple[int, int], reading: str, cost: int, numbers: Mapping[str, int], serial: int
) -> Iterator[tuple[float, float, int, int]]:
    """Yield the edges that spell `reading` from the first letter of `span` to its end; nodes between are fractions."""
    start, end = span
    if not reading:
        yield start, end, 0, cost
    source = float(start)
    for place, sign in enumerate(reading, start=1):
        target = float(end) if place == len(reading) else start + (serial + place / 16) / 4096
        yield source, target, numbers[sign], cost if place == 1 else 0
        source = target


def _cheapest(arcs: tuple[tuple[Arc, ...], ...], rules: Sounds) -> str:
    signs = ("", *rules.numbers)
    best: list[tuple[int, int, str]] = [(0, 0, ""), *[(FAR, 0, "")] * (len(arcs) - 1)]
    for node, leaving in enumerate(arcs):
        cost, length, reading = best[node]
        for target, sound, more in leaving:
            sign = signs[sound]
            # of two readings at one cost the one of fewer, longer graphemes, then the first in the alphabet
            sounded = "" if sign in rules.glides else rules.plain.get(sign, sign)
            best[target] = min(best[target], (cost + more, length + 1, reading + sounded))
    return best[-1][2]


def fold_word(word: str) -> str:
    """Return a casefolded word without the signs that stand for no sound, doubled consonants written once."""
    folded: list[str] = []
    for letter in word:
        if not folded or letter != folded[-1] or normalized("NFD", letter)[0] in vowels():
            folded.append(letter)
    return "".join(folded)
