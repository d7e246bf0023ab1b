"""What the onomasticon is made of: dictionaries of Russian names, and a table of names with their bearers.

Nothing of this is needed at run time; pymorphy3 and natasha are installed for building only.
"""

import csv
import importlib.util
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from l10n.errors import L10nError

_TAGS = {"Name": "given", "Patr": "patronymic", "Surn": "surname", "Geox": "place"}
_LETTERS = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя-")


@dataclass(kw_only=True)
class Sources:
    """`table` holds (Latin, Cyrillic, bearers) in lower case; `names` the Russian names of each kind."""

    table: list[tuple[str, str, int]] = field(default_factory=list)
    names: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def read_table(path: Path) -> list[tuple[str, str, int]]:
    """Return the rows (en, ru, count) of the table of Merhav and Ash; only those in Latin and Cyrillic letters."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            (row["en"], row["ru"], int(row["count"]))
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    return [row for row in rows if _LETTERS.issuperset(row[1]) and row[0].replace("'", "").isalpha()]


def read_dictionaries(feminine: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the Russian names of the kinds given, patronymic, surname and place, in the nominative.

    natasha lists surnames of men: `feminine` (ending of a man's → of a woman's) adds those of women.
    """
    names: dict[str, set[str]] = defaultdict(set)
    folder = _natasha_folder()
    for file, kind in (("first.txt", "given"), ("maybe_first.txt", "given"), ("last.txt", "surname")):
        names[kind].update((folder / file).read_text(encoding="utf-8").split())
    for kind, word in _pymorphy_names():
        names[kind].add(word)
    for surname in tuple(names["surname"]):
        for masculine, ending in feminine.items():
            if surname.endswith(masculine) and len(surname) > len(masculine) + 1:
                names["surname"].add(surname.removesuffix(masculine) + ending)
                break
    return {
        kind: {word for word in words if _LETTERS.issuperset(word) and len(word) > 1}
        for kind, words in names.items()
    }


def read_rules() -> dict[str, Any]:
    """Return the rules of `builder/rules.toml`."""
    return tomllib.loads((Path(__file__).parent / "rules.toml").read_text(encoding="utf-8"))


def _natasha_folder() -> Path:
    found = importlib.util.find_spec("natasha")
    if found is None or found.origin is None:
        raise L10nError(
            "natasha is not installed", hint="pip install --no-deps natasha pymorphy3-dicts-ru pymorphy3"
        )
    return Path(found.origin).parent / "data" / "dict"


def _pymorphy_names() -> list[tuple[str, str]]:
    """Return (kind, word) for every name in the nominative singular; inflected tags are looked up once each."""
    from pymorphy3 import MorphAnalyzer  # type: ignore[import-not-found,import-untyped,unused-ignore]

    dictionary = MorphAnalyzer().dictionary
    kinds: dict[tuple[int, int], str] = {}
    found: list[tuple[str, str]] = []
    for word, place in dictionary.words.iteritems():
        if place not in kinds:
            grammemes = dictionary.build_tag_info(*place).grammemes
            one = "plur" not in grammemes or "Pltm" in grammemes  # Шахты has no singular
            wanted = "nomn" in grammemes and one and "Infr" not in grammemes
            kinds[place] = next((_TAGS[tag] for tag in _TAGS if wanted and tag in grammemes), "")
        if kinds[place]:
            found.append((kinds[place], word))
    return found
