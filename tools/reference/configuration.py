"""The page of the configuration: the keys and defaults of the code, what each says from `configuration.toml`."""

import tomllib
from dataclasses import MISSING, fields
from pathlib import Path

from l10n import project
from tools.reference.markdown import code, table, title

SAID = tomllib.loads((Path(__file__).parent / "configuration.toml").read_text(encoding="utf-8"))


def keys() -> dict[str, str]:
    """Return every key of `[tool.l10n]` with its default as TOML; "" where there is none."""
    defaults = {
        one.name: one.default if one.default is not MISSING else {} for one in fields(project.Project)
    }
    return {key: _toml(defaults[key]) for key in project._KEYS}  # noqa: SLF001  # its only list


def page() -> str:
    """Return the page."""
    said = SAID["default"]
    rows = [(code(key), said.get(key) or code(default), SAID["key"][key]) for key, default in keys().items()]
    head = title("Configuration", "`l10n/project.py` and `tools/reference/configuration.toml`")
    return "\n".join((head, SAID["before"], table(("key", "default", "what it says"), rows), SAID["after"]))


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"' if value else ""
    if isinstance(value, tuple):
        return "[]"
    return "{}" if isinstance(value, dict) or callable(value) else str(value)
