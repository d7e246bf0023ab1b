"""The files of the onomasticon, and how they are made of its sources."""

import math
import zlib
from array import array
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from l10n.languages.transcription import targets_of
from l10n.names.transcription.onomasticon.automaton import pack
from l10n.names.transcription.onomasticon.store import KINDS, name_key
from l10n.names.transliteration.library import open_scheme
from tools.compile_onomasticon.sources import Sources, read_rules
from tools.compile_onomasticon.training import count_graphemes, mix_channel, train_letters

SEED = 2026
_WEIGHT = {"given": 4.0, "surname": 1.0, "patronymic": 0.5, "place": 6.0}
_PER_TENFOLD = 0.25  # how much more a name teaches of letters when ten times as many records have it
# How many of the people whom texts are about have a name of a kind, as far as the records say it: they count everybody,
# while the table counts who is written about. Both are added, and the table decides where it knows a name.
_OF_RECORDS = {"given": 4_500.0, "patronymic": 3_750.0, "surname": 45_000.0}
_FAMILY = {"surname", "patronymic"}
_OF_A_PLACE = 6.0  # nobody counts who is written about with the name of a town


def write_onomasticon(sources: Sources, folder: Path) -> None:
    """Write every file of the onomasticon into `folder`."""
    bearers: dict[str, int] = defaultdict(int)
    for _, native, count in sources.table:
        bearers[native] += count
    yo = _letters_yo(sources, bearers)
    (folder / "names.bin").write_bytes(_pack_names(sources, bearers, yo))
    (folder / "pairs.bin").write_bytes(_pack_pairs(sources))
    weights = _weights(sources, yo)
    (folder / "letters.bin").write_bytes(pack(train_letters(weights)))
    (folder / "channels.bin").write_bytes(_pack_channels(sorted(weights)))


def _weights(sources: Sources, yo: Mapping[str, str]) -> dict[str, float]:
    """Return how much each name teaches of the letters of names."""
    records: dict[str, int] = defaultdict(int)
    for counts in sources.records.values():
        for word, count in counts.items():
            records[word] += count
    weights: dict[str, float] = defaultdict(float)
    for kind, words in sources.names.items():
        for word in sorted(words):
            weights[yo.get(word, word)] += _WEIGHT[kind]
    return {
        word: weight * (1 + _PER_TENFOLD * math.log10(1 + records.get(word, 0)))
        for word, weight in weights.items()
    }


def _letters_yo(sources: Sources, bearers: Mapping[str, int]) -> dict[str, str]:
    """Return the names the sources write with ё, by their spelling with е."""
    found: dict[str, str] = {}
    for word in sorted({*bearers, *(word for words in sources.names.values() for word in words)}):
        plain = word.replace("ё", "е")
        if plain != word and bearers.get(word, 0) >= bearers.get(plain, 0):
            found[plain] = word
    return found


def _count_bearers(kind: str, sources: Sources, table: Mapping[str, float]) -> dict[str, float]:
    """Return how many people bear each name of a kind (е for ё); a family counts men and women together."""
    counts: dict[str, float] = defaultdict(float)
    records = sources.records.get(kind, {})
    share = _OF_RECORDS.get(kind, 0.0) / max(sum(records.values()), 1)
    own: dict[str, int] = defaultdict(int)
    every: dict[str, int] = defaultdict(int)
    for other, names in sources.records.items():
        for word, number in names.items():
            every[_plain(word)] += number
            own[_plain(word)] += number if other == kind else 0
    for word, number in own.items():
        counts[word] = number * share
    # The table does not say which part of a name a word is: Денис is a surname, too, but of few who are in it. A given
    # name counts them all: records have no pet names (Шура).
    known = {
        word: table.get(word, 0.0) * (own[word] / every[word] if kind in _FAMILY and every.get(word) else 1.0)
        for word in {_plain(word) for word in sources.names.get(kind, ())}
    }
    listed = sorted(known)
    found = {word: counts[word] + known[word] + (_OF_A_PLACE if kind == "place" else 0.0) for word in listed}
    if kind != "surname":
        return found
    families: dict[str, float] = {}
    for word in listed:  # -ский and -ской share their woman's form: the order decides
        for masculine, ending in read_rules()["feminine"].items():
            if word.endswith(masculine):
                woman = word.removesuffix(masculine) + ending
                families[word] = families[woman] = found[word] + found.get(woman, 0.0)
                break
    return found | families


def _plain(word: str) -> str:
    return word.replace("ё", "е")


def _pack_names(sources: Sources, bearers: Mapping[str, int], yo: Mapping[str, str]) -> bytes:
    """Return sorted keys (4 bytes each), then a weight each, then where ё stands (0: nowhere, 255: unknown)."""
    rows: dict[int, tuple[int, int]] = {}
    table: dict[str, float] = defaultdict(float)
    for word, number in bearers.items():
        table[_plain(word)] += number
    for kind in KINDS:
        for word, count in sorted(_count_bearers(kind, sources, table).items()):
            weight = 1 + round(16 * math.log(1 + count))
            position = yo.get(word, word).find("ё") + 1
            key = name_key(kind, word)
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
