"""Reads the dates of a text: months and weekdays by name, dates in figures, and which numbers belong to a date."""

import re
from collections.abc import Callable, Iterable, Iterator

from l10n.conventions.clock_reading import word_before
from l10n.conventions.fact_values import CalendarName, Number
from l10n.languages.facts.calendar_tables import Names
from l10n.languages.facts.fact_tables import FactTable

_BLANK = re.compile(r"\s")
_JOINED_FIGURES = re.compile(r"\d[./-]\d")
_NUMERIC_DATE = re.compile(
    r"(?<![\d./-])(?:(?P<iso>[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
    r"|(?P<first>[0-3]?\d)(?P<sign>[./-])(?P<second>[0-3]?\d)(?P=sign)(?P<year>[12]\d{3}))(?![\d/-])(?!\.\d)"
)
_NEAR, _NEAR_YEAR = 3, 7  # code points between a day and its month, a month and its year


def numeric_dates(
    text: str, table: FactTable, taken: list[tuple[int, int]]
) -> Iterator[tuple[CalendarName, tuple[Number, ...], bool]]:
    """Yield the month, the day and the year of each 2021-10-05, 5.10.2021 or 10/5/2021, and whether it is unsure."""
    if not _JOINED_FIGURES.search(text):
        return
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
            Number(start=start, end=end, text=match[0], values=tuple(map(float, values)), in_date=True)
            for values in ((day, month) if unsure else (day,), (year,))
        )
        taken.append((start, end))
        yield CalendarName(start=start, end=end, text=match[0], number=int(month)), numbers, unsure


def months(
    text: str, small: str, words: tuple[re.Match[str], ...], table: FactTable, figures: list[Number]
) -> Iterator[CalendarName]:
    """Yield the months; a word that is one only sometimes needs a capital, or a day or a year beside it."""
    in_date = _beside([number for number in figures if not number.unit and not number.currency])
    for word in words:
        number = table.months.words.get(word[0])
        if number is None:
            continue
        start, end = word.span()
        if word[0] in table.ambiguous_months and not in_date(start, end):
            capital = text[start].isupper() or not table.capital_months
            if not capital or word_before(text, start) not in table.before_month:
                continue
        yield CalendarName(start=start, end=end, text=text[start:end], number=number)
    yield from _others(text, small, table.months)


def numbered_months(text: str, table: FactTable) -> Iterator[CalendarName]:
    """Yield the months in figures with a sign behind them: 10月."""
    for found in table.month_sign.finditer(text):
        yield CalendarName(start=found.start(), end=found.end(), text=found[0], number=int(found["month"]))


def _others(text: str, small: str, names: Names) -> Iterator[CalendarName]:
    """Yield the names that are not found as words."""
    for found in names.pattern.finditer(small) if not names.beginnings.isdisjoint(small) else ():
        form = found[found.lastgroup or 0]
        number = names.others[_BLANK.sub(" ", form)]
        yield CalendarName(
            start=found.start(), end=found.end(), text=text[found.start() : found.end()], number=number
        )


def _beside(figures: Iterable[Number]) -> Callable[[int, int], bool]:
    """Return what tells whether a number ends close before a place, or begins close behind one."""
    starts, ends = {number.start for number in figures}, {number.end for number in figures}
    return lambda start, end: any(start - gap in ends or end + gap in starts for gap in range(_NEAR))


def dated(figures: Iterable[Number], months: Iterable[CalendarName]) -> Iterator[Number]:
    """Yield the numbers, those marked that are the day or the year of a month beside them."""
    days = {month.start - gap for month in months for gap in range(_NEAR)}
    years = {month.end + gap for month in months for gap in range(_NEAR_YEAR)}
    for number in figures:
        near = number.end in days or number.start in years
        yield number._replace(in_date=True) if near and not number.unit and not number.currency else number


def weekdays(
    text: str, small: str, words: tuple[re.Match[str], ...], table: FactTable
) -> Iterator[CalendarName]:
    """Yield the weekdays; a word that is one only sometimes needs a word before it."""
    for word in words:
        number = table.weekdays.words.get(word[0])
        if number is None or (
            word[0] in table.ambiguous_weekdays
            and word_before(text, word.start()) not in table.before_weekday
        ):
            continue
        yield CalendarName(
            start=word.start(), end=word.end(), text=text[word.start() : word.end()], number=number
        )
    yield from _others(text, small, table.weekdays)
