"""Which languages are so much alike that a guesser may take one for the other (`root/likeness.toml`)."""

from functools import cache
from typing import Any

from l10n.languages.packs import ANY, table
from l10n.languages.tags import language_subtag


@cache
def guessed_language(tag: str) -> str:
    """Return the language a guesser means by a tag: Norwegian, `no`, is `nb`."""
    same: dict[str, str] = _likeness()["same"]
    return same.get(tag, tag)


@cache
def are_near(one: str, other: str) -> bool:
    """Tell whether readers, too, take short texts of one language for the other."""
    return any(one in group and other in group for group in _likeness()["near"])


@cache
def has_no_blanks(locale: str) -> bool:
    """Tell whether the language of a locale puts no blanks between its words."""
    return language_subtag(locale) in _likeness()["unspaced"]


def _likeness() -> dict[str, Any]:
    return table(ANY, "likeness")
