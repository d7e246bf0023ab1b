"""The facts of a text: its numbers with their units and currencies, clock times, months and weekdays.

Readers of one language; what a fact is in another is decided by who compares them. A text is read once. All
patterns start at a digit or a word and end where it ends: linear.
"""

import re
from collections.abc import Iterator
from operator import itemgetter

from l10n.conventions.calendar_reading import dated, months, numeric_dates, weekdays
from l10n.conventions.clock_reading import clocks, figure_starts
from l10n.conventions.fact_tables import fact_table, fold
from l10n.conventions.fact_values import CalendarName, Clock, Facts, Number
from l10n.conventions.number_reading import figures, spelled
from l10n.remembering import remembered

__all__ = ["CalendarName", "Clock", "Facts", "Number", "below_zero", "hints", "read_facts"]

_NONE = Facts()
_DIGIT = re.compile(r"[\d½¼¾]")
_WORD = re.compile(r"[^\W\d_]+")


@remembered(32_000)  # the texts of a large catalog: several checks read them
def read_facts(text: str, language: str) -> Facts:
    """Return the facts of a text."""
    table = fact_table(language)
    folded = fold(text)
    has_digits = _DIGIT.search(folded) is not None
    small = folded.lower()
    words: tuple[re.Match[str], ...] = ()
    if len(small) == len(folded) and not table.triggers.isdisjoint(_WORD.findall(small)):
        words = tuple(word for word in _WORD.finditer(small) if word[0] in table.triggers)
    if not has_digits and not words:
        return _NONE
    taken: list[tuple[int, int]] = []
    starts = tuple(figure_starts(folded)) if has_digits else ()
    times = tuple(clocks(folded, table, starts, taken)) if starts else ()
    dates = list(numeric_dates(folded, table, taken)) if has_digits else []
    written = list(figures(folded, table, starts, taken)) if starts else []
    named = [month for month, _, _ in dates]
    if words:
        named += months(folded, words, table, written)
    numbers = [number for _, found, _ in dates for number in found]
    numbers += dated(written, named) if named else written
    if words:
        numbers += spelled(folded, words, table, written)
    return Facts(
        numbers=tuple(sorted(numbers, key=itemgetter(0))),
        clocks=times,
        months=tuple(named),
        weekdays=tuple(weekdays(words, folded, table)) if words else (),
        unsure_dates=any(unsure for _, _, unsure in dates),
    )


def hints(text: str, language: str) -> Iterator[float]:
    """Yield the numbers that words of a text may stand for: both, half, driedaags, двойной."""
    table = fact_table(language)
    for word in _WORD.finditer(fold(text).lower()):
        yield from table.hints.of(word[0])


def below_zero(text: str, language: str) -> bool:
    """Tell whether a word of a text says that a number is less than nothing: minus, below, onder nul, мороза."""
    return not fact_table(language).negative.isdisjoint(_WORD.findall(fold(text).lower()))
