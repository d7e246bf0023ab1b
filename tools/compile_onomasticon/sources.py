"""What the onomasticon is made of: dictionaries of Russian names, and a table of names with their bearers."""

import csv
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.compile_onomasticon.dictionaries import (
    Names,
    names_of_records,
    read_natasha,
    read_places,
    read_records,
)

_LETTERS = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя-")


@dataclass(kw_only=True)
class Sources:
    """`table` holds (Latin, Cyrillic, bearers) in lower case; `names` the Russian names of each kind.

    `records` are how many records of public registers have a name of a kind.
    """

    table: list[tuple[str, str, int]] = field(default_factory=list)
    names: Names = field(default_factory=lambda: defaultdict(set))
    records: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def read_table(path: Path) -> list[tuple[str, str, int]]:
    """Return the rows (en, ru, count) of the table of Merhav and Ash; only those in Latin and Cyrillic letters."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            (row["en"], row["ru"], int(row["count"]))
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    return [row for row in rows if _LETTERS.issuperset(row[1]) and row[0].replace("'", "").isalpha()]


def read_sources(table: Path) -> Sources:
    """Return everything the onomasticon is made of; `table` is the file of Merhav and Ash."""
    records = read_records()
    names: Names = defaultdict(set)
    for listed in (read_natasha(), names_of_records(records), {"place": read_places()}):
        for kind, words in listed.items():
            names[kind] |= words
    _add_women(names["surname"], read_rules()["feminine"])
    kept = {
        kind: {word for word in words if _LETTERS.issuperset(word) and len(word) > 1}
        for kind, words in names.items()
    }
    return Sources(table=read_table(table), names=kept, records=records)


def _add_women(surnames: set[str], feminine: Mapping[str, str]) -> None:
    """Add the surnames of women: lists are of men, mostly. `feminine`: ending of a man's → of a woman's."""
    for surname in tuple(surnames):
        for masculine, ending in feminine.items():
            if surname.endswith(masculine) and len(surname) > len(masculine) + 1:
                surnames.add(surname.removesuffix(masculine) + ending)
                break


def read_rules() -> dict[str, Any]:
    """Return the rules of `rules.toml`."""
    return tomllib.loads((Path(__file__).parent / "rules.toml").read_text(encoding="utf-8"))
