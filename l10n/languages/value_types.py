"""Whether the values of a file of a pack are of the types that the same keys have in our own files.

The readers of some files take much for granted, because our files are tested; people write packs of their own.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from l10n.languages.packs import PACKAGE

_EACH = "*"  # stands for the elements of a list, and for the keys of a table whose keys are words
_SCALARS = {str: "a string", bool: "true or false", int: "a number", float: "a number"}


def unlike_ours(raw: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """Yield the dotted key of each value of another type than our files `<name>.toml` have there, and what it must be.

    What our files do not have is not judged.
    """
    yield from _unlike(raw, "", _types(name))


def _unlike(value: Any, key: str, types: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    known = _known(key, types)
    kind = _kind(value)
    if known and kind not in known:
        yield key, f"must be {' or '.join(sorted(known))}"
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _unlike(inner, f"{key}.{name}".lstrip("."), types)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            for where, what in _unlike(inner, f"{key}.{_EACH}", types):
                yield where.replace(f".{_EACH}", f"[{number}]", 1), what


def _known(key: str, types: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the types of a key; of one that our files do not have, those that all its neighbours there share."""
    if key in types:
        return types[key]
    parent, _, _ = key.rpartition(".")
    beside = [kinds for other, kinds in types.items() if other.rpartition(".")[0] == parent and parent]
    return beside[0] if len(beside) > 1 and len({*beside}) == 1 else frozenset()


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else _SCALARS.get(type(value), "a date")


@cache
def _types(name: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for path in PACKAGE.glob(f"*/{name}.toml"):
        _gather(tomllib.loads(path.read_text(encoding="utf-8")), "", found)
    return {key: frozenset(kinds) for key, kinds in found.items()}


def _gather(value: Any, key: str, found: dict[str, set[str]]) -> None:
    if key:
        found.setdefault(key, set()).add(_kind(value))
    if isinstance(value, dict):
        for name, inner in value.items():
            _gather(inner, f"{key}.{name}".lstrip("."), found)
    elif isinstance(value, list):
        for inner in value:
            _gather(inner, f"{key}.{_EACH}", found)
