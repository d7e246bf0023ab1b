"""The rules of petrovich for Russian persons, read for speed: one rule is looked up for all six cases of a word.

The rules, and what they mean, are those of pytrovich (https://github.com/petrovich/petrovich-rules); the tests
hold every answer against it. Its own reader looks the rule up again for each case, and takes longer to import.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from l10n.languages.grammar import Gender

GIVEN, PATRONYMIC, SURNAME = "firstname", "middlename", "lastname"
_KEEP = "."
_REMOVE = "-"
_FEMALE = "female"
_ANDROGYNOUS = "androgynous"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """One rule: `changes` says, for each case but the nominative, how many letters go and which come."""

    place: int
    gender: str
    changes: tuple[tuple[int, str], ...]

    def fits(self, gender: str, *, known: bool) -> bool:
        """Tell whether the rule is for this gender; one that is only supposed tells female from not female."""
        return self.gender == gender if known else (self.gender == _FEMALE) == (gender == _FEMALE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """The rules of one part of a name: by whole word, and by ending."""

    words: Mapping[str, tuple[_Rule, ...]]
    endings: Mapping[str, tuple[_Rule, ...]]
    longest: int

    def rule_of(self, word: str, gender: str, *, known: bool) -> _Rule | None:
        """Return the first rule that fits a word in lower case, whole words first; at last one for any gender."""
        lengths = range(1, min(len(word), self.longest) + 1)
        by_ending = [rule for length in lengths for rule in self.endings.get(word[-length:], ())]
        by_ending.sort(key=lambda rule: rule.place)
        fitting = [*self.words.get(word, ()), *by_ending]
        for wanted, sure in ((gender, known), (_ANDROGYNOUS, False)):
            for rule in fitting:
                if rule.fits(wanted, known=sure):
                    return rule
        return None


def six_cases(word: str, part: str, gender: Gender) -> tuple[str, ...]:
    """Return the six cases of one word of the name of a woman or a man, in the order of `SIX_CASES`.

    Each part between hyphens is declined by a rule of its own. A word that no rule fits stays as it is.
    """
    rules = _rules()[part]
    pieces = word.split("-")
    columns = [
        _forms_of(piece, rules.rule_of(piece.lower(), gender.value, known=place == len(pieces) - 1))
        for place, piece in enumerate(pieces)
    ]
    return (word, *("-".join(forms) for forms in zip(*columns, strict=True)))


def most_removed() -> int:
    """Return how many letters a rule takes off a word at most."""
    return max(
        removed
        for rules in _rules().values()
        for some in (*rules.words.values(), *rules.endings.values())
        for rule in some
        for removed, _ in rule.changes
    )


def _forms_of(piece: str, rule: _Rule | None) -> tuple[str, ...]:
    if rule is None:
        return (piece,) * 5
    return tuple((piece[:-removed] if removed else piece) + added for removed, added in rule.changes)


@cache
def _rules() -> Mapping[str, _Rules]:
    package = find_spec("pytrovich")  # where it is, without importing it
    if package is None or package.origin is None:
        raise ModuleNotFoundError("No module named 'pytrovich'", name="pytrovich")
    file = Path(package.origin).parent / "petrovich-rules" / "rules.json"
    table = json.loads(file.read_text(encoding="utf-8"))
    return {part: _read_part(table.get(part) or {}) for part in (GIVEN, PATRONYMIC, SURNAME)}


def _read_part(table: Mapping[str, Any]) -> _Rules:
    endings = _by_test(table.get("suffixes") or ())
    return _Rules(
        words=_by_test(table.get("exceptions") or ()),
        endings=endings,
        longest=max(map(len, endings), default=0),
    )


def _by_test(table: Iterable[Mapping[str, Any]]) -> dict[str, tuple[_Rule, ...]]:
    found: dict[str, tuple[_Rule, ...]] = {}
    for place, row in enumerate(table):
        rule = _Rule(place=place, gender=row["gender"], changes=tuple(map(_change, row["mods"])))
        for test in row["test"]:
            found[test] = (*found.get(test, ()), rule)
    return found


def _change(text: str) -> tuple[int, str]:
    """Return how many letters go and which come, for `.` (nothing), `а`, `-и`, `--ца`."""
    removed = text.count(_REMOVE)
    return (0, "") if text == _KEEP else (removed, text[removed:])
