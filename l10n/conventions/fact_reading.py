"""The facts of a text: its numbers with their units and currencies, clock times, months and weekdays.

Readers of one language; what a fact is in another is decided by who compares them. A text is read once. All
patterns start at a digit or a word and end where it ends: linear. Any text has facts or none, and never an error.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter, itemgetter
from typing import NamedTuple

from l10n.conventions.calendar_reading import dated, months, numbered_months, numeric_dates, weekdays
from l10n.conventions.clock_reading import clocks, figure_starts, spoken
from l10n.conventions.fact_values import CalendarName, Clock, Facts, Number
from l10n.conventions.figures import values_of
from l10n.conventions.number_phrases import phrases
from l10n.conventions.number_reading import figures, with_shared_units
from l10n.conventions.number_words import halves, spelled
from l10n.languages.facts.fact_folding import fold, small_letters
from l10n.languages.facts.fact_tables import FactTable, fact_table
from l10n.remembering import remembered

__all__ = ["CalendarName", "Clock", "Facts", "Number", "below_zero", "hints", "read_facts"]

_NONE = Facts()
_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅛⅜⅝⅞]")
_SHORT = re.compile(r"(?<![\w.,])(?P<figures>\d{1,6}(?:[.,]\d{1,3})?)[ \u00a0]?(?P<letter>[^\W\d_])(?!\w)")
_IN_FIGURES = re.compile(r"[\d/]")
_WORD = re.compile(r"[^\W\d_]+")


class _Text(NamedTuple):
    """A text as it is read: folded, and in small letters with the words in it that may state a fact."""

    folded: str
    small: str
    words: tuple[re.Match[str], ...]
    has_half: bool


@remembered(32_000)  # the texts of a large catalog: several checks read them
def read_facts(text: str, language: str) -> Facts:
    """Return the facts of a text."""
    table = fact_table(language)
    read = _read(text, table)
    folded, words = read.folded, read.words
    has_digits = _DIGIT.search(folded) is not None
    if not has_digits and not words and not read.has_half and not _may_have_names(read.small, table):
        return _NONE
    starts = tuple(figure_starts(folded)) if has_digits else ()
    times, possible = _times(read, starts, table)
    taken = [(time.start, time.end) for time in times]
    dates = list(numeric_dates(folded, table, taken)) if has_digits else []
    taken += _idioms(folded, table) if has_digits else ()
    in_figures = list(numbered_months(folded, table)) if has_digits else []
    taken += [(month.start, month.end) for month in in_figures]
    written = list(figures(folded, table, starts, taken)) if starts else []
    named = [*in_figures, *months(folded, read.small, words, table, written)]
    numbers = [number for _, found, _ in dates for number in found]
    numbers += dated(written, named) if named else written
    if words or read.has_half:
        numbers += _in_words(read, table, taken, written)
    numbers.sort(key=itemgetter(0))
    return Facts(
        numbers=tuple(with_shared_units(folded, numbers, table)),
        clocks=tuple(times),
        possible=tuple(possible),
        months=_as_written(text, [*(month for month, _, _ in dates), *named]),
        weekdays=_as_written(text, weekdays(folded, read.small, words, table)),
        unsure_dates=any(unsure for _, _, unsure in dates),
    )


def _as_written(text: str, names: Iterable[CalendarName]) -> tuple[CalendarName, ...]:
    """Return names as a text has them, which was read folded: Kasım, and not Kasim."""
    return tuple(replace(name, text=text[name.start : name.end]) for name in names)


def _read(text: str, table: FactTable) -> _Text:
    folded = fold(text)
    small = small_letters(folded)
    words = table.number_words
    has_half = any(word in small for word in words.half_words) and words.halves.search(small) is not None
    return _Text(folded, small, _words(small, table), has_half)


def _may_have_names(small: str, table: FactTable) -> bool:
    """Tell whether a text may have a month or a weekday that is found otherwise than as a word."""
    return not all(names.beginnings.isdisjoint(small) for names in (table.months, table.weekdays))


def _times(read: _Text, starts: tuple[int, ...], table: FactTable) -> tuple[list[Clock], list[Clock]]:
    """Return the times of a text: the sure ones, and what may be one."""
    times, possible = clocks(read.folded, table.clock, starts) if starts else ([], [])
    if not read.words and not (starts and table.clock.without_spaces):
        return times, possible
    said, maybe = spoken(read.folded, read.small, read.words, table.clock)
    return _merged(times, said), [*possible, *maybe]


def _words(small: str, table: FactTable) -> tuple[re.Match[str], ...]:
    """Return the words of a text in small letters that may state a fact."""
    joined, word = table.number_words.joined, table.number_words.word
    words = word.findall(small)
    if table.triggers.isdisjoint(words) and not (joined and joined.may_read(words)):
        return ()
    return tuple(
        found
        for found in word.finditer(small)
        if found[0] in table.triggers or (joined is not None and joined.read(found[0]) is not None)
    )


def _merged(times: list[Clock], said: list[Clock]) -> list[Clock]:
    """Return the times in figures and those in words, in order; of two that overlap the longer: half 9 uur."""
    merged: list[Clock] = []
    for time in sorted((*times, *said), key=attrgetter("start", "end")):
        if not merged or merged[-1].end <= time.start:
            merged.append(time)
        elif time.end - time.start > merged[-1].end - merged[-1].start:
            merged[-1] = time
    return merged


def _in_words(
    read: _Text, table: FactTable, taken: list[tuple[int, int]], written: list[Number]
) -> Iterator[Number]:
    """Yield the numbers in words, outside the times and the figures."""
    spans = sorted([*taken, *((number.start, number.start + len(number.text)) for number in written)])
    said = phrases(read.folded, read.small, table, spans)
    yield from said
    spans = sorted([*spans, *((number.start, number.end) for number in said)])
    half = list(halves(read.folded, read.small, table, spans))
    yield from half
    spans = sorted([*spans, *((number.start, number.end) for number in half)])
    yield from spelled(read.folded, read.small, read.words, table, spans)


def _idioms(folded: str, table: FactTable) -> Iterator[tuple[int, int]]:
    """Yield where figures stand that count nothing: 24/7."""
    for idiom in table.idioms:
        at = folded.find(idiom)
        while at >= 0:
            end = at + len(idiom)
            if not _IN_FIGURES.search(folded[max(0, at - 1) : at] + " " + folded[end : end + 1]):
                yield at, end
            at = folded.find(idiom, end)


def hints(text: str, language: str) -> Iterator[float]:
    """Yield the numbers that words of a text may stand for: both, half, driedaags, двойной, 300k."""
    table, folded = fact_table(language), fold(text)
    for word in table.number_words.word.finditer(small_letters(folded)):
        yield from table.hints.of(word[0])
    for idiom, said in table.idioms.items():
        yield from said if idiom in folded else ()
    for found in _SHORT.finditer(folded) if table.short_scales else ():
        factor = table.short_scales.get(found["letter"])
        values = values_of(found["figures"], table.decimal) if factor else ()
        yield from (round(one * factor, 6) for one in values if factor and isinstance(one, float))


def below_zero(text: str, language: str) -> bool:
    """Tell whether a word of a text says that a number is less than nothing: minus, below, onder nul, мороза."""
    return not fact_table(language).negative.isdisjoint(_WORD.findall(small_letters(fold(text))))
