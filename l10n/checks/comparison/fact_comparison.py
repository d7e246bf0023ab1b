"""Are the facts of a translation those of its source? Decided for two lists of facts, without knowing catalogs.

Biased to silence: a number answers another in any notation, in words, in another unit when the figure was converted,
and a word such as “both” or “half” may stand for it. Numbers in words are asked for only when another number stands
in their place.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from l10n.checks.comparison.clock_comparison import calendar_slips, clock_slips
from l10n.checks.comparison.compared_texts import Texts
from l10n.checks.comparison.hinted_numbers import drop_hinted
from l10n.checks.comparison.number_answers import (
    drop_converted,
    drop_days,
    drop_equal,
    drop_months,
    drop_multiples,
    drop_parts,
    is_sayable,
)
from l10n.checks.comparison.slips import Slip
from l10n.conventions.conversions import are_alike, convert
from l10n.conventions.fact_reading import Facts, Number, below_zero, read_facts
from l10n.languages.facts.fact_folding import fold
from l10n.languages.facts.fact_tables import fact_table, measures
from l10n.model import Severity

_DIGIT = re.compile(r"\d")
_CENTURY = range(1900, 2100)
_MOST_COMPARED = 60  # unanswered numbers of a text: a table, or not its translation
_SIGNS = ("-", "−", "–")
_OFTEN_LEFT_OUT = (0.0, 1.0)


def compare_facts(source: str, target: str, source_language: str, language: str) -> tuple[Slip, ...]:
    """Return the facts in which `target` differs from `source`; both without code, tags and addresses."""
    ours, theirs = read_facts(source, source_language), read_facts(target, language)
    if not ours.clocks and not theirs.clocks and _stated(ours) == _stated(theirs):
        return ()
    return tuple(_slips(ours, theirs, Texts(source, target, source_language, language)))


def _stated(facts: Facts) -> tuple[object, ...]:
    """Return what facts say, in their order: texts that say the same need no closer look."""
    return (
        [(number.values[0], number.unit, number.currency) for number in facts.numbers],
        {month.number for month in facts.months},
        {weekday.number for weekday in facts.weekdays},
    )


def _slips(ours: Facts, theirs: Facts, texts: Texts) -> Iterator[Slip]:
    pairs, missing, extra = _matched(ours.numbers, theirs.numbers)
    for one, other in pairs:
        yield from _unlike(one, other, texts)
    if not texts.know("spelled"):
        missing = [number for number in missing if not number.spelled]
        extra = [number for number in extra if not number.spelled]
    yield from clock_slips(ours, theirs, missing, extra, texts)
    yield from calendar_slips(ours, theirs, missing, extra)
    if not missing and not extra:
        return
    yield from _lost_signs(missing, extra, texts)
    drop_equal(missing, extra)
    if not texts.know("numbers"):
        drop_multiples(missing, extra)
    if "".join(_DIGIT.findall(fold(texts.source))) == "".join(_DIGIT.findall(fold(texts.target))):
        missing[:] = [number for number in missing if number.spelled or number.scaled]
        extra[:] = [number for number in extra if number.spelled or number.scaled]
    drop_converted(missing, extra, ours.numbers, theirs.numbers, texts)
    drop_parts(missing, extra)
    drop_parts(extra, missing)
    if not texts.know("dates"):
        drop_months(missing, texts.target, texts.language)
        drop_months(extra, texts.source, texts.source_language)
        drop_days(extra, ours, theirs)
    drop_hinted(missing, theirs, texts.target, texts.language)
    drop_hinted(extra, ours, texts.source, texts.source_language)
    yield from _number_slips(missing, extra, ours, theirs, texts)


def _matched(
    ours: Sequence[Number], theirs: Sequence[Number]
) -> tuple[list[tuple[Number, Number]], list[Number], list[Number]]:
    """Return the numbers that answer each other, those that nothing answers, and those that answer nothing."""
    pairs: list[tuple[Number, Number]] = []
    missing, extra = list(ours), list(theirs)
    keys: tuple[Callable[[Number], object], ...] = (
        lambda number: (number.values[0], number.unit, number.currency),
        lambda number: number.values[0],
    )
    for key in keys:
        waiting: dict[object, list[Number]] = {}
        for other in reversed(extra):
            waiting.setdefault(key(other), []).append(other)
        found = [
            (one, waiting[key(one)].pop()) for one in sorted(missing, key=_is_either) if waiting.get(key(one))
        ]
        pairs += found
        taken = {id(number) for pair in found for number in pair}
        missing = [number for number in missing if id(number) not in taken]
        extra = [number for number in extra if id(number) not in taken]
    missing, extra = missing[:_MOST_COMPARED], extra[:_MOST_COMPARED]
    for answers in (_shares_a_reading, _is_short_year):
        for one in tuple(missing):
            answer = next((number for number in extra if answers(one, number)), None)
            if answer:
                pairs.append((one, answer))
                missing.remove(one)
                extra.remove(answer)
    return pairs, missing, extra


def _is_either(number: Number) -> bool:
    """Tell whether a letter behind a number may be its unit or count it: 5m."""
    return number.scaled and bool(number.unit) and len(number.values) > 1


def _shares_a_reading(one: Number, other: Number) -> bool:
    return not set(one.values).isdisjoint(other.values)


def _is_short_year(one: Number, other: Number) -> bool:
    """Tell whether one is a year and the other its last two figures: 1963 and ’63."""
    low, high = min(one.value, other.value), max(one.value, other.value)
    return high in _CENTURY and low < 100 and high % 100 == low


def _unlike(one: Number, other: Number, texts: Texts) -> Iterator[Slip]:
    """Yield what differs in two numbers with one value: the unit, the currency."""
    if one.currency and other.currency and one.currency != other.currency:
        yield _unlike_slip("currency-mismatch", one, other, texts)
    elif one.currency and not other.currency and not other.unit:
        if not texts.is_there(one.currency, is_unit=False):
            yield _lost("currency-mismatch", one, other, texts)
    elif one.shared or other.shared or (one.value != other.value and (_is_either(one) or _is_either(other))):
        return
    elif one.unit and other.unit and not are_alike(one.unit, other.unit, strict=texts.know("units")):
        yield _unlike_slip("unit-mismatch", one, other, texts)
    elif _has_lost_unit(one, other) and not texts.is_there(one.unit, is_unit=True):
        yield _lost("unit-mismatch", one, other, texts)


def _has_lost_unit(one: Number, other: Number) -> bool:
    """Tell whether a figure has lost its unit; hours and days are left out: they make up words of all kinds."""
    bare = not other.unit and not other.currency and one.unit != "degree"  # 17° may be the 17th
    may_have_none = one.spelled or _is_either(one)
    return bool(one.unit) and bare and not may_have_none and measures()[one.unit].dimension != "time"


def _unlike_slip(code: str, one: Number, other: Number, texts: Texts) -> Slip:
    said, found = _shown(one, texts.source), _shown(other, texts.target)
    return Slip(
        code=code,
        message=f"“{found}” does not match “{said}” in the source",
        start=other.start,
        hint=_conversion_hint(one, other, texts),
        because=_reading(one, texts.source, texts.source_language)
        + _reading(other, texts.target, texts.language),
    )


def _lost(code: str, one: Number, other: Number, texts: Texts) -> Slip:
    return Slip(
        code=code,
        message=f"“{other.text.strip()}” has lost its unit: the source has “{_shown(one, texts.source)}”",
        start=other.start,
        severity=Severity.WARNING,
    )


def _conversion_hint(one: Number, other: Number, texts: Texts) -> str:
    if not (one.unit and other.unit):
        return ""
    converted = convert(one.value, one.unit, other.unit)
    return f"{_shown(one, texts.source)} is {converted:.4g} {other.unit}" if converted is not None else ""


def _shown(number: Number, text: str) -> str:
    start = number.start
    if number.currency and not text[number.end - 1 : number.end].isalpha():  # its sign stands before
        start = max(0, start - 4)
        start += max(text[start : number.start].rstrip().rfind(" ") + 1, 0)
    return text[start : number.end].strip()


def _reading(number: Number, text: str, language: str) -> tuple[str, ...]:
    value = number.values[0]
    what = f"{value:.12g}" if isinstance(value, float) else value
    return (
        f"reading ({language}): {_shown(number, text)} → {what} {number.unit or number.currency}".rstrip(),
    )


def _lost_signs(missing: list[Number], extra: list[Number], texts: Texts) -> Iterator[Slip]:
    """Take away the numbers of which one text has the minus and the other not, and yield those it got lost of."""
    for one in tuple(missing):
        other = next((number for number in extra if number.value == -one.value), None)
        if other is None:
            continue
        missing.remove(one)
        extra.remove(other)
        plus, text, language = (
            (other, texts.target, texts.language)
            if one.value < 0
            else (one, texts.source, texts.source_language)
        )
        is_told = text[max(0, plus.start - 1) : plus.start] in _SIGNS or below_zero(text, language)
        # in a language whose words we do not know, a word may say it
        if not is_told and "numbers" in fact_table(language).knows:
            yield _changed(one, other)


def _number_slips(
    missing: list[Number], extra: list[Number], ours: Facts, theirs: Facts, texts: Texts
) -> Iterator[Slip]:
    """Yield the numbers that stand in the place of another, then those that are missing or new."""
    for one, other in _in_place(missing, extra):
        yield _changed(one, other)
    # what a language may have in words that we do not know is no news
    if "numbers" not in fact_table(texts.language).knows:
        missing = [number for number in missing if not is_sayable(number)]
    if "numbers" not in fact_table(texts.source_language).knows:
        extra = [number for number in extra if not is_sayable(number)]
    said = set(chain.from_iterable(number.values for number in ours.numbers))
    written = set(chain.from_iterable(number.values for number in theirs.numbers))
    for one in missing:
        if not one.spelled and not written.intersection(one.values) and one.value not in _OFTEN_LEFT_OUT:
            yield Slip(
                code="date-mismatch" if one.in_date else "number-mismatch",
                message=f"“{one.text.strip()}” of the source is missing from the translation",
                severity=Severity.WARNING,
            )
    for other in extra:
        if not other.spelled and not said.intersection(other.values) and other.value not in _OFTEN_LEFT_OUT:
            yield Slip(
                code="date-mismatch" if other.in_date else "number-mismatch",
                message=f"“{other.text.strip()}” is not in the source",
                start=other.start,
                severity=Severity.WARNING,
            )


def _in_place(missing: list[Number], extra: list[Number]) -> Iterator[tuple[Number, Number]]:
    """Yield each number with the one that stands in its place, and take both away: the likest first."""

    def unlikeness(pair: tuple[Number, Number]) -> tuple[bool, bool, bool, float]:
        one, other = pair
        apart = (
            abs(math.log((abs(one.value) or 0.1) / (abs(other.value) or 0.1)))
            if one.value == one.value
            else 0.0
        )
        return one.unit != other.unit, one.in_date != other.in_date, one.spelled != other.spelled, apart

    while missing and extra:
        one, other = min(((one, other) for one in missing for other in extra), key=unlikeness)
        missing.remove(one)
        extra.remove(other)
        yield one, other


def _changed(one: Number, other: Number) -> Slip:
    code = "date-mismatch" if one.in_date and other.in_date else "number-mismatch"
    hint = ""
    if one.currency and other.currency and one.currency != other.currency:
        code = "currency-mismatch"
    elif (
        one.unit
        and other.unit
        and not are_alike(one.unit, other.unit, strict=False)
        and not (one.shared or other.shared)
    ):
        code = "unit-mismatch"
        converted = convert(one.value, one.unit, other.unit)
        hint = f"{one.value:.6g} {one.unit} is {converted:.4g} {other.unit}" if converted is not None else ""
    return Slip(
        code=code,
        message=f"“{other.text.strip()}” does not match “{one.text.strip()}” in the source",
        start=other.start,
        severity=Severity.WARNING if one.spelled or other.spelled else Severity.ERROR,
        hint=hint,
    )
