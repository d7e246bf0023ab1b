"""How a language writes numbers, times, dates, units and money: facts/*.toml, read once and made into tables."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from l10n.conventions.tables import language_of, table, tables

_ANY_LANGUAGE = "root"
_NOT_DIMENSIONS = ("cldr", "metric")
_DIGITS = r"\d+(?:[.,]\d+|[\u00a0\u202f\u2009]\d{3}(?!\d))*"
_DIGITS_WITH_BLANKS = rf"(?:\d{{1,3}}(?:\ \d{{3}}(?![\d]))+(?:[.,]\d+)?|{_DIGITS})"


@dataclass(frozen=True, slots=True, eq=False)
class FactTable:
    """The conventions of one language; words are folded (`fold_word`), patterns read a text folded by `fold`."""

    language: str
    decimal: str
    groups: frozenset[str]
    words: Mapping[str, float]
    scales: Mapping[str, float]
    links: frozenset[str]
    version_words: frozenset[str]
    negative: frozenset[str]  # the words that say what a minus says
    hints: "Hints"
    number: re.Pattern[str]
    unit: re.Pattern[str]
    unit_of: Mapping[str, str]
    currency: re.Pattern[str]
    currency_of: Mapping[str, str]
    clock: "ClockTable"
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    ambiguous_months: frozenset[str]
    ambiguous_weekdays: frozenset[str]
    before_month: frozenset[str]
    month_first: bool
    acronyms: Mapping[str, str]
    beginnings: frozenset[
        str
    ]  # the first two letters of units and currencies, folded, and their signs of one letter
    signs: frozenset[str]
    triggers: frozenset[str]  # the words one of which a text without figures needs to state a fact


@dataclass(frozen=True, slots=True, eq=False)
class ClockTable:
    """How a clock time is written. A word of `before` makes one of an hour and a part of the day: в 2 дня.

    `beginnings` are the first two letters of what may stand behind the figures.
    """

    hours: int
    pattern: re.Pattern[str]
    am: frozenset[str]
    pm: frozenset[str]
    before: frozenset[str]
    beginnings: frozenset[str]
    spoken: re.Pattern[str]
    form: str
    halves: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Hints:
    """Words that may stand for a number: whole ones, and the beginnings of others."""

    words: Mapping[str, frozenset[float]]
    beginnings: tuple[tuple[str, float], ...]
    numbers: frozenset[str]

    def of(self, word: str) -> Iterator[float]:
        """Yield the numbers a folded word may stand for."""
        yield from self.words.get(word, ())
        if word in self.numbers:  # it is a number itself, and answers as one
            return
        for beginning, value in self.beginnings:
            if word.startswith(beginning):
                yield value


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures, and how much of it: `(value + offset) * factor` in the base unit."""

    dimension: str
    factor: float
    offset: float = 0.0


def fold(text: str) -> str:
    """Return the text with е for ё and a typographic apostrophe as a straight one; offsets stay."""
    return text.replace("ё", "е").replace("Ё", "Е").replace("’", "'")


def languages() -> frozenset[str]:
    """Return the languages that have a file of their own."""
    return tables("facts") - {"units", _ANY_LANGUAGE}


@cache
def fact_table(language: str) -> FactTable:
    """Return the table of a language (`nl` for `nl_BE`); for one without a file, what holds in any."""
    code = language_of(language)
    return _table(table("facts", code if code in languages() else _ANY_LANGUAGE))


@cache
def measures() -> Mapping[str, Measure]:
    """Return every unit by its name."""
    found: dict[str, Measure] = {}
    for dimension, units in table("facts", "units").items():
        if dimension in _NOT_DIMENSIONS:
            continue
        for name, factor in units.items() if isinstance(units, dict) else ():
            if isinstance(factor, dict):
                found[name] = Measure(dimension, factor["factor"], factor["offset"])
            else:
                found[name] = Measure(dimension, factor)
    return found


def _table(raw: dict[str, Any]) -> FactTable:
    numbers, dates = raw["numbers"], raw["dates"]
    words = _words(raw)
    unit, unit_of = _forms(raw["units"])
    currency, currency_of = _forms(raw["currencies"])
    scales = {fold(word): float(value) for word, value in numbers["scales"].items()}
    months, weekdays = _by_place(dates["months"]), _weekdays(dates)
    return FactTable(
        language=raw["language"],
        decimal=numbers["decimal"],
        groups=frozenset(numbers["groups"]),
        words=words,
        scales=scales,
        links=frozenset(numbers["links"]),
        version_words=frozenset(map(fold, numbers["version_words"])),
        negative=frozenset(map(fold, numbers["negative"])),
        hints=_hints(numbers["hints"], words),
        number=_number_pattern(numbers, scales),
        unit=unit,
        unit_of=unit_of,
        currency=currency,
        currency_of=currency_of,
        clock=_clock(raw["clock"]),
        months=months,
        weekdays=weekdays,
        ambiguous_months=frozenset(map(fold, dates["ambiguous"])),
        ambiguous_weekdays=frozenset(dates.get("ambiguous_weekdays", ())),
        before_month=frozenset(map(fold, dates["before_month"])),
        month_first=dates["slashes_month_first"],
        acronyms=raw["acronyms"],
        beginnings=frozenset(form[:2] for form in (*unit_of, *currency_of)),
        signs=frozenset(
            sign for form in (*unit_of, *currency_of) if len(form) == 1 for sign in (form, form.upper())
        ),
        triggers=frozenset(words) | scales.keys() | months.keys() | weekdays.keys(),
    )


