"""Whether the values of a file of a pack are what its reader needs: people write packs of their own.

Where a file has few keys its reader names them (`checked`); of the others, which have many, our own files say what type
stands under a key (`unlike_ours`).
"""

import math
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from l10n.errors import L10nError, RegistryError, did_you_mean, raise_all
from l10n.languages.packs import PACKAGE, table

_SCALARS = {str: "a string", bool: "true or false", int: "a number", float: "a number"}
_Path = tuple[str | int, ...]  # keys of tables, and indices of lists


def checked(
    tag: str, name: str, required: Mapping[str, object], optional: Mapping[str, object]
) -> dict[str, Any]:
    """Return the content of a file with its optional keys filled in, {} when no pack has it.

    `required` and `optional` give each key a value of its type; that of an optional one is its default. Raises
    RegistryError, or SeveralErrors for more mistakes: a key nobody knows, a missing one, a value of another type.
    """
    raw = table(tag, name)
    where = f"languages/{tag}/{name}.toml"
    known = {**required, **optional, **_PROVENANCE}
    errors: list[L10nError] = []
    for key, value in raw.items():
        if key not in known:
            hint = did_you_mean(key, known) or f"known are: {', '.join(known)}"
            errors.append(RegistryError(f"unknown key {key!r}", where=f"{where}: {key}", hint=hint))
        elif not _is_like(value, known[key]):
            errors.append(RegistryError(f"must be {_described(known[key])}", where=f"{where}: {key}"))
    if raw:
        missing = [key for key in required if raw.get(key, "") == ""]
        errors += [RegistryError("this key is missing, or empty", where=f"{where}: {key}") for key in missing]
    raise_all(errors)
    return {**optional, **raw} if raw else {}


_PROVENANCE: Mapping[str, object] = {"language": "", "authority": "", "url": "", "notes": "", "samples": [{}]}


def _is_like(value: object, model: object) -> bool:
    """Tell whether a value is of the type of a model, and no text in it is empty where one is needed."""
    if isinstance(model, float):
        return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < math.inf
    if isinstance(model, list):
        return isinstance(value, list) and all(
            one and isinstance(one, type(model[0]) if model else str) for one in value
        )
    if isinstance(model, dict):
        return isinstance(value, dict) and all(one and isinstance(one, str) for one in value.values())
    return type(value) is type(model)


def _described(model: object) -> str:
    named = {
        str: "a string",
        bool: "true or false",
        float: "a number above 0",
        dict: "a table of strings, none empty",
    }
    return named.get(type(model), "a list of strings, none empty" if model != [{}] else "a list of tables")


def unlike_ours(raw: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """Yield the dotted key of each value of another type than our files `<name>.toml` have there, and what it must be.

    Of a key that our files do not have, such as a word, the type is what all its neighbours there share, if they do.
    """
    types = _types(name)
    for path, kind in _kinds(raw, ()):
        place = _place(path)
        known = types.get(place) or _shared_beside(place, types)
        if known and kind not in known:
            shown = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
            yield shown.removeprefix("."), f"must be {' or '.join(sorted(known))}"


def _place(path: _Path) -> _Path:
    """Return a path as that of all items of its lists: they are of one type."""
    return tuple(0 if isinstance(step, int) else step for step in path)


def _shared_beside(place: _Path, types: Mapping[_Path, frozenset[str]]) -> frozenset[str]:
    beside = [kinds for other, kinds in types.items() if len(place) > 1 and other[:-1] == place[:-1]]
    return beside[0] if len(beside) > 1 and len(set(beside)) == 1 else frozenset()


def _kinds(value: Any, path: _Path) -> Iterator[tuple[_Path, str]]:
    """Yield the path and the type of a value, and of all in it."""
    if path:
        named = "a table" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a date"
        yield path, _SCALARS.get(type(value), named)
    inside = value if isinstance(value, dict) else dict(enumerate(value)) if isinstance(value, list) else {}
    for key, one in inside.items():
        yield from _kinds(one, (*path, key))


@cache
def _types(name: str) -> Mapping[_Path, frozenset[str]]:
    found: dict[_Path, set[str]] = {}
    for file in PACKAGE.glob(f"*/{name}.toml"):
        for path, kind in _kinds(tomllib.loads(file.read_text(encoding="utf-8")), ()):
            found.setdefault(_place(path), set()).add(kind)
    return {path: frozenset(kinds) for path, kinds in found.items()}
