"""Established forms: what usage has decided before any rule. The facts are in TOML files, with sources.

The names of the pivot, and the spellings by which they are known in any language, are in its pack (`established/`);
what a language writes for them is in the pack of that language: `established_forms.toml`, and what its letters may
also stand for in `back_transcription.toml`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from l10n.errors import RegistryError, did_you_mean
from l10n.languages import packs
from l10n.languages.folding import fold_letters
from l10n.languages.transcription import PIVOT

_NATIVE_FILES = ("given", "persons", "places", "world", "foreign_given_names", "foreign_surnames")
_OF_A_LANGUAGE, _READ_BACK = "established_forms", "back_transcription"
_NATIVES = ("names", "surnames", "persons", "places")
_WHOLE = ("persons", "places")  # looked up as wholes, not word by word
_ENTRY_KEYS = ("read", "endonym")
_PROVENANCE = ("authority", "url", "notes")
_KEYS = {
    _OF_A_LANGUAGE: (*_PROVENANCE, *_NATIVES, "endings"),
    _READ_BACK: (*_PROVENANCE, "graphemes", "adjectives"),
}
_NATIVE_KEYS = (*_PROVENANCE, *_NATIVES, "foreign_given_names", "foreign_surnames")


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishedForms:
    """What usage says; natives and spellings are in lower case, with е for ё.

    `natives` gives the native words a spelling stands for, `persons` the person (several words), `places` the place;
    `foreign_given_names` gives the Russian form of a given name of another origin, `foreign_surnames` of a surname;
    `endonyms` language and name of a place whose own name is not the Russian one;
    `forms` the form a language writes for a native; `known` the native names listed, spelled with their ё;
    `endings` what a language writes for the ending of a Russian word; `adjectives` how endings of adjectives are read
    in a language (the ending, that of the singular, the native one of the singular, the native one); `graphemes` what
    letters of a language may also stand for, at which cost (a negative natural logarithm). A key of `forms` and
    `natives` may have several words.
    """

    natives: Mapping[str, tuple[str, ...]] = field(hash=False)
    persons: Mapping[str, str] = field(hash=False)
    places: Mapping[str, str] = field(hash=False)
    endonyms: Mapping[str, tuple[str, str]] = field(hash=False)
    forms: Mapping[tuple[str, str], str] = field(hash=False)
    known: Mapping[str, str] = field(hash=False)
    foreign_given_names: Mapping[str, str] = field(hash=False)
    foreign_surnames: Mapping[str, str] = field(hash=False)
    endings: Mapping[str, Mapping[str, str]] = field(hash=False)
    adjectives: Mapping[str, tuple[tuple[str, str, str, str], ...]] = field(hash=False)
    graphemes: Mapping[str, tuple[tuple[str, str, float], ...]] = field(hash=False)


def fold_key(text: str) -> str:
    """Return a name as the tables have it: lower case, е for ё."""
    return fold_letters(text.lower())


@cache
def established_forms() -> EstablishedForms:
    """Return all established forms, read once. Raises RegistryError with file and key for what is wrong in a file."""
    read = _Spellings()
    foreign: dict[str, dict[str, str]] = {"foreign_given_names": {}, "foreign_surnames": {}}
    endonyms: dict[str, tuple[str, str]] = {}
    for name in _NATIVE_FILES:
        content = _table(PIVOT, f"established/{name}", _NATIVE_KEYS)
        for table, known in foreign.items():
            known.update({fold_key(latin): native for latin, native in content.get(table, {}).items()})
        for table in _NATIVES:
            for native, entry in content.get(table, {}).items():
                _refuse_unknown(
                    entry, _ENTRY_KEYS, f"languages/{PIVOT}/established/{name}.toml: {table}.{native}"
                )
                read.add(table, native, entry.get("read", ()))
                for language, endonym in entry.get("endonym", {}).items():
                    endonyms[fold_key(native)] = (language, endonym)
    forms: dict[tuple[str, str], str] = {}
    endings: dict[str, dict[str, str]] = {}
    for language in packs.tags_with(_OF_A_LANGUAGE):
        content = _table(language, _OF_A_LANGUAGE, _KEYS[_OF_A_LANGUAGE])
        with packs.reading(language, _OF_A_LANGUAGE):
            for table in _NATIVES:
                for native, form in content.get(table, {}).items():
                    forms[fold_key(native), language] = form
                    read.add(table, native, (form,))
            for ending, written in content.get("endings", {}).items():
                endings.setdefault(ending, {})[language] = str(written)
    return EstablishedForms(
        natives=read.natives,
        persons=read.wholes["persons"],
        places=read.wholes["places"],
        endonyms=endonyms,
        forms=forms,
        known=read.known,
        foreign_given_names=foreign["foreign_given_names"],
        foreign_surnames=foreign["foreign_surnames"],
        endings=endings,
        adjectives=_read_back("adjectives", (str, str, str, str)),
        graphemes=_read_back("graphemes", (str, str, float)),
    )


class _Spellings:
    """The native names that spellings stand for, as they are gathered."""

    def __init__(self) -> None:
        self.natives: dict[str, tuple[str, ...]] = {}
        self.known: dict[str, str] = {}
        self.wholes: dict[str, dict[str, str]] = {table: {} for table in _WHOLE}

    def add(self, table: str, native: str, spellings: Iterable[str]) -> None:
        self.known[fold_key(native)] = native
        for spelling in spellings:
            key = fold_key(spelling)
            if table in self.wholes:
                self.wholes[table].setdefault(key, native)
            elif native not in self.natives.get(key, ()):
                self.natives[key] = (*self.natives.get(key, ()), native)


def _read_back(key: str, types: tuple[Callable[[Any], Any], ...]) -> dict[str, tuple[Any, ...]]:
    """Return language → the rows of a table of `back_transcription.toml`, each value of its type."""
    found: dict[str, tuple[Any, ...]] = {}
    for tag in packs.tags_with(_READ_BACK):
        rows = _table(tag, _READ_BACK, _KEYS[_READ_BACK]).get(key, [])
        with packs.reading(tag, _READ_BACK):
            found[tag] = tuple(tuple(of(value) for of, value in zip(types, row, strict=True)) for row in rows)
    return {tag: rows for tag, rows in found.items() if rows}


def _table(tag: str, name: str, keys: tuple[str, ...]) -> Mapping[str, Any]:
    """Return the content of a file. Raises RegistryError with the file and the key for one nobody knows."""
    content = packs.table(tag, name)
    _refuse_unknown(content, keys, f"languages/{tag}/{name}.toml")
    return content


def _refuse_unknown(content: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    for key in content:
        if key not in keys:
            hint = did_you_mean(key, keys) or f"known are: {', '.join(keys)}"
            raise RegistryError(f"unknown key {key!r}", where=f"{where}: {key}", hint=hint)
