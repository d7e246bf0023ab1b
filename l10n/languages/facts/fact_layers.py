"""What a language's `facts.toml` says on top of what CLDR says of it (`cldr.toml`), on top of what holds anywhere.

A section says key by key what is otherwise. Forms of units, currencies, months and weekdays are added to those below:
CLDR has no cases, and a sign means the same in any language.
"""

from collections.abc import Mapping
from itertools import chain, zip_longest
from typing import Any

_FORMS = ("units", "currencies")
_NAMES = ("months", "weekdays")


def layered(*layers: Mapping[str, Any]) -> dict[str, Any]:
    """Return one content of all, the lowest first; what only the top says beside its sections is its own."""
    sections = [key for key, value in layers[0].items() if isinstance(value, dict)]
    return {section: _section(section, [layer.get(section, {}) for layer in layers]) for section in sections}


def _section(name: str, layers: list[dict[str, Any]]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for layer in layers:
        merged |= layer
    if name == "numbers":
        merged["scales"] = {
            word: value for layer in layers for word, value in layer.get("scales", {}).items()
        }
    if name in _FORMS:
        return {key: _distinct(layer.get(key, ()) for layer in layers) for key in merged}
    if name == "dates":
        for key in _NAMES:
            merged[key] = [
                _distinct(names)
                for names in zip_longest(*(layer.get(key, ()) for layer in layers), fillvalue=())
            ]
    return merged


def _distinct(lists: Any) -> list[str]:
    return list(dict.fromkeys(chain.from_iterable(lists)))
