"""The facts of a text: its numbers with their units and currencies, clock times, months and weekdays.

Readers of one language; what a fact is in another is decided by who compares them. A text is read once. All
patterns start at a digit or a word and end where it ends: linear.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from l10n.conventions.fact_tables import FactTable, fact_table, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number of a text. `values` are its readings, that of the language first; a version has its text as value.

    `spelled`: written in words. `in_date`: a day or a year beside its month.
    """

    start: int
    end: int
    text: str
    values: tuple[float | str, ...]
    unit: str = ""
    currency: str = ""
    spelled: bool = False
    scaled: bool = False
    in_date: bool = False
    suffixed: bool = False

    @property
    def value(self) -> float:
        """The reading of the language; NaN for a version."""
        return self.values[0] if isinstance(self.values[0], float) else float("nan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A clock time: what it may mean, in minutes since midnight. `half` is the am or pm it is written with."""

    start: int
    end: int
    text: str
    minutes: frozenset[int]
    half: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarName:
    """A month (1–12) or a weekday (1–7, Monday first)."""

    start: int
    end: int
    text: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a text states, in its order. `unsure_dates`: it has 10/5/2021 or the like."""

    numbers: tuple[Number, ...] = ()
    clocks: tuple[Clock, ...] = ()
    months: tuple[CalendarName, ...] = ()
    weekdays: tuple[CalendarName, ...] = ()
    unsure_dates: bool = False


_NONE = Facts()
_WORD = re.compile(r"[^\W\d_]+")
_NUMERIC_DATE = re.compile(
    r"(?<![\d./-])(?:(?P<iso>[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
    r"|(?P<first>[0-3]?\d)(?P<sign>[./-])(?P<second>[0-3]?\d)(?P=sign)(?P<year>[12]\d{3}))(?![\d/-])(?!\.\d)"
)
_VERSION = re.compile(r"\d+(?:\.\d+){2,}")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_GAP = " \u00a0\u202f\u2009"
_BLANK = re.compile(r"[\s\u00a0-]*")
_BEFORE_WEEKDAY = frozenset({"в", "во", "на", "со", "с", "до", "по", "к", "каждую", "эту", "прошлую"})
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_CALENDAR_YEAR = frozenset({"год", "года", "году", "годом", "годах"})


@lru_cache(maxsize=4_000)
def read_facts(text: str, language: str) -> Facts:
    """Return the facts of a text."""
    table = fact_table(language)
    folded = fold(text)
    has_digits = any(character.isdigit() for character in folded)
    words = tuple(_WORD.finditer(folded.lower())) if len(folded.lower()) == len(folded) else ()
    if not has_digits and not any(
        word[0] in table.words
        or word[0] in table.scales
        or word[0] in table.months
        or word[0] in table.weekdays
        for word in words
    ):
        return _NONE
    taken: list[tuple[int, int]] = []
    clocks = tuple(_clocks(folded, table, taken)) if has_digits else ()
    dates = list(_numeric_dates(folded, table, taken)) if has_digits else []
    figures = list(_figures(folded, table, taken)) if has_digits else []
    months = [month for month, _, _ in dates] + list(_months(folded, words, table, figures))
    numbers = [number for _, found, _ in dates for number in found]
    numbers += [_dated(number, months) for number in figures]
    numbers += _spelled(folded, words, table, figures)
    return Facts(
        numbers=tuple(sorted(numbers, key=lambda number: number.start)),
        clocks=clocks,
        months=tuple(months),
        weekdays=tuple(_weekdays(words, folded, table)),
        unsure_dates=any(unsure for _, _, unsure in dates),
    )


def hints(text: str, language: str) -> Iterator[float]:
    """Yield the numbers that words of a text may stand for: both, half, driedaags, двойной."""
    table = fact_table(language)
    for word in _WORD.finditer(fold(text).lower()):
        yield from table.hints.of(word[0])


def _clocks(text: str, table: FactTable, taken: list[tuple[int, int]]) -> Iterator[Clock]:
    clock = table.clock
    for match in clock.pattern.finditer(text):
        half = (match["half"] or "").lower()
        is_part_of_day = bool(half) and half[0] not in "ap"
        sure = (
            match["sign"] == ":"
            or bool(match["sign"] and (match["word"] or half))
            or bool(half and not is_part_of_day)
            or bool(half and match["word"])
            or bool(half and _word_before(text, match.start()) in clock.before)
        )
        hour = int(match["hour"])
        if not sure or (match["minute"] is None and hour > clock.hours):
            continue
        minutes = _minutes(hour, int(match["minute"] or 0), half, table)
        yield Clock(
            start=match.start(),
            end=match.end(),
            text=match[0],
            minutes=minutes,
            half=half if half and not is_part_of_day else "",
        )
        taken.append(match.span())


def _minutes(hour: int, minute: int, half: str, table: FactTable) -> frozenset[int]:
    clock = table.clock
    if half in clock.pm:
        hours = {hour if hour >= 12 else hour + 12}
    elif half in clock.am:
        hours = {hour % 12}
    elif clock.hours == 12 and 1 <= hour <= 12:
        hours = {hour % 12, hour % 12 + 12}
    else:
        hours = {hour % 24}
    return frozenset(at * 60 + minute for at in hours)


def _word_before(text: str, position: int) -> str:
    """Return the word before a place, lower case."""
    before = text[max(0, position - 20) : position].rstrip(_GAP)
    return before.rpartition(" ")[2].rpartition("\u00a0")[2].lower()


def _numeric_dates(
    text: str, table: FactTable, taken: list[tuple[int, int]]
) -> Iterator[tuple[CalendarName, tuple[Number, ...], bool]]:
    """Yield the month, the day and the year of each 2021-10-05, 5.10.2021 or 10/5/2021, and whether it is unsure."""
    for match in _NUMERIC_DATE.finditer(text):
        unsure = False
        if match["iso"]:
            year, month, day = match["iso"].split("-")
        else:
            day, month, year = match["first"], match["second"], match["year"]
            unsure = match["sign"] == "/" and int(day) <= 12 and int(month) <= 12 and day != month
            if match["sign"] == "/" and (table.month_first or int(month) > 12) and int(day) <= 12:
                day, month = month, day
        if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
            continue
        start, end = match.span()
        numbers = tuple(
            Number(start=start, end=end, text=match[0], values=(float(value),), in_date=True)
            for value in (day, year)
        )
        taken.append((start, end))
        yield CalendarName(start=start, end=end, text=match[0], number=int(month)), numbers, unsure


def _figures(text: str, table: FactTable, taken: list[tuple[int, int]]) -> Iterator[Number]:
    """Yield the numbers written in figures, with their units, outside the spans taken already."""
    for match in table.number.finditer(text):
        start, end = match.span()
        if any(first < end and start < last for first, last in taken):
            continue
        written = match["figures"]
        values = _values(written, table)
        scale = match["scale"]
        currency = _currency_before(text, start, table)
        if scale:
            values = tuple(v * table.scales[scale.lower()] for v in values if isinstance(v, float)) or values
        elif currency and text[end : end + 1] == "m" and not text[end + 1 : end + 2].isalnum():
            values, scale = tuple(v * 1e6 for v in values if isinstance(v, float)), "m"
            end += 1
        number = Number(
            start=start,
            end=end,
            text=match[0],
            values=values,
            scaled=bool(scale),
            currency=currency,
            suffixed=bool(match["suffix"]),
        )
        measured = number if match["suffix"] else _measured(text, number, table)
        after = text[measured.end : measured.end + 1]
        if measured is number and not match["suffix"] and not scale and (after.isalpha() or after == "_"):
            continue  # 3D, x86: a designation
        yield measured


def _values(written: str, table: FactTable) -> tuple[float | str, ...]:
    """Return what figures may mean, as the language reads them first."""
    plain = "".join(character for character in written if character not in _GAP)
    if plain in _FRACTIONS or plain.isdecimal():
        return (_FRACTIONS[plain] if plain in _FRACTIONS else float(plain),)
    if _VERSION.fullmatch(plain) and not _GROUPED.fullmatch(plain):
        return (plain,)
    signs = [character for character in plain if character in ".,"]
    last = max(plain.rfind("."), plain.rfind(","))
    as_decimal = float(f"{re.sub('[.,]', '', plain[:last])}.{plain[last + 1 :]}")
    as_grouped = float(re.sub("[.,]", "", plain))
    if len(set(signs)) > 1:
        return (as_decimal,)
    if len(signs) > 1:
        return (as_grouped,) if _GROUPED.fullmatch(plain) else (plain,)
    if not _GROUPED.fullmatch(plain):
        return (as_decimal,)
    return (as_decimal, as_grouped) if signs[0] == table.decimal else (as_grouped, as_decimal)


def _currency_before(text: str, start: int, table: FactTable) -> str:
    """Return the currency whose sign stands before a number: $5, € 20, US$ 3, EUR 7."""
    before = text[max(0, start - 5) : start].rstrip(_GAP)
    for length in (3, 1):
        sign = before[-length:]
        is_sign = sign and (not sign.isalpha() or (sign.isupper() and sign.isascii() and len(sign) == 3))
        if is_sign and sign.lower() in table.currency_of and not before[: -len(sign)][-1:].isalnum():
            return table.currency_of[sign.lower()]
    return ""


def _measured(text: str, number: Number, table: FactTable) -> Number:
    """Return the number with the unit or the currency that follows it."""
    gap = _BLANK.match(text, number.end)
    at = gap.end() if gap else number.end
    if at - number.end > 1:
        return number
    if match := table.currency.match(text, at):
        return replace(number, currency=_named(match[0], table.currency_of), end=match.end())
    if (match := table.unit.match(text, at)) and not number.currency:
        if match[0] == "г" and (text.startswith(".", match.end()) or number.value >= _FIRST_YEAR):
            return number
        if match[0] in _CALENDAR_YEAR and _FIRST_YEAR <= number.value <= _LAST_YEAR:
            return replace(number, end=match.end())
        return replace(number, unit=_named(match[0], table.unit_of), end=match.end())
    return number


def _named(form: str, names: "dict[str, str] | object") -> str:
    """Return the thing a form stands for; forms with any ending are kept by their beginning."""
    assert isinstance(names, dict)  # noqa: S101  # a plain dict in all tables
    folded = re.sub(r"[\s\u00a0]", " ", form).casefold()
    if folded in names:
        return str(names[folded])
    return next(
        (str(name) for known, name in names.items() if known.endswith("*") and folded.startswith(known[:-1])),
        "",
    )


def _months(
    text: str, words: tuple[re.Match[str], ...], table: FactTable, figures: list[Number]
) -> Iterator[CalendarName]:
    """Yield the months; a word that is one only sometimes needs a capital, or a day or a year beside it."""
    for word in words:
        number = table.months.get(word[0])
        if number is None:
            continue
        start, end = word.span()
        if word[0] in table.ambiguous_months and not _stands_in_date(start, end, figures):
            capital = text[start].isupper() or table.language != "en"
            if not capital or _word_before(text, start) not in table.before_month:
                continue
        yield CalendarName(start=start, end=end, text=text[start:end], number=number)


def _stands_in_date(start: int, end: int, figures: list[Number]) -> bool:
    return any(0 <= start - number.end <= 2 or 0 <= number.start - end <= 2 for number in figures)


def _dated(number: Number, months: list[CalendarName]) -> Number:
    """Return the number, marked when it is the day or the year of a month beside it."""
    near = any(0 <= month.start - number.end <= 2 or 0 <= number.start - month.end <= 6 for month in months)
    return replace(number, in_date=True) if near and not number.unit and not number.currency else number


def _weekdays(words: tuple[re.Match[str], ...], text: str, table: FactTable) -> Iterator[CalendarName]:
    for word in words:
        number = table.weekdays.get(word[0])
        if number is None or (
            word[0] in table.ambiguous_weekdays and _word_before(text, word.start()) not in _BEFORE_WEEKDAY
        ):
            continue
        yield CalendarName(
            start=word.start(), end=word.end(), text=text[word.start() : word.end()], number=number
        )


def _spelled(
    text: str, words: tuple[re.Match[str], ...], table: FactTable, figures: list[Number]
) -> Iterator[Number]:
    """Yield the numbers written in words, those of several words as one: twenty-one, сто двадцать пять."""
    ends = {number.start + len(number.text) for number in figures if number.scaled}
    group: list[tuple[int, int]] = []
    total = current = 0.0
    last = 0.0
    for word in words:
        start, end = word.span()
        value = table.words.get(word[0])
        scale = table.scales.get(word[0]) if len(word[0]) > 2 else None
        if scale is not None and end in ends:
            continue
        joined = bool(group) and _joins(text[group[-1][1] : start], table)
        if value is not None and joined and _adds(last, value):
            current += value
        elif scale is not None and joined and current:
            total, current = (total, current * scale) if scale < 1000 else (total + current * scale, 0.0)
        else:
            if total + current > 1:
                yield _word_number(text, group, total + current, table)
            group, total, current = [], 0.0, value if value is not None else scale or 0.0
        if value is None and scale is None:
            group, last = [], 0.0
            continue
        group.append((start, end))
        last = value if value is not None else scale or 0.0
    if total + current > 1:
        yield _word_number(text, group, total + current, table)


def _joins(between: str, table: FactTable) -> bool:
    inner = between.strip(" \u00a0-")
    return not inner or inner in table.links


def _adds(last: float, value: float) -> bool:
    """Tell whether a number word is added to the one before it: twenty-one, hundred twenty."""
    return (20 <= last < 100 and value < 10) or (last >= 100 and last % 100 == 0 and value < min(last, 100))


def _word_number(text: str, group: list[tuple[int, int]], value: float, table: FactTable) -> Number:
    start, end = group[0][0], group[-1][1]
    number = Number(start=start, end=end, text=text[start:end], values=(value,), spelled=True)
    return _measured(text, number, table)
