"""How far the translations are, as pictures: bars for the state they are in, lines for how they came there."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.catalog.statistics import Statistics

WIDTH, HEIGHT = 240, 40  # of a line, in units of its picture
_STATES = ("translated", "fuzzy", "untranslated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """How much of a locale was translated, 0…1, on a day (`2026-11-25`); the day is "" for the files as they are."""

    day: str
    ratio: float


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The moments of one locale, the earliest first."""

    locale: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a bar of 100 units: a state, where it begins and how long it is."""

    state: str
    start: float
    length: float


def bar(statistics: Statistics) -> tuple[Stretch, ...]:
    """Return the states that have a message. Laws: they follow each other, and together are 100 units long."""
    counts = {state: getattr(statistics, state) for state in _STATES}
    stretches: list[Stretch] = []
    before = 0
    for state in _STATES:
        if counts[state]:
            start, end = (100 * each / statistics.total for each in (before, before + counts[state]))
            stretches.append(Stretch(state=state, start=round(start, 2), length=round(end - start, 2)))
        before += counts[state]
    return tuple(stretches)


def said(statistics: Statistics) -> str:
    """Return what a bar shows, in words."""
    return (
        f"{statistics.translated} of {statistics.total} translated, {statistics.fuzzy} fuzzy, "
        f"{statistics.untranslated} not translated"
    )


def line(moments: Sequence[Moment]) -> str:
    """Return the points of a line through the moments, equally far apart: a day without work takes no room.

    They are those of an SVG polyline, `x,y` with blanks between; 1 is at the top.
    """
    step = WIDTH / max(1, len(moments) - 1)
    return " ".join(
        f"{round(place * step, 1):g},{round(HEIGHT * (1 - moment.ratio), 1):g}"
        for place, moment in enumerate(moments)
    )
