"""The TOML files of the languages, in one folder for each concern."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def language_of(locale: str) -> str:
    """Return the language of a locale: `nl` of `nl_BE`, and of `nl-BE`."""
    return locale.replace("-", "_").partition("_")[0]


@cache
def tables(folder: str) -> frozenset[str]:
    """Return the names of the files in a folder, without `.toml`."""
    found = (path.name for path in (files("l10n.conventions") / folder).iterdir())
    return frozenset(name.removesuffix(".toml") for name in found if name.endswith(".toml"))


def table(folder: str, name: str) -> dict[str, Any]:
    """Return the content of `folder/name.toml`."""
    path = files("l10n.conventions") / folder / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
