"""The TOML files of the languages, in one folder for each concern."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


def language_of(locale: str) -> str:
    """Return the language of a locale: `nl` of `nl_BE`, and of `nl-BE`."""
    return locale.replace("-", "_").partition("_")[0]


@cache
def tables(folder: str) -> frozenset[str]:
    """Return the names of the files in a folder, without `.toml`."""
    return frozenset(path.stem for path in (_FOLDER / folder).glob("*.toml"))


def table(folder: str, name: str) -> dict[str, Any]:
    """Return the content of `folder/name.toml`."""
    path = _FOLDER / folder / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
