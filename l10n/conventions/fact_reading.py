"""The facts of a text: its numbers with their units and currencies, clock times, months and weekdays.

Readers of one language; what a fact is in another is decided by who compares them. A text is read once. All
patterns start at a digit or a word and end where it ends: linear.
"""

import re
from collections.abc import Iterator

from l10n.conventions.calendar_reading import dated, months, numeric_dates, weekdays
from l10n.conventions.clock_reading import clocks
from l10n.conventions.fact_tables import fact_table, fold
from l10n.conventions.fact_values import CalendarName, Clock, Facts, Number
from l10n.conventions.number_reading import figures, spelled
from l10n.remembering import remembered

__all__ = ["CalendarName", "Clock", "Facts", "Number", "hints", "read_facts"]

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
    has_words = len(small) == len(folded) and not table.triggers.isdisjoint(_WORD.findall(small))
    if not has_digits and not has_words:
        return _NONE
    words = tuple(word for word in _WORD.finditer(small) if word[0] in table.triggers) if has_words else ()
    taken: list[tuple[int, int]] = []
    times = tuple(clocks(folded, table, taken)) if has_digits else ()
    dates = list(numeric_dates(folded, table, taken)) if has_digits else []
    written = list(figures(folded, table, taken)) if has_digits else []
    named = [month for month, _, _ in dates] + list(months(folded, words, table, written))
    numbers = [number for _, found, _ in dates for number in found]
    numbers += dated(written, named)
    numbers += spelled(folded, words, table, written)
    return Facts(
        numbers=tuple(sorted(numbers, key=lambda number: number.start)),
        clocks=times,
        months=tuple(named),
        weekdays=tuple(weekdays(words, folded, table)),
        unsure_dates=any(unsure for _, _, unsure in dates),
    )


def hints(text: str, language: str) -> Iterator[float]:
    """Yield the numbers that words of a text may stand for: both, half, driedaags, двойной."""
    table = fact_table(language)
    for word in _WORD.finditer(fold(text).lower()):
        yield from table.hints.of(word[0])
