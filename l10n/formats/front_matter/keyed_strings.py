"""The strings of front matter as its readers, one for YAML and one for TOML, give them."""

from typing import NamedTuple


class FrontMatterError(ValueError):
    """The text is no YAML, or no TOML."""


class KeyedString(NamedTuple):
    """A string, the keys that lead to it, its place, and the indent of its lines if it is a block."""

    keys: tuple[str, ...]
    start: int
    end: int
    text: str
    prefix: str | None = None
