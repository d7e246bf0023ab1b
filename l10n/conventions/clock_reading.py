"""Reads the clock times of a text: 2.15 pm, 14:15, 14.15 uur, в 2 часа дня."""

import re
from collections.abc import Iterable, Iterator

from l10n.conventions.fact_tables import FactTable
from l10n.conventions.fact_values import Clock

_FIGURES = re.compile(r"[0-9½¼¾]+")
_POINTS = (".", ",")
_NO_CLOCK = (".", ":", ",")
_BLANKS = " \u00a0\u202f\u2009"


def figure_starts(text: str) -> Iterator[int]:
    """Yield where figures begin that belong to no word and to no other figures."""
    for found in _FIGURES.finditer(text):
        start = found.start()
        before = text[max(0, start - 2) : start]
        if not (
            before[-1:].isalnum() or before[-1:] == "_" or (before[-1:] in _POINTS and before[:1].isdecimal())
        ):
            yield start


def clocks(
    text: str, table: FactTable, starts: Iterable[int], taken: list[tuple[int, int]]
) -> Iterator[Clock]:
    """Yield the times that begin at `starts`, and add their spans to those `taken`."""
    clock = table.clock
    done = 0
    for start in starts:
        match = (
            clock.pattern.match(text, start)
            if start >= done and text[start - 1 : start] not in _NO_CLOCK
            else None
        )
        if match is None:
            continue
        done = match.end()
        half = (match["half"] or "").lower()
        is_part_of_day = bool(half) and half[0] not in "ap"
        sure = (
            match["sign"] == ":"
            or bool(match["sign"] and (match["word"] or half))
            or bool(half and not is_part_of_day)
            or bool(half and match["word"])
            or bool(half and word_before(text, match.start()) in clock.before)
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


def word_before(text: str, position: int) -> str:
    """Return the word before a place, lower case."""
    before = text[max(0, position - 20) : position].rstrip(_BLANKS)
    return before.rpartition(" ")[2].rpartition("\u00a0")[2].lower()
