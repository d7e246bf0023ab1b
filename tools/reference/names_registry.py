"""The page of names.toml: the keys the reader knows, what each says from `names_registry.toml`."""

import tomllib
from enum import StrEnum
from pathlib import Path

from l10n.names import EntryStatus, Gender, Kind
from l10n.names.registry import validation
from tools.reference.markdown import code, table, title

SAID = tomllib.loads((Path(__file__).parent / "names_registry.toml").read_text(encoding="utf-8"))
_CHOICES: dict[str, type[StrEnum]] = {"kind": Kind, "gender": Gender, "status": EntryStatus}


def keys() -> dict[str, tuple[str, ...]]:
    """Return the keys of an entry, and those of an entry in a locale."""
    return {"entry": validation._ENTRY_KEYS, "locale": validation._LOCALE_KEYS}  # noqa: SLF001


def page() -> str:
    """Return the page."""
    parts = [title("names.toml", "the reader of the registry and `tools/reference/names_registry.toml`")]
    parts.append(SAID["before"])
    for part, names in keys().items():
        rows = [(code(name), _values(name), SAID[part][name]) for name in names]
        parts += [f"## {SAID['titles'][part]}\n", table(("key", "value", "what it says"), rows)]
    parts.append(SAID["after"])
    return "\n".join(parts)


def _values(name: str) -> str:
    if name in _CHOICES:
        return ", ".join(code(str(choice.value)) for choice in _CHOICES[name])
    return str(SAID["values"].get(name, "a text"))
