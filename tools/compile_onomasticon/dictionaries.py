"""The dictionaries the onomasticon is made of: who lists Russian names, and how many people each counts.

Every one of them may be used, changed and passed on (`PROVENANCE.toml` of the onomasticon says where it is from);
OpenCorpora, which asks that what is made of it be shared alike, is not among them. No run of l10n needs any of this.
"""

import importlib
import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from babel import Locale
from babel.localedata import load

from l10n.errors import L10nError

Names = dict[str, set[str]]
PACKAGES = ("natasha", "russiannames", "mimesis", "faker")
_INSTALL = f"pip install --no-deps {' '.join(PACKAGES)} duckdb"
# Records are typed by hand: a name that stands in fewer of them is likely to be a slip. Official records write е for
# ё, so what they write with ё somebody has spelled out, and two records are enough.
_RECORDS = {"given": ("names", 5), "patronymic": ("midnames", 2), "surname": ("surnames", 10)}
_RECORDS_OF_YO = 2


def read_natasha() -> Names:
    """Return the given names and surnames (of men, mostly) that natasha lists."""
    folder = _folder("natasha") / "data" / "dict"
    names: Names = defaultdict(set)
    for file, kind in (("first.txt", "given"), ("maybe_first.txt", "given"), ("last.txt", "surname")):
        names[kind].update((folder / file).read_text(encoding="utf-8").split())
    return names


def read_records() -> dict[str, Counter[str]]:
    """Return by kind how many records of public registers in Russia have a name (russiannames), in lower case."""
    import duckdb  # type: ignore[import-not-found,import-untyped,unused-ignore]

    folder = _folder("russiannames") / "data"
    records: dict[str, Counter[str]] = {}
    for kind, (file, _) in _RECORDS.items():
        counts: Counter[str] = Counter()
        for text, count in duckdb.read_parquet(f"{folder / file}.parquet").project("text, count").fetchall():
            counts[(text or "").lower()] += count or 1
        records[kind] = counts
    return records


def names_of_records(records: Mapping[str, Mapping[str, int]]) -> Names:
    """Return the names that enough records have."""
    names: Names = {}
    for kind, counts in records.items():
        least = _RECORDS[kind][1]
        sure = {name for name, count in counts.items() if count >= least}
        spelled_out = {
            name
            for name, count in counts.items()
            if "ё" in name and count >= _RECORDS_OF_YO and name.replace("ё", "е") in sure
        }
        names[kind] = sure | spelled_out
    return names


def read_places() -> set[str]:
    """Return names of places, and the words of those that have several: Усть-Кут, Усть, Кут.

    Towns of Russia as mimesis and Faker list them; countries, and the cities of time zones, as CLDR calls them.
    """
    mimesis = _folder("mimesis") / "datasets" / "ru" / "address.json"
    faker = importlib.import_module("faker.providers.address.ru_RU").Provider
    zones = load("ru")["time_zones"].values()
    listed: list[Iterable[str]] = [
        json.loads(mimesis.read_text(encoding="utf-8"))["city"],
        faker.city_names,
        faker.countries,
        Locale("ru").territories.values(),
        [zone["city"] for zone in zones if isinstance(zone.get("city"), str)],
    ]
    whole = {name.lower() for names in listed for name in names}
    return whole | {word for name in whole for word in name.replace("-", " ").split() if len(word) > 2}


def _folder(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise L10nError(f"{package} is not installed", hint=_INSTALL)
    return Path(found.origin).parent
