"""Which languages write the names of which: the edges between packs, `<target>/from-<source>.toml`.

Names of the pivot are known by an onomasticon and by models (`pairs/`), so a spelling in another language can be read
back to it; all other edges are ways to write only.
"""

import re
from functools import cache
from pathlib import Path

from l10n.languages import packs
from l10n.languages.scripts import has_letter, letters_of, script_of

PIVOT = "ru"
_FROM = "from-"


def targets_of(source: str = PIVOT) -> tuple[str, ...]:
    """Return the languages that have a way to write the names of `source`, sorted."""
    return packs.tags_with(_FROM + source)


def sources_of(target: str) -> tuple[str, ...]:
    """Return the languages whose names `target` has a way to write, sorted."""
    return packs.names_like(target, _FROM)


def edge_file(target: str, source: str, *, own: bool = True) -> Path | None:
    """Return the file by which `target` writes the names of `source`; `own=False`: only that of the package."""
    name = _FROM + source
    if own:
        return packs.find(target, name)
    path = packs.PACKAGE / target / f"{name}.toml"
    return path if path.is_file() else None


def has_pivot_letter(text: str) -> bool:
    """Tell whether a text has a letter of the script of the pivot."""
    return has_letter(text, script_of(PIVOT))


@cache
def pivot_word() -> re.Pattern[str]:
    """Return what matches a run of letters of the script of the pivot."""
    return re.compile(f"[{letters_of(script_of(PIVOT))}]+")
