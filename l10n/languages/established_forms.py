"""Conventional forms: what usage has decided before any rule. The facts are in the TOML files, with sources."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from l10n.errors import RegistryError, did_you_mean
from l10n.languages.folding import fold_letters

_FOLDER = Path(__file__).parent / "ru" / "established"
_FILES = ("given", "persons", "places", "world", "western", "foreign", "endings", "graphemes")
_NATIVES = ("names", "surnames", "persons", "places")
_ENTRY_KEYS = ("write", "read", "endonym")
_KEYS = ("authority", "url", *_NATIVES, "western", "foreign", "endings", "adjectives", "graphemes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventional:
    """What usage says; natives and spellings are in lower case, with е for ё.

    `natives` gives the native words a spelling stands for, `persons` the person (several words), `places` the place;
    `western` gives the Russian form of a given name of another origin, `foreign` that of a surname;
    `endonyms` language and name of a place whose own name is not the Russian one;
    `forms` the form a locale writes for a native; `known` the native names listed, spelled with their ё;
    `endings` what a locale writes for the ending of a Russian word; `adjectives` how endings of adjectives are read
    in a locale (the ending, that of the singular, the native one of the singular, the native one); `graphemes` what
    letters of a locale may also stand for, at which cost (a negative natural logarithm). A key of `forms` and
    `natives` may have several words.
    """

    natives: Mapping[str, tuple[str, ...]] = field(hash=False)
    persons: Mapping[str, str] = field(hash=False)
    places: Mapping[str, str] = field(hash=False)
    endonyms: Mapping[str, tuple[str, str]] = field(hash=False)
    forms: Mapping[tuple[str, str], str] = field(hash=False)
    known: Mapping[str, str] = field(hash=False)
    western: Mapping[str, str] = field(hash=False)
    foreign: Mapping[str, str] = field(hash=False)
    endings: Mapping[str, Mapping[str, str]] = field(hash=False)
    adjectives: Mapping[str, tuple[tuple[str, str, str, str], ...]] = field(hash=False)
    graphemes: Mapping[str, tuple[tuple[str, str, float], ...]] = field(hash=False)


def fold_key(text: str) -> str:
    """Return a name as the tables have it: lower case, е for ё."""
    return fold_letters(text.lower())


@cache
def conventional() -> Conventional:
    """Return all conventional forms, read once. Raises RegistryError with file and key for an unknown key."""
    natives: dict[str, tuple[str, ...]] = {}
    forms: dict[tuple[str, str], str] = {}
    known: dict[str, str] = {}
    wholes: dict[str, dict[str, str]] = {"persons": {}, "places": {}}
    endonyms: dict[str, tuple[str, str]] = {}
    western: dict[str, str] = {}
    foreign: dict[str, str] = {}
    endings: dict[str, Mapping[str, str]] = {}
    adjectives: dict[str, tuple[tuple[str, str, str, str], ...]] = {}
    graphemes: dict[str, tuple[tuple[str, str, float], ...]] = {}
    for name in _FILES:
        content = read_table(
            (_FOLDER / f"{name}.toml").read_text(encoding="utf-8"), f"languages/ru/established/{name}.toml"
        )
        western.update({fold_key(latin): native for latin, native in content.get("western", {}).items()})
        foreign.update({fold_key(latin): native for latin, native in content.get("foreign", {}).items()})
        endings.update(content.get("endings", {}))
        for locale, rows in content.get("adjectives", {}).items():
            adjectives[locale] = tuple((latin, one, native, ending) for latin, one, native, ending in rows)
        for locale, rows in content.get("graphemes", {}).items():
            graphemes[locale] = tuple((latin, native, float(cost)) for latin, native, cost in rows)
        for table in _NATIVES:
            for native, entry in content.get(table, {}).items():
                known[fold_key(native)] = native
                for locale, form in entry.get("write", {}).items():
                    forms[fold_key(native), locale] = form
                for language, endonym in entry.get("endonym", {}).items():
                    endonyms[fold_key(native)] = (language, endonym)
                for spelling in dict.fromkeys([*entry.get("read", ()), *entry.get("write", {}).values()]):
                    key = fold_key(spelling)
                    if table in wholes:
                        wholes[table].setdefault(key, native)
                    elif native not in natives.get(key, ()):
                        natives[key] = (*natives.get(key, ()), native)
    return Conventional(
        natives=natives,
        persons=wholes["persons"],
        places=wholes["places"],
        endonyms=endonyms,
        forms=forms,
        known=known,
        western=western,
        foreign=foreign,
        endings=endings,
        adjectives=adjectives,
        graphemes=graphemes,
    )


def read_table(text: str, path: str) -> dict[str, Any]:
    """Return the content of a file of conventional forms; raises RegistryError with the file and the key."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RegistryError("this rule file cannot be read", where=path, why=str(error)) from error
    for key in content:
        if key not in _KEYS:
            raise RegistryError(f"unknown key {key!r}", where=f"{path}: {key}", hint=did_you_mean(key, _KEYS))
    for table in _NATIVES:
        for native, entry in content.get(table, {}).items():
            for key in entry:
                if key not in _ENTRY_KEYS:
                    where = f"{path}: {table}.{native}.{key}"
                    raise RegistryError(f"unknown key {key!r}", where=where, hint=", ".join(_ENTRY_KEYS))
    return content
