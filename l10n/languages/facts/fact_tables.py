"""How a language writes numbers, times, dates, units and money: `facts.toml`, read once and made into tables."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from l10n.languages.facts.calendar_tables import Names, month_sign, names
from l10n.languages.facts.clock_tables import ClockTable, clock_table
from l10n.languages.facts.fact_folding import fold, runs_on
from l10n.languages.facts.fact_layers import layered
from l10n.languages.facts.word_tables import WordTable, number_section, word_table
from l10n.languages.packs import ANY, reading, table, tags_with
from l10n.languages.tags import language_subtag

_KINDS = frozenset({"numbers", "spelled", "clock", "dates", "units"})
_NOT_DIMENSIONS = ("cldr", "metric", "small_metric", "rates", "not_metric")
_DIGITS = r"\d+(?:[.,]\d+|[\u00a0\u202f\u2009]\d{3}(?!\d))*"
_LONGEST_SYMBOL, _SHORTEST_WORD = 5, 2
_FRACTIONS = "½¼¾⅓⅔⅛⅜⅝⅞"
_MARKS = "\u0300-\u036f\u0900-\u0dff"  # what belongs to the letter before it
_DIGITS_WITH_BLANKS = rf"(?:\d{{1,3}}(?:\ \d{{3}}(?![\d]))+(?:[.,]\d+)?|{_DIGITS})"


@dataclass(frozen=True, slots=True, eq=False)
class FactTable:
    """The conventions of one language; words are folded (`fold_word`), patterns read a text folded by `fold`."""

    language: str
    decimal: str
    groups: frozenset[str]
    number_words: WordTable
    scale_signs: Mapping[str, float]  # signs at once behind figures: 万
    short_scales: Mapping[str, float]  # letters behind figures that may be one: 5k, 5m
    measure_words: frozenset[str]  # what follows such a letter where it is a unit: 5m high
    idioms: Mapping[
        str, tuple[float, ...]
    ]  # figures that count nothing, and the numbers they may be said with
    version_words: frozenset[str]
    quantity_words: frozenset[str]  # one before a bare decimal says that it is a quantity
    counted: frozenset[str]  # and one behind it: 2.0 times
    negative: frozenset[str]  # the words that say what a minus says
    minus: frozenset[str]  # those that stand before the figures, in place of its sign
    range_links: frozenset[str]  # what stands between the numbers of a range
    list_links: frozenset[str]  # and of a list
    hints: "Hints"
    number: re.Pattern[str]
    unit: re.Pattern[str]
    unit_of: Mapping[str, str]
    unit_link: re.Pattern[str]  # between a number and its unit: 5 millions d'euros
    currency: re.Pattern[str]
    currency_of: Mapping[str, str]
    clock: ClockTable
    months: Names
    weekdays: Names
    month_sign: re.Pattern[str]  # behind a month in figures: 10月
    ambiguous_months: frozenset[str]
    ambiguous_weekdays: frozenset[str]
    before_month: frozenset[str]
    before_weekday: frozenset[str]  # one stands before an ambiguous weekday: в среду
    capital_months: bool  # an ambiguous month has a capital: May
    year_words: frozenset[str]  # behind a year of the calendar they are no unit: 2021 год
    year_signs: frozenset[str]  # units that may also be short for a year: г
    month_first: bool
    acronyms: Mapping[str, str]
    beginnings: frozenset[
        str
    ]  # the first two letters of units and currencies, folded, and their signs of one letter
    signs: frozenset[str]
    triggers: frozenset[str]  # the words one of which a text without figures needs to state a fact
    # the kinds of facts that the language has words for: clock, dates, units; spelled are numbers in words, and numbers
    # are those in all their forms
    knows: frozenset[str]


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


@cache
def languages() -> frozenset[str]:
    """Return the languages that have a whole file of their own."""
    return frozenset(tag for tag in tags_with("facts") if "knows" not in (table(tag, "facts")))


@cache
def fact_table(language: str) -> FactTable:
    """Return the table of a language (`nl` for `nl_BE`); what its file lacks is what holds in any language."""
    tag = language_subtag(language)
    raw = table(tag, "facts")
    with reading(tag, "facts"):
        if raw and "knows" not in raw:
            return _table(raw, _KINDS)
        root = table(ANY, "facts")
        merged = layered(root, table(tag, "cldr"), raw)
        merged["numbers"] = number_section(merged["numbers"], table(tag, "numbers"))
        return _table(
            {**merged, "language": raw.get("language", root["language"])}, frozenset(raw.get("knows", ()))
        )


@cache
def measures() -> Mapping[str, Measure]:
    """Return every unit by its name."""
    found: dict[str, Measure] = {}
    for dimension, units in table(ANY, "units").items():
        if dimension in _NOT_DIMENSIONS:
            continue
        for name, factor in units.items() if isinstance(units, dict) else ():
            if isinstance(factor, dict):
                found[name] = Measure(dimension, factor["factor"], factor["offset"])
            else:
                found[name] = Measure(dimension, factor)
    return found


def _table(raw: dict[str, Any], knows: frozenset[str]) -> FactTable:
    numbers, dates = raw["numbers"], raw["dates"]
    words, clock = word_table(numbers), clock_table(raw["clock"])
    unit, unit_of = _forms(raw["units"], is_exact=_is_symbol)
    currency, currency_of = _forms(raw["currencies"], is_exact=lambda form: len(form) == 1)
    months = names(dates["months"], dates.get("month_parts", ()), dates.get("written_before", ""))
    weekdays = names(dates["weekdays"], dates.get("weekday_parts", ()), dates.get("written_before", ""))
    return FactTable(
        language=raw["language"],
        decimal=numbers["decimal"],
        groups=frozenset(numbers["groups"]),
        number_words=words,
        scale_signs={sign: float(value) for sign, value in numbers.get("scale_signs", {}).items()},
        short_scales=numbers.get("short_scales", {}),
        measure_words=frozenset(map(fold, numbers.get("measure_words", ()))),
        idioms={idiom: tuple(map(float, said)) for idiom, said in numbers.get("idioms", {}).items()},
        version_words=frozenset(map(fold, numbers["version_words"])),
        quantity_words=frozenset(map(fold, numbers["quantity_words"])),
        counted=frozenset(map(fold, numbers["counted"])),
        negative=frozenset(map(fold, numbers["negative"])),
        minus=frozenset(map(fold, numbers["minus"])),
        range_links=frozenset(map(fold, numbers["range_links"])),
        list_links=frozenset(map(fold, numbers["list_links"])),
        hints=_hints(numbers["hints"], words),
        number=_number_pattern(numbers, words.scales),
        unit=unit,
        unit_of=unit_of,
        unit_link=_link_pattern(raw.get("measures", {}).get("links", ())),
        currency=currency,
        currency_of=currency_of,
        clock=clock,
        months=months,
        weekdays=weekdays,
        month_sign=month_sign(dates.get("month_signs", ())),
        ambiguous_months=frozenset(map(fold, dates["ambiguous"])),
        ambiguous_weekdays=frozenset(dates.get("ambiguous_weekdays", ())),
        before_month=frozenset(map(fold, dates["before_month"])),
        before_weekday=frozenset(map(fold, dates.get("before_weekday", ()))),
        capital_months=dates.get("capital_months", False),
        year_words=frozenset(map(fold, numbers.get("year_words", ()))),
        year_signs=frozenset(numbers.get("year_signs", ())),
        month_first=dates["slashes_month_first"],
        acronyms=raw["acronyms"],
        beginnings=frozenset(form[:2].casefold() for form in (*unit_of, *currency_of)),
        signs=frozenset(
            sign for form in (*unit_of, *currency_of) if len(form) == 1 for sign in (form, form.upper())
        ),
        triggers=frozenset(words.words)
        | words.scales.keys()
        | words.points
        | words.wholes
        | words.parts.keys()
        | words.counters.keys()
        | months.words.keys()
        | weekdays.words.keys()
        | clock.triggers,
        knows=knows,
    )


def _number_pattern(numbers: dict[str, Any], scales: Iterable[str]) -> re.Pattern[str]:
    """Return what matches figures at a place, with the suffix of an ordinal or a scale written at once behind them."""
    digits = _DIGITS_WITH_BLANKS if " " in numbers["groups"] else _DIGITS
    suffixes = _alternatives(map(fold, numbers["suffixes"])) or "(?!)"
    scale = _alternatives(scales) or "(?!)"
    return re.compile(
        rf"(?P<figures>{digits}|[{_FRACTIONS}])(?:[ \u00a0]?(?P<half>[{_FRACTIONS}]))?"
        rf"(?:(?P<suffix>{suffixes})(?!\w)|[\s\u00a0]?(?P<scale>{scale})(?![\w{_MARKS}]))?",
        re.IGNORECASE,
    )


def _link_pattern(links: Iterable[str]) -> re.Pattern[str]:
    """Return what matches a blank and a word that leads to a unit, with the blank behind it: none behind d'."""
    written = (re.escape(fold(link)) + ("" if link.endswith(("'", "’")) else r"[ \u00a0]") for link in links)
    alternatives = "|".join(written)
    return re.compile(rf"[ \u00a0](?:{alternatives})" if alternatives else "(?!)", re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _is_symbol(form: str) -> bool:
    """Tell whether a form of a unit is a symbol: mW and MW are two, and 5 M are no metres."""
    is_word = " " in form or "*" in form or len(form) > _LONGEST_SYMBOL
    return not is_word and (len(form) <= _SHORTEST_WORD or form != form.casefold())


def _forms(
    named: dict[str, list[str]], is_exact: Callable[[str], bool]
) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return what finds the forms at a place, and which thing each form stands for.

    A form that `is_exact` is found as it is written; of others the small and capital letters are one.
    """
    by_form: dict[str, str] = {}
    exact: set[str] = set()
    for name, forms in named.items():
        for form in map(fold, forms):
            written = form if is_exact(form) else form.casefold()
            by_form.setdefault(written, name)
            if written is form:
                exact.add(written)
    patterns = []
    for form in sorted(by_form, key=lambda form: (-len(form), form)):
        pattern = re.escape(form.removesuffix("*")).replace(r"\ ", r"[\s\u00a0]")
        has_end = form[-1].isalnum() and not runs_on(form[-1])
        ending = r"\w*" if form.endswith("*") else r"(?!\w)" if has_end else ""
        patterns.append(f"(?-i:{pattern}){ending}" if form in exact else f"{pattern}{ending}")
    return re.compile("|".join(patterns), re.IGNORECASE), by_form


def _hints(raw: dict[str, list[str]], known: WordTable) -> Hints:
    numbers = {**known.words, **known.scales}
    words: dict[str, set[float]] = {word: {numbers[word]} for word in known.unsure if word in numbers}
    beginnings: list[tuple[str, float]] = []
    for value, written in raw.items():
        for word in map(fold, written):
            if word.endswith("*"):
                beginnings.append((word.removesuffix("*"), float(value)))
            else:
                words.setdefault(word, set()).add(float(value))
    return Hints(
        {word: frozenset(values) for word, values in words.items()}, tuple(beginnings), frozenset(known.words)
    )
