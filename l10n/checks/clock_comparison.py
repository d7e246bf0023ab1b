"""Are the clock times, months and weekdays of a translation those of its source?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from l10n.checks.slips import Slip
from l10n.conventions.fact_reading import CalendarName, Clock, Facts, Number
from l10n.conventions.fact_tables import fact_table, fold
from l10n.conventions.forms import clock_form
from l10n.model import Severity

_HOURS_OF_A_DAY = 24
_MOST_COMPARED = 60  # times of a text: more are a timetable


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Two texts without code, tags and addresses, and the languages they are in."""

    source: str
    target: str
    source_language: str
    language: str


def clock_slips(
    ours: Facts, theirs: Facts, missing: list[Number], extra: list[Number], texts: Texts
) -> Iterator[Slip]:
    """Yield the times that differ or were left as English writes them.

    Numbers that turn out to be times are taken away from `missing` and `extra`.
    """
    lost, added = list(ours.clocks[:_MOST_COMPARED]), list(theirs.clocks[:_MOST_COMPARED])
    yield from _left_as_english(lost, added, texts)
    _drop_bare_times(lost, extra, theirs)
    for one in lost:
        if added:
            other = added.pop(0)
            yield Slip(
                code="time-mismatch",
                message=f"“{other.text.strip()}” is not the “{one.text.strip()}” of the source",
                start=other.start,
                hint=_form_hint(one, texts),
                because=_clock_reading(one, texts.source_language) + _clock_reading(other, texts.language),
            )
        elif not fact_table(texts.language).clock.spoken.search(fold(texts.target)):
            yield _lost_clock(one, extra, texts)
    for other in added:  # an hour with a word in the source: 8 o'clock
        hours = {minutes / 60 for minutes in other.minutes}
        said = next((number for number in missing if {number.value, number.value + 12} & hours), None)
        if said:
            missing.remove(said)


def _left_as_english(lost: list[Clock], added: list[Clock], texts: Texts) -> Iterator[Slip]:
    """Take away the times that answer each other, and yield those still written with am and pm."""
    hours = fact_table(texts.language).clock.hours
    for one in tuple(lost):
        same = next((clock for clock in added if not one.minutes.isdisjoint(clock.minutes)), None)
        if same is None:
            continue
        lost.remove(one)
        added.remove(same)
        if same.half and hours == _HOURS_OF_A_DAY:
            yield Slip(
                code="time-mismatch",
                message=f"“{same.text.strip()}” is written as in English",
                start=same.start,
                severity=Severity.WARNING,
                hint=_form_hint(one, texts),
            )


def _drop_bare_times(lost: list[Clock], extra: list[Number], theirs: Facts) -> None:
    """Take away the times that a bare number answers."""
    in_hours = bool(theirs.clocks) or any(number.unit == "hour" for number in theirs.numbers)
    for one in tuple(lost):
        number = next((n for n in chain(extra, theirs.numbers) if _is_time(n, one, in_hours=in_hours)), None)
        if number:
            lost.remove(one)
            if number in extra:
                extra.remove(number)


def _lost_clock(one: Clock, extra: list[Number], texts: Texts) -> Slip:
    """Return the slip of a time that no time answers; a number nothing else explains stands in its place."""
    wrong = next((number for number in extra if not number.spelled), None)
    if wrong:
        extra.remove(wrong)
    return Slip(
        code="time-mismatch",
        message=f"the time “{one.text.strip()}” of the source is not in its translation",
        start=wrong.start if wrong else None,
        severity=Severity.ERROR if wrong else Severity.WARNING,
        hint=_form_hint(one, texts),
    )


def _form_hint(clock: Clock, texts: Texts) -> str:
    return f"{texts.language} writes “{clock_form(clock, texts.language)}”"


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


def calendar_slips(ours: Facts, theirs: Facts, missing: list[Number], extra: list[Number]) -> Iterator[Slip]:
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
