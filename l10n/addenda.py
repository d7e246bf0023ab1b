"""Addenda: what only the readers of one locale get, and where it goes. Our tables `[[addendum]]` of the configuration.

An addendum has no source: it is written in its language by whoever writes for these readers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

START, END = "start", "end"
_KEYS = ("locale", "document", "file", "position", "after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """A `file` that is put into `document` in `locale`; both are paths relative to the root of the project.

    It stands behind the heading `after`, as the source has it (`Part › Chapter` where that alone is not enough), or
    at the `position` START or END of what readers see.
    """

    locale: str
    document: str
    file: str
    position: str = END
    after: str = ""

    @property
    def place(self) -> str:
        """Where it goes, in words."""
        return f"after the heading “{self.after}”" if self.after else f"at the {self.position}"


def addenda_of(value: Any) -> tuple[Addendum, ...]:
    """Return the addenda that a list of tables describes. Raises ValueError for the first thing that is wrong."""
    if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
        raise ValueError("must be tables, each as [[addendum]]")
    return tuple(_addendum(table, number) for number, table in enumerate(value, 1))


def _addendum(table: Mapping[str, Any], number: int) -> Addendum:
    if unknown := [key for key in table if key not in _KEYS]:
        raise ValueError(f"number {number} has an unknown key {unknown[0]!r}; known: {', '.join(_KEYS)}")
    for key, text in table.items():
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"number {number}: {key} must be a text that is not empty")
    if missing := [key for key in _KEYS[:3] if key not in table]:
        raise ValueError(f"number {number} has no {missing[0]}")
    if "after" in table and "position" in table:
        raise ValueError(f"number {number} has both a position and a heading to stand after")
    if table.get("position", END) not in {START, END}:
        raise ValueError(f"number {number}: position must be {START!r} or {END!r}; a heading goes to `after`")
    return Addendum(**table)
