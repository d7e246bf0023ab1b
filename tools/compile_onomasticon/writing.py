"""The files of the onomasticon, and how they are made of its sources."""

import math
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from l10n.languages.transcription import targets_of
from l10n.names.transcription.onomasticon.automaton import pack
from l10n.names.transcription.onomasticon.store import KINDS, name_key
from l10n.names.transliteration.library import open_scheme
from tools.compile_onomasticon.sources import Sources, read_rules
from tools.compile_onomasticon.training import count_graphemes, mix_channel, train_letters

SEED = 2026
_WEIGHT = {"given": 4.0, "surname": 1.0, "patronymic": 0.5, "place": 1.0}


def write_onomasticon(sources: Sources, folder: Path) -> None:
    """Write every file of the onomasticon into `folder`."""
    bearers: dict[str, int] = defaultdict(int)
    for _, native, count in sources.table:
        bearers[native] += count
    yo = _letters_yo(sources, bearers)
    (folder / "names.bin").write_bytes(_pack_names(sources.names, bearers, yo))
    (folder / "pairs.bin").write_bytes(_pack_pairs(sources))
    weights: dict[str, float] = defaultdict(float)
    for kind, words in sources.names.items():
        for word in sorted(words):
            weights[yo.get(word, word)] += _WEIGHT[kind]
    (folder / "letters.bin").write_bytes(pack(train_letters(weights)))
    (folder / "channels.bin").write_bytes(_pack_channels(sorted(weights)))


def _letters_yo(sources: Sources, bearers: Mapping[str, int]) -> dict[str, str]:
    """Return the names the sources write with ё, by their spelling with е."""
    found: dict[str, str] = {}
    for word in sorted({*bearers, *(word for words in sources.names.values() for word in words)}):
        plain = word.replace("ё", "е")
        if plain != word and bearers.get(word, 0) >= bearers.get(plain, 0):
            found[plain] = word
    return found


def _count_families(
    surnames: Iterable[str], bearers: Mapping[str, int], feminine: Mapping[str, str]
) -> dict[str, int]:
    """Return how many people bear a surname, men and women together, by both its forms (е for ё)."""
    totals: dict[str, int] = {}
    for surname in sorted(surnames):  # -ский and -ской share their woman's form: the order decides
        plain = surname.replace("ё", "е")
        for masculine, ending in feminine.items():
            if plain.endswith(masculine):
                woman = plain.removesuffix(masculine) + ending
                totals[plain] = totals[woman] = bearers.get(plain, 0) + bearers.get(woman, 0)
                break
    return totals


def _pack_names(names: Mapping[str, set[str]], bearers: Mapping[str, int], yo: Mapping[str, str]) -> bytes:
    """Return sorted keys (4 bytes each), then a weight each, then where ё stands (0: nowhere, 255: unknown)."""
    rows: dict[int, tuple[int, int]] = {}
    folded: dict[str, int] = defaultdict(int)
    for word, number in bearers.items():
        folded[word.replace("ё", "е")] += number
    families = _count_families(names["surname"], folded, read_rules()["feminine"])
    for kind in KINDS:
        for word in sorted(names.get(kind, ())):
            plain = word.replace("ё", "е")
            written = yo.get(plain, plain)
            count = families.get(plain, 0) if kind == "surname" else 0
            weight = 1 + round(16 * math.log(1 + max(count, folded.get(plain, 0))))
            position = written.find("ё") + 1
            key = name_key(kind, plain)
            rows[key] = max(rows.get(key, (0, 0)), (min(weight, 255), position))
    keys = sorted(rows)
    content = array("I", keys).tobytes()
    content += bytes(rows[key][0] for key in keys) + bytes(rows[key][1] for key in keys)
    return zlib.compress(array("I", [len(keys)]).tobytes() + content, 9)


def _pack_pairs(sources: Sources) -> bytes:
    """Return the pairs that more than one person bears: all Latin spellings, a line each, then the natives, then
    the numbers of bearers; an empty line between."""
    rows = sorted(row for row in sources.table if row[2] > 1)
    columns = ("\n".join(str(row[index]) for row in rows) for index in range(3))
    return zlib.compress("\n\n".join(columns).encode(), 9)


def _pack_channels(names: list[str]) -> bytes:
    """Return `locale latin native cost` a line, separated by tabs; the costs have two decimals."""
    met = read_rules()["also_met"]
    wanted = {f"house-{locale}" for locale in targets_of()}.union(*met.values())
    counts = {name: count_graphemes(names, open_scheme(name).romanize, SEED) for name in sorted(wanted)}
    lines = []
    for locale in targets_of():
        others = [counts[name] for name in met.get(locale, met["other"])]
        channel = mix_channel(counts[f"house-{locale}"], others)
        lines += [
            f"{locale}\t{latin}\t{native}\t{cost:.2f}" for (latin, native), cost in sorted(channel.items())
        ]
    return zlib.compress("\n".join(lines).encode(), 9)
