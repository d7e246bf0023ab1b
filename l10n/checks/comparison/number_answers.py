"""When a number of one text is answered by what is another one in figures: converted, taken apart, in other words."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from l10n.checks.comparison.compared_texts import Texts
from l10n.conventions.conversions import convert, counterparts, is_conversion, rate_of
from l10n.conventions.fact_reading import Facts, Number
from l10n.languages.facts.fact_folding import fold
from l10n.languages.facts.fact_tables import fact_table, measures

_WORD = re.compile(r"[^\W\d_]+")
_HIGHEST_SAID = 100
_FIGURES_SAID = 2
_SHARE = 0.021
_ABOUT_ONE = 0.1
_SUM_TOLERANCE = 0.015
_WIDEST_GAP = 5  # code points between feet and inches
_MOST_COMPARED = 200  # numbers of a text: more are a table


def drop_converted(
    missing: list[Number], extra: list[Number], ours: Sequence[Number], theirs: Sequence[Number], texts: Texts
) -> None:
    """Take away the numbers that are another one of the other text in another unit."""
    knows_ours, knows_theirs = (
        "units" in fact_table(language).knows for language in (texts.source_language, texts.language)
    )

    def is_converted(one: Number, other: Number) -> bool:
        if not one.unit and not other.unit:
            return _is_century(one, other)
        return (
            any(
                is_conversion(one.value, unit, other.value, another)
                for unit in _units(one, other, is_known=knows_ours)
                for another in _units(other, one, is_known=knows_theirs)
            )
            or _is_share(one, other)
            or _is_century(one, other)
        )

    ours, theirs = ours[:_MOST_COMPARED], theirs[:_MOST_COMPARED]
    _drop_sums(ours, missing, extra, is_known=knows_theirs)
    _drop_sums(theirs, extra, missing, is_known=knows_ours)
    _drop_more_than_one(missing, extra)
    _drop_more_than_one(extra, missing)
    for one in tuple(missing):
        same = next((other for other in chain(extra, theirs) if is_converted(one, other)), None)
        if same:
            missing.remove(one)
            if same in extra:
                extra.remove(same)
    for other in tuple(extra):
        if any(is_converted(one, other) for one in ours):
            extra.remove(other)
    _drop_single(missing, texts.target, texts.language, is_known=knows_ours)
    _drop_single(extra, texts.source, texts.source_language, is_known=knows_theirs)


def _drop_sums(
    facts: Sequence[Number], numbers: list[Number], others: list[Number], *, is_known: bool
) -> None:
    """Take away two quantities that together are one of the other text: 6 feet 2 inches, 1.88 meter.

    `facts` are all numbers of the text, and `numbers` those that nothing answers.
    """
    for one, rest in pairwise(facts):
        if not (one.unit and rest.unit) or rest.start - one.end > _WIDEST_GAP or rest not in numbers:
            continue
        more = convert(rest.value, rest.unit, one.unit)
        if more is None or not 0 < more < 1:
            continue
        same = next(
            (other for other in others if _is_sum(one, one.value + more, other, is_known=is_known)), None
        )
        if same:
            numbers[:] = [number for number in numbers if number not in (one, rest)]
            others.remove(same)


def _drop_more_than_one(numbers: list[Number], others: list[Number]) -> None:
    """Take away one unit and some, of which the other text says but the rest in figures: een uur en 30 minuten."""
    for one in tuple(numbers):
        rest = one.value - 1
        if not one.unit or not 0 < rest < 1:
            continue
        same = next(
            (
                n
                for n in others
                if n.unit not in ("", one.unit) and convert(n.value, n.unit, one.unit) == rest
            ),
            None,
        )
        if same:
            numbers.remove(one)
            others.remove(same)


def _is_sum(one: Number, value: float, other: Number, *, is_known: bool) -> bool:
    exact = (convert(value, one.unit, unit) for unit in _units(other, one, is_known=is_known))
    return any(sums is not None and math.isclose(sums, other.value, rel_tol=_SUM_TOLERANCE) for sums in exact)


def _drop_single(numbers: list[Number], text: str, language: str, *, is_known: bool) -> None:
    """Take away the numbers that are one of a unit that the other text names: a mile, about 1.5 km."""
    units = _named_units(text, language) if numbers else set()
    numbers[:] = [
        number
        for number in numbers
        if not any(
            is_conversion(1.0, unit, number.value, another, tolerance=_ABOUT_ONE)
            for unit in units
            for another in ((number.unit,) if number.unit else () if is_known else counterparts(unit))
        )
    ]


def _units(number: Number, other: Number, *, is_known: bool) -> Iterator[str]:
    """Yield the unit of a number; of a bare one in a language without words for units, what it may be."""
    if number.unit:
        yield number.unit
        if not is_known and (rate := rate_of(number.unit)):
            yield rate
    elif other.unit and not is_known and not number.currency:
        yield from counterparts(other.unit)


def _named_units(text: str, language: str) -> set[str]:
    """Return the units a text names, with a number or without: a mile, an inch; not those of time."""
    table = fact_table(language)
    found = (word for word in _WORD.findall(fold(text).casefold()) if len(word) > 2)
    units = {table.unit_of[word] for word in found if word in table.unit_of}
    return {unit for unit in units if measures()[unit].dimension not in ("time", "share")}


def _is_century(one: Number, other: Number) -> bool:
    """Tell whether one is a century and the other the hundred years it began with: 19th, 1800-luku, 1800-talet."""
    low, high = sorted((one, other), key=lambda number: number.value)
    return 2 <= low.value <= 21 and high.value == (low.value - 1) * 100 and not high.unit


def _is_share(one: Number, other: Number) -> bool:
    """Tell whether a fraction is told in percent: two thirds, 66%."""
    fraction, share = (other, one) if one.unit == "percent" else (one, other)
    return (
        share.unit == "percent"
        and fraction.unit != "percent"
        and 0 < fraction.value < 1
        and abs(share.value / 100 - fraction.value) < _SHARE
    )


def drop_equal(missing: list[Number], extra: list[Number]) -> None:
    """Take away the numbers that are the same after something was taken from them: the month of 15.09."""
    for one in tuple(missing):
        same = next((other for other in extra if other.value == one.value), None)
        if same:
            missing.remove(one)
            extra.remove(same)


def drop_months(numbers: list[Number], text: str, language: str) -> None:
    """Take away the numbers of months that the other text names, even by words that are seldom one: May, August."""
    months = fact_table(language).months.words
    named = (
        {months[word] for word in _WORD.findall(fold(text).casefold()) if word in months}
        if numbers
        else set()
    )
    numbers[:] = [number for number in numbers if number.value not in named]


def drop_days(numbers: list[Number], ours: Facts, theirs: Facts) -> None:
    """Take away a day of the month that stands for a weekday of the other text: Thursday, 3일."""
    named = {day.number for day in theirs.weekdays}
    for weekday in ours.weekdays:
        day = next((one for one in numbers if one.unit == "day" and 1 <= one.value <= 31), None)
        if day and weekday.number not in named:
            numbers.remove(day)


def drop_parts(numbers: list[Number], others: list[Number]) -> None:
    """Take away the figures with signs that the other text has one by one: 1/2 as 1 and 2, 1,2,3 as a list."""
    for one in tuple(numbers):
        rest = list(others)
        for part in one.parts:
            same = next((other for other in rest if other.value == part and not other.spelled), None)
            if same is None:
                break
            rest.remove(same)
        else:
            if one.parts:
                numbers.remove(one)
                others[:] = rest


def drop_multiples(missing: list[Number], extra: list[Number]) -> None:
    """Take away the numbers with the same figures, a hundred times apart and more: a word not known may count them."""
    for one in tuple(missing):
        same = next((other for other in extra if _is_multiple(one, other)), None)
        if same:
            missing.remove(one)
            extra.remove(same)


def _is_multiple(one: Number, other: Number) -> bool:
    if one.scaled and other.scaled:  # both words are known
        return False
    values = [abs(number.value) for number in (one, other)]
    if not all(value > 0 for value in values):  # NaN, too
        return False
    return _figures(values[0]) == _figures(values[1]) and max(values) / min(values) > 50


def _figures(value: float) -> str:
    """Return the figures of a number without its zeros: 45 of 45,000 and of 4.5."""
    return f"{value:.15g}".partition("e")[0].replace(".", "").strip("0")


def is_sayable(number: Number) -> bool:
    """Tell whether a number is one that people also write in words: small, or round."""
    value = abs(number.value)
    return value <= _HIGHEST_SAID or len(_figures(value)) <= _FIGURES_SAID
