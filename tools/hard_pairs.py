"""The pairs that `calibrate_similarity` fits on: Russian names as house schemes write them, and the nearest others.

They are made of the table of Merhav and Ash (CC0) and of our own house schemes; nothing that names are measured on is
read. A registry has as many names as a long document: in a longer list the nearest other name is one that people
take for the same.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from l10n.languages.transcription import targets_of
from l10n.names.similarity.name_parts import name_of
from l10n.names.similarity.phonetic_lattice import lattice_of
from l10n.names.transliteration.house_schemes import transcribe_to
from tools.compile_onomasticon.sources import read_rules

REGISTRIES = 10
NAMES = 100
OTHERS = 2
# a shorter word that ends like a Russian surname often is none: Лев, Джин
_SHORTEST = 5

# two spellings, and 1 when they are one name, else 0
Pair = tuple[str, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpelledName:
    """A Russian name: how house schemes write it, and every spelling met, those of its bearers included."""

    native: str
    spellings: tuple[str, ...]
    met: frozenset[str]


def spelled_names(rows: Iterable[tuple[str, str, int]]) -> list[SpelledName]:
    """Return the Russian surnames of `rows`, each (Latin, Cyrillic, bearers), sorted.

    Those that no bearer spells as a house scheme does are left out: Маклин, who is McLean, only ends like one.
    """
    feminine = read_rules()["feminine"]
    endings = (*feminine, *feminine.values())
    borne: dict[str, set[str]] = defaultdict(set)
    for latin, native, _ in rows:
        if native.endswith(endings) and len(native) >= _SHORTEST:
            borne[native].add(latin)
    found = []
    for native in sorted(borne):
        written = {transcribe_to(native, locale) for locale in targets_of()}
        if written & borne[native]:
            met = frozenset(written | borne[native])
            found.append(SpelledName(native=native, spellings=tuple(sorted(written)), met=met))
    return found


def registries(names: Sequence[SpelledName]) -> Iterator[list[Pair]]:
    """Yield the pairs of each of REGISTRIES lists of NAMES names, drawn from `names` the same way each time."""
    drawn = random.Random(0).sample(list(names), min(len(names), REGISTRIES * NAMES))  # noqa: S311 - no secret
    for start in range(0, len(drawn), NAMES):
        yield near_pairs(drawn[start : start + NAMES])


def near_pairs(names: Sequence[SpelledName]) -> list[Pair]:
    """Return the pairs of a registry: each name alone, and before its neighbour as a person of two words has them.

    Every spelling makes a pair with the name itself, and one with each of the OTHERS names that sound nearest to it
    and share no spelling with it.
    """
    near = _nearest(names)
    found: list[Pair] = []
    for name, second in zip(names, [*names[1:], *names[:1]], strict=True):
        for spelling in name.spellings:
            found.append((spelling, name.native, 1))
            found += [(spelling, other, 0) for other in near[name.native]]
        for one, other in zip(name.spellings, second.spellings, strict=False):
            person = f"{one} {other}"
            found.append((person, f"{name.native} {second.native}", 1))
            found += [(person, f"{wrong} {second.native}", 0) for wrong in near[name.native][:1]]
            found += [(person, f"{name.native} {wrong}", 0) for wrong in near[second.native][:1]]
    return found


def _nearest(names: Sequence[SpelledName]) -> Mapping[str, list[str]]:
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    keys = [_key(name.native) for name in names]
    near = {}
    for name, key in zip(names, keys, strict=True):
        ranked = process.extract(key, keys, scorer=Levenshtein.normalized_similarity, limit=OTHERS + 8)
        others = [names[place] for _, _, place in ranked]
        near[name.native] = [other.native for other in others if not name.met & other.met][:OTHERS]
    return near


def _key(name: str) -> str:
    lattices = [(word.text, lattice_of(word.text)) for word in name_of(name).words]
    return " ".join(lattice.sounds if lattice else text for text, lattice in lattices)
