"""Are the facts of a translation those of its source? Decided for two lists of facts, without knowing catalogs.

Biased to silence: a number answers another in any notation, in words, in another unit when the figure was converted,
and a word such as “both” or “half” may stand for it. Numbers in words are asked for only when another number stands
in their place.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from l10n.checks.slips import Slip
from l10n.conventions.conversions import convert, is_conversion
from l10n.conventions.fact_reading import CalendarName, Clock, Facts, Number, hints, read_facts
from l10n.conventions.fact_tables import fact_table, fold, measures
from l10n.model import Severity

_ROMAN = re.compile(r"(?<!\w)(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_DIGIT = re.compile(r"\d")
_CENTURY = range(1900, 2100)
_OFTEN_LEFT_OUT = (0.0, 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class _Texts:
    source: str
    target: str
    source_language: str
    language: str


def compare_facts(source: str, target: str, source_language: str, language: str) -> tuple[Slip, ...]:
    """Return the facts in which `target` differs from `source`; both without code, tags and addresses."""
    ours, theirs = read_facts(source, source_language), read_facts(target, language)
    if ours == theirs and not ours.clocks:
        return ()
    return tuple(_slips(ours, theirs, _Texts(source, target, source_language, language)))


def _slips(ours: Facts, theirs: Facts, texts: _Texts) -> Iterator[Slip]:
    pairs, missing, extra = _matched(ours.numbers, theirs.numbers)
    for one, other in pairs:
        yield from _unlike(one, other, texts)
    yield from _clock_slips(ours, theirs, missing, extra, texts)
    yield from _calendar_slips(ours, theirs, missing, extra)
    if not missing and not extra:
        return
    if "".join(_DIGIT.findall(texts.source)) == "".join(_DIGIT.findall(texts.target)):
        missing[:] = [number for number in missing if number.spelled or number.scaled]
        extra[:] = [number for number in extra if number.spelled or number.scaled]
    _drop_converted(missing, extra, ours.numbers, theirs.numbers)
    _drop_hinted(missing, texts.target, texts.language)
    _drop_hinted(extra, texts.source, texts.source_language)
    yield from _number_slips(missing, extra, ours, theirs)


def _matched(
    ours: Sequence[Number], theirs: Sequence[Number]
) -> tuple[list[tuple[Number, Number]], list[Number], list[Number]]:
    """Return the numbers that answer each other, those that nothing answers, and those that answer nothing."""
    pairs: list[tuple[Number, Number]] = []
    missing, extra = list(ours), list(theirs)
    ways: tuple[Callable[[Number, Number], bool], ...] = (
        lambda one, other: (
            (one.values[0], one.unit, one.currency) == (other.values[0], other.unit, other.currency)
        ),
        lambda one, other: one.values[0] == other.values[0],
        lambda one, other: not set(one.values).isdisjoint(other.values),
        _is_short_year,
    )
    for answers in ways:
        for one in tuple(missing):
            other = next((number for number in extra if answers(one, number)), None)
            if other:
                pairs.append((one, other))
                missing.remove(one)
                extra.remove(other)
    return pairs, missing, extra


def _is_short_year(one: Number, other: Number) -> bool:
    """Tell whether one is a year and the other its last two figures: 1963 and ’63."""
    low, high = min(one.value, other.value), max(one.value, other.value)
    return high in _CENTURY and low < 100 and high % 100 == low


def _unlike(one: Number, other: Number, texts: _Texts) -> Iterator[Slip]:
    """Yield what differs in two numbers with one value: the unit, the currency."""
    if one.currency and other.currency and one.currency != other.currency:
        yield _unlike_slip("currency-mismatch", one, other, texts)
    elif one.currency and not other.currency and not other.unit:
        if not _is_there(one.currency, texts, is_unit=False):
            yield _lost("currency-mismatch", one, other, texts)
    elif one.unit and other.unit and one.unit != other.unit:
        yield _unlike_slip("unit-mismatch", one, other, texts)
    elif _has_lost_unit(one, other) and not _is_there(one.unit, texts, is_unit=True):
        yield _lost("unit-mismatch", one, other, texts)


def _has_lost_unit(one: Number, other: Number) -> bool:
    """Tell whether a figure has lost its unit; hours and days are left out: they make up words of all kinds."""
    bare = not other.unit and not other.currency
    return bool(one.unit) and bare and not one.spelled and measures()[one.unit].dimension != "time"


def _is_there(name: str, texts: _Texts, *, is_unit: bool) -> bool:
    """Tell whether the translation has the unit or the currency anywhere, or its language lacks words for it."""
    table = fact_table(texts.language)
    known = table.unit_of if is_unit else table.currency_of
    forms = [form.removesuffix("*") for form, of in known.items() if of == name]
    folded = fold(texts.target).casefold().replace("\u00a0", " ")
    written = (
        rf"(?<!\w){re.escape(form)}" + (r"(?!\w)" if len(form) < 4 and form.isalpha() else "")
        for form in forms
    )
    return not forms or any(re.search(form, folded) for form in written)


def _unlike_slip(code: str, one: Number, other: Number, texts: _Texts) -> Slip:
    said, found = _shown(one, texts.source), _shown(other, texts.target)
    return Slip(
        code=code,
        message=f"“{found}” is not the “{said}” of the source",
        start=other.start,
        hint=_conversion_hint(one, other, texts),
        because=_reading(one, texts.source, texts.source_language)
        + _reading(other, texts.target, texts.language),
    )


def _lost(code: str, one: Number, other: Number, texts: _Texts) -> Slip:
    return Slip(
        code=code,
        message=f"“{_shown(one, texts.source)}” of the source has become a bare “{other.text.strip()}”",
        start=other.start,
        severity=Severity.WARNING,
    )


def _conversion_hint(one: Number, other: Number, texts: _Texts) -> str:
    if not (one.unit and other.unit):
        return ""
    converted = convert(one.value, one.unit, other.unit)
    return f"{_shown(one, texts.source)} is {converted:.4g} {other.unit}" if converted is not None else ""


def _shown(number: Number, text: str) -> str:
    start = number.start
    if number.currency and not text[start : number.end].endswith(tuple("abcdefghijklmnopqrstuvwxyz")):
        start = max(0, start - 4)
        start += max(text[start : number.start].rstrip().rfind(" ") + 1, 0)
    return text[start : number.end].strip()


def _reading(number: Number, text: str, language: str) -> tuple[str, ...]:
    value = number.values[0]
    what = f"{value:.12g}" if isinstance(value, float) else value
    return (
        f"reading ({language}): {_shown(number, text)} → {what} {number.unit or number.currency}".rstrip(),
    )


def _clock_slips(
    ours: Facts, theirs: Facts, missing: list[Number], extra: list[Number], texts: _Texts
) -> Iterator[Slip]:
    """Yield the times that differ or were left as English writes them."""
    lost, added = list(ours.clocks), list(theirs.clocks)
    table = fact_table(texts.language)
    for one in tuple(lost):
        same = next((clock for clock in added if not one.minutes.isdisjoint(clock.minutes)), None)
        if same:
            lost.remove(one)
            added.remove(same)
            if same.half and table.clock.hours == 24:
                yield _unconverted(one, same, texts.language)
            continue
        in_hours = bool(theirs.clocks) or any(number.unit == "hour" for number in theirs.numbers)
        if number := next(
            (n for n in chain(extra, theirs.numbers) if _is_time(n, one, in_hours=in_hours)), None
        ):
            lost.remove(one)
            if number in extra:
                extra.remove(number)
    for one in tuple(lost):
        if added:
            other = added.pop(0)
            yield Slip(
                code="time-mismatch",
                message=f"“{other.text.strip()}” is not the “{one.text.strip()}” of the source",
                start=other.start,
                hint=f"{texts.language} writes “{clock_form(one, texts.language)}”",
                because=_clock_reading(one, texts.source_language) + _clock_reading(other, texts.language),
            )
        elif not table.clock.spoken.search(fold(texts.target)):
            wrong = next((number for number in extra if not number.spelled), None)
            if wrong:
                extra.remove(wrong)
            yield Slip(
                code="time-mismatch",
                message=f"the time “{one.text.strip()}” of the source is not in its translation",
                start=wrong.start if wrong else None,
                severity=Severity.ERROR if wrong else Severity.WARNING,
                hint=f"{texts.language} writes “{clock_form(one, texts.language)}”",
            )
    for other in added:  # an hour with a word in the source: 8 o'clock
        hour = {minutes / 60 for minutes in other.minutes}
        said = next((number for number in missing if number.value in hour or number.value + 12 in hour), None)
        if said:
            missing.remove(said)


def _unconverted(one: Clock, other: Clock, language: str) -> Slip:
    return Slip(
        code="time-mismatch",
        message=f"“{other.text.strip()}” is written as in English",
        start=other.start,
        severity=Severity.WARNING,
        hint=f"{language} writes “{clock_form(one, language)}”",
    )


def clock_form(clock: Clock, language: str) -> str:
    """Return how a language writes a time: 14.15 uur, 2:15 p.m."""
    table = fact_table(language).clock
    minutes = max(clock.minutes) if len(clock.minutes) > 1 and clock.half == "" else min(clock.minutes)
    hour, minute = divmod(minutes, 60)
    half = table.halves[hour >= 12] if table.halves else ""
    return table.form.format(hour=hour, hour12=(hour - 1) % 12 + 1, minute=f"{minute:02}", half=half)


def _clock_reading(clock: Clock, language: str) -> tuple[str, ...]:
    said = " or ".join(f"{minutes // 60}:{minutes % 60:02}" for minutes in sorted(clock.minutes))
    return (f"reading ({language}): {clock.text.strip()} → {said}",)


def _is_time(number: Number, clock: Clock, *, in_hours: bool) -> bool:
    """Tell whether a number is an hour, or hours and minutes without a word: 14 uur, 14.15, van 10 tot 18 uur."""
    hours, _, minutes = number.text.strip().replace(":", ".").partition(".")
    if not hours.isdecimal() or not (minutes.isdecimal() or not minutes):
        return False
    at = int(hours) * 60 + int(minutes or 0)
    return (number.unit == "hour" or bool(minutes) or (in_hours and not number.unit)) and at in clock.minutes


def _calendar_slips(ours: Facts, theirs: Facts, missing: list[Number], extra: list[Number]) -> Iterator[Slip]:
    if not (ours.unsure_dates or theirs.unsure_dates):
        yield from _calendar_names(ours.months, theirs.months, missing, extra)
    yield from _calendar_names(ours.weekdays, theirs.weekdays, [], [])


def _calendar_names(
    ours: Sequence[CalendarName], theirs: Sequence[CalendarName], missing: list[Number], extra: list[Number]
) -> Iterator[Slip]:
    lost, added = _apart(ours, theirs, extra), _apart(theirs, ours, missing)
    for one, other in zip(lost, added, strict=False):
        yield Slip(
            code="date-mismatch",
            message=f"“{other.text}” is not the “{one.text}” of the source",
            start=other.start,
        )


def _apart(
    names: Sequence[CalendarName], others: Sequence[CalendarName], numbers: list[Number]
) -> list[CalendarName]:
    """Return the names that the other text has not, neither as a name nor as the number of a month."""
    known = {name.number for name in others}
    found: list[CalendarName] = []
    for name in names:
        if name.number in known:
            continue
        figure = next(
            (number for number in numbers if number.value == name.number and not number.spelled), None
        )
        if figure:
            numbers.remove(figure)
        else:
            found.append(name)
    return found


def _drop_converted(
    missing: list[Number], extra: list[Number], ours: Sequence[Number], theirs: Sequence[Number]
) -> None:
    """Take away the numbers that are another one of the other text in another unit."""
    for one in tuple(missing):
        same = next((other for other in chain(extra, theirs) if _is_converted(one, other)), None)
        if same:
            missing.remove(one)
            if same in extra:
                extra.remove(same)
    for other in tuple(extra):
        if any(_is_converted(one, other) for one in ours):
            extra.remove(other)


def _is_converted(one: Number, other: Number) -> bool:
    return bool(one.unit and other.unit) and is_conversion(one.value, one.unit, other.value, other.unit)


def _drop_hinted(numbers: list[Number], text: str, language: str) -> None:
    """Take away the numbers for which a word or a Roman numeral of the other text may stand."""
    if not numbers:
        return
    known = {*hints(text, language), *(_roman(match[0]) for match in _ROMAN.finditer(text))}
    numbers[:] = [number for number in numbers if not known.intersection(number.values)]


def _roman(numeral: str) -> float:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return float(
        sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    )


def _number_slips(missing: list[Number], extra: list[Number], ours: Facts, theirs: Facts) -> Iterator[Slip]:
    """Yield the numbers that stand in the place of another, then those that are missing or new."""
    for one, other in _in_place(missing, extra):
        yield _changed(one, other)
    said = set(chain.from_iterable(number.values for number in ours.numbers))
    written = set(chain.from_iterable(number.values for number in theirs.numbers))
    for one in missing:
        if not one.spelled and not written.intersection(one.values) and one.value not in _OFTEN_LEFT_OUT:
            yield Slip(
                code="date-mismatch" if one.in_date else "number-mismatch",
                message=f"“{one.text.strip()}” of the source is not in its translation",
                severity=Severity.WARNING,
            )
    for other in extra:
        if not other.spelled and not said.intersection(other.values) and other.value not in _OFTEN_LEFT_OUT:
            yield Slip(
                code="date-mismatch" if other.in_date else "number-mismatch",
                message=f"the source does not say “{other.text.strip()}”",
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
    elif one.unit and other.unit and one.unit != other.unit:
        code = "unit-mismatch"
        converted = convert(one.value, one.unit, other.unit)
        hint = f"{one.value:.6g} {one.unit} is {converted:.4g} {other.unit}" if converted is not None else ""
    return Slip(
        code=code,
        message=f"“{other.text.strip()}” is not the “{one.text.strip()}” of the source",
        start=other.start,
        severity=Severity.WARNING if one.spelled or other.spelled else Severity.ERROR,
        hint=hint,
    )