def _number_pattern(numbers: dict[str, Any], scales: Iterable[str]) -> re.Pattern[str]:
    """Return what matches figures at a place, with the suffix of an ordinal or a scale written at once behind them."""
    digits = _DIGITS_WITH_BLANKS if " " in numbers["groups"] else _DIGITS
    suffixes = _alternatives(map(fold, numbers["suffixes"])) or "(?!)"
    scale = _alternatives(scales) or "(?!)"
    return re.compile(
        rf"(?P<figures>{digits}|[½¼¾])"
        rf"(?:(?P<suffix>{suffixes})(?!\w)|[\s\u00a0]?(?P<scale>{scale})(?!\w))?",
        re.IGNORECASE,
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _forms(named: dict[str, list[str]]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return what finds the forms at a place, and which thing each form stands for.

    A form of one letter is found as it is written: 5 M are no metres.
    """
    by_form: dict[str, str] = {}
    written: set[str] = set()
    for name, forms in named.items():
        for form in map(fold, forms):
            by_form.setdefault(form.casefold(), name)
            written.add(form if len(form) == 1 else form.casefold())
    patterns = []
    for form in sorted(written, key=lambda form: (-len(form), form)):
        pattern = re.escape(form.removesuffix("*")).replace(r"\ ", r"[\s\u00a0]")
        ending = r"\w*" if form.endswith("*") else r"(?!\w)" if form[-1].isalnum() else ""
        patterns.append(f"(?-i:{pattern}){ending}" if len(form) == 1 else f"{pattern}{ending}")
    return re.compile("|".join(patterns), re.IGNORECASE), by_form


def _words(raw: dict[str, Any]) -> Mapping[str, float]:
    """Return the words that state a number, with those that the language makes of them."""
    words = {fold(word): float(value) for value, ws in raw["numbers"]["words"].items() for word in ws}
    ordinals = raw["numbers"].get("ordinals")
    if ordinals:
        for stem, value in ordinals["stems"].items():
            words |= {stem + ending: float(value) for ending in ordinals["endings"]}
        words |= {word: float(value) for word, value in ordinals["exact"].items()}
    if raw["language"] == "nl":
        words |= dict(_dutch_compounds({int(v): ws[0] for v, ws in raw["numbers"]["words"].items()}))
    return words


def _dutch_compounds(names: Mapping[int, str]) -> Iterator[tuple[str, float]]:
    """Yield eenentwintig … negenennegentig and tweehonderd, driehonderd …, which Dutch writes as one word."""
    for unit in range(1, 10):
        for ten in range(20, 100, 10):
            link = "ën" if names[unit].endswith("e") else "en"
            for ending in ("", "ste"):
                yield f"{names[unit]}{link}{names[ten]}{ending}", float(unit + ten)
        if unit > 1:
            for word, scale in (("honderd", 100), ("duizend", 1000)):
                yield f"{names[unit]}{word}", float(unit * scale)


def _hints(raw: dict[str, list[str]], numbers: Iterable[str]) -> Hints:
    words: dict[str, set[float]] = {}
    beginnings: list[tuple[str, float]] = []
    for value, written in raw.items():
        for word in map(fold, written):
            if word.endswith("*"):
                beginnings.append((word.removesuffix("*"), float(value)))
            else:
                words.setdefault(word, set()).add(float(value))
    return Hints(
        {word: frozenset(values) for word, values in words.items()}, tuple(beginnings), frozenset(numbers)
    )


def _clock(raw: dict[str, Any]) -> ClockTable:
    am = frozenset(fold(word).casefold() for word in (*raw["am"], *raw["am_words"]))
    pm = frozenset(fold(word).casefold() for word in (*raw["pm"], *raw["pm_words"]))
    # what an English source may have left in any translation
    halves = [*am, *pm, "am", "pm", "a.m.", "p.m."]
    words = [fold(word) for word in raw["words"]]
    half, word = _alternatives(halves), _alternatives(words)
    spoken = "|".join(re.escape(fold(word)).replace(r"\*", r"\w*") for word in raw["spoken"])
    return ClockTable(
        hours=raw["hours"],
        pattern=re.compile(
            r"(?P<hour>[01]?\d|2[0-4])(?:(?P<sign>[.:])(?P<minute>[0-5]\d)(?![.:,]?\d))?"
            rf"(?:[\s\u00a0\u202f]?(?P<word>{word})(?!\w))?(?:[\s\u00a0\u202f]?(?P<half>{half})(?!\w))?(?!\w)",
            re.IGNORECASE,
        ),
        am=am | {"am", "a.m.", "a.m"},
        pm=pm | {"pm", "p.m.", "p.m"},
        before=frozenset(raw["before"]),
        beginnings=frozenset(word[:2].casefold() for word in (*words, *halves)),
        spoken=re.compile(rf"(?<!\w)(?:{spoken})(?!\w)", re.IGNORECASE),
        form=raw["form"],
        halves=tuple(raw["halves"]),
    )


def _by_place(lists: list[list[str]]) -> Mapping[str, int]:
    return {fold(word): place for place, words in enumerate(lists, 1) for word in words}


def _weekdays(dates: dict[str, Any]) -> Mapping[str, int]:
    found = dict(_by_place(dates["weekdays"]))
    for words, place in list(found.items()):
        found |= {words + part: place for part in dates.get("weekday_parts", ())}
    return found
