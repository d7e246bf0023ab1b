"""TOML, JSON, YAML and CSV, measured before they are parsed.

The scanners look at signs, not at grammar: they know strings and comments, and count what stands outside them. What
they pass may still be no TOML; that is for the parser to say.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from l10n.errors import BudgetError

_LONGEST_WORD = 1_000  # characters of a number or of a bare key
_LONGEST_KEY = 1_000  # characters of a key in quotation marks
_WORDS = re.compile(r"[\s,:]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What one kind of text may ask for.

    `size` is in characters, `depth` in brackets that are open at once. Of values and of tables (with lists, and the
    dots of keys, which open tables) a text may have so many, and one more for each so many characters: that is in
    proportion to any text people or programs write, and bounds the time and the memory.
    """

    kind: str
    size: int
    depth: int
    values: tuple[int, int]
    tables: tuple[int, int] = (0, 1)
    dots: int = 0  # of one key


# The dearest texts within each of these are measured in tests/trust/test_budgets.py.
TOML = Budget(kind="TOML", size=6_000_000, depth=64, values=(100_000, 16), tables=(40_000, 40), dots=16)
FRONT_MATTER = Budget(
    kind="front matter", size=500_000, depth=64, values=(40_000, 40), tables=(20_000, 40), dots=16
)
YAML = Budget(kind="front matter", size=500_000, depth=40, values=(40_000, 1_000))
JSON = Budget(kind="JSON", size=64_000_000, depth=64, values=(400_000, 8), tables=(200_000, 12))
CSV = Budget(kind="CSV", size=32_000_000, depth=0, values=(20_000, 60))


def read_toml(text: str, where: str) -> dict[str, Any]:
    """Return what a TOML text says. `where` is how an error calls it.

    Raises BudgetError for what is too large, too deep or too much, and ValueError or RecursionError, as tomllib does,
    for what is no TOML.
    """
    import tomllib

    hold_toml(text, where)
    return tomllib.loads(text)


def read_json(text: str, where: str) -> Any:
    """Return what a JSON text says. Raises as `read_toml` does, json.JSONDecodeError for what is no JSON."""
    import json

    _hold(JSON, text, where, _JSON_SIGNS.finditer(text) if len(text) <= JSON.size else ())
    return json.loads(text)


_TOML_SIGNS = re.compile(
    r'"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+(?:"{3,5}|\Z)?'
    r"|'''[^']*+(?:'(?!'')[^']*+)*+(?:'{3,5}|\Z)?"
    r'|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"?'
    r"|'[^'\n]*+'?|\#[^\n]*+(?:\n[ \t]*+\#[^\n]*+)*+|[\[\]{}.=,]|[^\"'\#\[\]{}.=,]++",
    re.DOTALL,
)
_JSON_SIGNS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{}]|[^"\[\]{}]++', re.DOTALL)


def hold_toml(text: str, where: str) -> None:
    """Raise BudgetError for a text of TOML whose reading may cost too much."""
    _hold(TOML, text, where, _TOML_SIGNS.finditer(text) if len(text) <= TOML.size else ())


def hold_front_matter_toml(text: str) -> None:
    """Raise BudgetError for front matter in TOML whose reading may cost too much."""
    _hold(FRONT_MATTER, text, "", _TOML_SIGNS.finditer(text) if len(text) <= FRONT_MATTER.size else ())


def _hold(budget: Budget, text: str, where: str, signs: Iterable[re.Match[str]]) -> None:
    measure = _Measure(budget, text, where)
    measure.hold(len(text), budget.size, "characters")
    most_tables, most_values = measure.share(budget.tables), measure.share(budget.values)
    depth = dots = tables = values = 0
    for found in signs:
        sign = found[0]
        if sign in "[{":
            depth, dots, tables = depth + 1, 0, tables + 1
            if depth > budget.depth:
                measure.refuse(depth, budget.depth, "brackets open at once", found.start())
        elif sign in "]}":
            depth, dots = max(0, depth - 1), 0
        elif sign in "=,":
            dots, values = 0, values + 1
        elif sign == ".":
            dots, tables = dots + 1, tables + 1
            if dots > budget.dots:
                measure.refuse(dots, budget.dots, "dots in one key", found.start())
        else:
            values += _of_word(measure, found)
        if tables > most_tables:
            measure.refuse(tables, most_tables, "tables, lists and dots of keys", found.start())
        if values > most_values:
            measure.refuse(values, most_values, "values", found.start())


def _of_word(measure: "_Measure", found: re.Match[str]) -> int:
    """Return how many values a piece of a text divides, after a look at how long its words are."""
    sign = found[0]
    if sign[0] not in "\"'#":
        if len(sign) > _LONGEST_WORD:
            longest = max(map(len, _WORDS.split(sign)))
            measure.hold(longest, _LONGEST_WORD, "characters in one word", found.start())
        return sign.count(",")
    if len(sign) > _LONGEST_KEY and sign[0] != "#" and _is_key(found.string, found.end()):
        measure.refuse(len(sign), _LONGEST_KEY, "characters in one key", found.start())
    return 0


def _is_key(text: str, end: int) -> bool:
    return text[end : end + 64].lstrip()[:1] in ("=", ".", ":")


_YAML_SIGNS = re.compile(r"[,\[\]{}:?\n-]")
_BRACKETS = re.compile(r"[\[\]{}\n]")


def hold_yaml(text: str) -> None:
    """Raise BudgetError for a text of YAML whose reading may cost too much.

    Brackets may be part of a text there, and lines of a text may hold any number of them: what is counted is how many
    are open at once in one line, and how many signs there are that may be YAML's own.
    """
    measure = _Measure(YAML, text, "")
    measure.hold(len(text), YAML.size, "characters")
    measure.hold(len(_YAML_SIGNS.findall(text)), measure.share(YAML.values), "signs of YAML")
    depth = 0
    for found in _BRACKETS.finditer(text):
        sign = found[0]
        depth = 0 if sign == "\n" else depth + 1 if sign in "[{" else max(0, depth - 1)
        if depth > YAML.depth:
            measure.refuse(depth, YAML.depth, "brackets open at once", found.start())


def hold_csv(text: str, where: str) -> None:
    """Raise BudgetError for a text of CSV whose reading may cost too much: what a cell may hold is csv's own limit."""
    measure = _Measure(CSV, text, where)
    measure.hold(len(text), CSV.size, "characters")
    measure.hold(text.count("\n") + text.count("\r"), measure.share(CSV.values), "rows")


class _Measure:
    """Refuses a text, with the figures and the place."""

    def __init__(self, budget: Budget, text: str, where: str) -> None:
        self._budget = budget
        self._text = text
        self._where = where

    def share(self, most: tuple[int, int]) -> int:
        """Return how many of something this text may have."""
        base, each = most
        return base + len(self._text) // each

    def hold(self, found: int, most: int, what: str, place: int = 0) -> None:
        """Refuse more than `most`."""
        if found > most:
            self.refuse(found, most, what, place)

    def refuse(self, found: int, most: int, what: str, place: int = 0) -> None:
        """Raise the error."""
        raise BudgetError(
            f"this {self._budget.kind} asks for too much: {found:,} {what}, and {most:,} are allowed",
            where=self._where,
            line=self._text.count("\n", 0, place) + 1,
            column=place - self._text.rfind("\n", 0, place),
        )
