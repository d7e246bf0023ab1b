"""Are the clock times, months and weekdays of a translation those of its source?"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from l10n.checks.comparison.compared_texts import Texts
from l10n.checks.comparison.hour_ranges import drop_hours_later, hours_in_ranges
from l10n.checks.comparison.slips import Slip
from l10n.conventions.fact_reading import CalendarName, Clock, Facts, Number
from l10n.conventions.locale_formats import clock_form
from l10n.languages.facts.fact_tables import fact_table
from l10n.model import Severity

_HOURS_OF_A_DAY = 24
_HALF_A_DAY = 720
_MOST_COMPARED = 60  # times of a text: more are a timetable


def clock_slips(
    ours: Facts, theirs: Facts, missing: list[Number], extra: list[Number], texts: Texts
) -> Iterator[Slip]:
    """Yield the times that differ or were left as English writes them.

    Numbers that turn out to be times are taken away from `missing` and `extra`. A time that nothing answers is told
    only where all ways to say one are known; two that differ always are.
    """
    lost, added = list(ours.clocks[:_MOST_COMPARED]), list(theirs.clocks[:_MOST_COMPARED])
    _drop_hours(ours, missing, extra)
    _drop_hours(theirs, extra, missing)
    drop_hours_later(hours_in_ranges(ours, texts.source, texts.source_language), missing, extra, added)
    drop_hours_later(hours_in_ranges(theirs, texts.target, texts.language), extra, missing, lost)
    if not texts.know("clock", "numbers"):
        for one in (
            ours.possible[:_MOST_COMPARED] if "clock" in fact_table(texts.source_language).knows else ()
        ):
            _take_figures(one, extra)
    if not lost and not added:
        return
    yield from _left_as_english(lost, added, texts)
    _drop_answered(
        lost,
        theirs,
        extra,
        lambda one, other: _are_alike(one, other, texts),
        is_open=texts.target_has_part_of_day,
    )
    _drop_answered(
        added,
        ours,
        missing,
        lambda one, other: _are_alike(other, one, texts),
        is_open=texts.source_has_part_of_day,
    )
    if not texts.know("clock", "numbers"):
        for one in lost:
            _take_figures(one, extra)
        for other in added:
            _take_figures(other, missing)
    yield from _unanswered(lost, added, missing, extra, texts)


def _unanswered(
    lost: list[Clock], added: list[Clock], missing: list[Number], extra: list[Number], texts: Texts
) -> Iterator[Slip]:
    """Yield the times of the source that nothing answers, each beside one that answers nothing, then the rest."""
    for one in lost:
        if added:
            other = added.pop(0)
            yield Slip(
                code="time-mismatch",
                message=f"“{other.text.strip()}” does not match “{one.text.strip()}” in the source",
                start=other.start,
                hint=_form_hint(one, texts),
                because=_clock_reading(one, texts.source_language) + _clock_reading(other, texts.language),
            )
        elif texts.know("clock", "numbers"):
            yield _lost_clock(one, extra, texts)
    if added and fact_table(texts.source_language).knows >= {"clock", "numbers"}:
        yield from _added_clocks(added, missing, texts)


def _drop_hours(facts: Facts, words: list[Number], figures: list[Number]) -> None:
    """Take away the hours in figures that a text says in words, which do not tell the half of the day: at six."""
    for number in tuple(figures):
        if number.unit != "hour" or number.spelled:
            continue
        said = next((one for one in facts.possible if number.value * 60 in one.minutes), None)
        word = next(
            (one for one in words if said and one.spelled and said.start <= one.start < said.end), None
        )
        if word:
            words.remove(word)
            figures.remove(number)


def _left_as_english(lost: list[Clock], added: list[Clock], texts: Texts) -> Iterator[Slip]:
    """Take away the times that answer each other, and yield those still written with am and pm."""
    hours = fact_table(texts.language).clock.hours
    for one in tuple(lost):
        same = next((clock for clock in added if not one.minutes.isdisjoint(clock.minutes)), None)
        same = same or next((clock for clock in added if _are_alike(one, clock, texts)), None)
        if same is None:
            continue
        lost.remove(one)
        added.remove(same)
        if same.half and hours == _HOURS_OF_A_DAY and texts.know("clock"):
            yield Slip(
                code="time-mismatch",
                message=f"“{same.text.strip()}” is written the English way",
                start=same.start,
                severity=Severity.WARNING,
                hint=_form_hint(one, texts),
            )


def _are_alike(one: Clock, other: Clock, texts: Texts) -> bool:
    """Tell whether a time of the source and one of its translation are one, or may be.

    They may when they are one on a clock of twelve hours and one does not tell the half of the day, but another word
    of its text does: ’s avonds om 9.15 uur.
    """
    if not one.minutes.isdisjoint(other.minutes):
        return True
    is_open = (not one.told and texts.source_has_part_of_day) or (
        not other.told and texts.target_has_part_of_day
    )
    return is_open and not _dial(one).isdisjoint(_dial(other))


def _dial(clock: Clock) -> set[int]:
    return {minute % _HALF_A_DAY for minute in clock.minutes}


def _drop_answered(
    times: list[Clock],
    facts: Facts,
    numbers: list[Number],
    are_alike: Callable[[Clock, Clock], bool],
    *,
    is_open: bool,
) -> None:
    """Take away the times that the other text says as what may be something else, or as a bare number."""
    in_hours = bool(facts.clocks) or any(number.unit == "hour" for number in facts.numbers)
    for one in tuple(times):
        said = next((clock for clock in facts.possible if are_alike(one, clock)), None)
        if said:
            times.remove(one)
            numbers[:] = [n for n in numbers if not said.start <= n.start < said.end]
            continue
        candidates = chain(numbers, facts.numbers)
        number = next((n for n in candidates if _is_time(n, one, in_hours=in_hours, is_open=is_open)), None)
        if number:
            times.remove(one)
            if number in numbers:
                numbers.remove(number)


def _is_time(number: Number, clock: Clock, *, in_hours: bool, is_open: bool) -> bool:
    """Tell whether a number is an hour, or hours and minutes without a word: 14 uur, 14.15, van 10 tot 18 uur.

    `is_open`: the text of the number says elsewhere in which half of the day it is.
    """
    hours, _, minutes = number.text.strip().replace(":", ".").partition(".")
    if not (hours.isdecimal() and len(hours) <= 2):
        return False
    if minutes and not (minutes.isdecimal() and len(minutes) == 2):
        return False
    if number.unit != "hour" and not minutes and not (in_hours and not number.unit):
        return False
    at = int(hours) * 60 + int(minutes or 0)
    return at in clock.minutes or (is_open and at <= _HALF_A_DAY + 59 and at % _HALF_A_DAY in _dial(clock))


def _take_figures(clock: Clock, numbers: list[Number]) -> None:
    """Take away the numbers that may say a time in a language whose words are not known: 17, 5 and 30, half to 9."""
    hours, minutes = {at // 60 for at in clock.minutes}, {at % 60 for at in clock.minutes}
    on_dial = {hour % 12 for hour in hours}
    plain = {
        *hours,
        *on_dial,
        *(hour + 12 for hour in on_dial if not clock.told),
        *([12] if 0 in on_dial else []),
    }
    as_one = {hour + minute / 100 for hour in plain for minute in minutes}
    next_hours = {hour % 12 + 1 for hour in hours} if minutes != {0} else set()
    said = {*minutes, *(60 - minute for minute in minutes), *(abs(30 - minute) for minute in minutes)}
    for wanted in (as_one, plain | next_hours, said):
        number = next((n for n in numbers if not n.scaled and round(n.value, 2) in wanted), None)
        if number is not None:
            numbers.remove(number)
            if wanted is as_one:
                return


def _lost_clock(one: Clock, extra: list[Number], texts: Texts) -> Slip:
    """Return the slip of a time that no time answers; a number nothing else explains stands in its place."""
    wrong = next((number for number in extra if not number.spelled), None)
    if wrong:
        extra.remove(wrong)
    return Slip(
        code="time-mismatch",
        message=f"the time “{one.text.strip()}” of the source is missing from the translation",
        start=wrong.start if wrong else None,
        severity=Severity.ERROR if wrong else Severity.WARNING,
        hint=_form_hint(one, texts),
    )


def _added_clocks(added: Sequence[Clock], missing: list[Number], texts: Texts) -> Iterator[Slip]:
    """Yield the times that the source does not say, but for an hour with a word in it: 8 hours."""
    for other in added:
        hours = {minutes / 60 for minutes in other.minutes}
        said = next((number for number in missing if {number.value, number.value + 12} & hours), None)
        if said:
            missing.remove(said)
        elif not texts.source_has_part_of_day:
            yield Slip(
                code="time-mismatch",
                message=f"“{other.text.strip()}” is not in the source",
                start=other.start,
                severity=Severity.WARNING,
                because=_clock_reading(other, texts.language),
            )


def _form_hint(clock: Clock, texts: Texts) -> str:
    """Return how the language writes a time; "" where it may be in the morning or in the evening."""
    is_sure = len(clock.minutes) == 1 and texts.know("clock")
    return f"{texts.language} writes “{clock_form(clock, texts.language)}”" if is_sure else ""


def _clock_reading(clock: Clock, language: str) -> tuple[str, ...]:
    said = " or ".join(f"{minutes // 60}:{minutes % 60:02}" for minutes in sorted(clock.minutes)[:2])
    return (f"reading ({language}): {clock.text.strip()} → {said}",)


def calendar_slips(ours: Facts, theirs: Facts, missing: list[Number], extra: list[Number]) -> Iterator[Slip]:
    if not (ours.unsure_dates or theirs.unsure_dates):
        yield from _calendar_names(ours.months, theirs.months, missing, extra)
    yield from _calendar_names(ours.weekdays, theirs.weekdays, [], [])


def _calendar_names(
    ours: Sequence[CalendarName], theirs: Sequence[CalendarName], missing: list[Number], extra: list[Number]
) -> Iterator[Slip]:
    lost, added = _apart(ours, theirs, extra), _apart(theirs, ours, missing)
    if added and not lost:  # one of two Tuesdays
        lost = _fewer(ours, theirs)
    for one, other in zip(lost, added, strict=False):
        yield Slip(
            code="date-mismatch",
            message=f"“{other.text}” does not match “{one.text}” in the source",
            start=other.start,
        )


def _fewer(names: Sequence[CalendarName], others: Sequence[CalendarName]) -> list[CalendarName]:
    """Return a name for each time that the other text has it less often."""
    left = Counter(name.number for name in others)
    found: list[CalendarName] = []
    for name in names:
        if left[name.number]:
            left[name.number] -= 1
        else:
            found.append(name)
    return found


def _apart(
    names: Sequence[CalendarName], others: Sequence[CalendarName], numbers: list[Number]
) -> list[CalendarName]:
    """Return the names that the other text has not, neither as a name nor as the number of a month."""
    known = {name.number for name in others}
    found: list[CalendarName] = []
    for name in names:
        if name.number in known:
            continue
        figure = next((number for number in numbers if _is_month(number, name.number)), None)
        if figure is None:
            found.append(name)
            continue
        at = numbers.index(figure)
        days = [part for part in figure.parts[:2] if part != name.number] or list(figure.parts[1:2])
        numbers[at : at + 1] = [figure._replace(values=(day,), parts=(), in_date=True) for day in days]
    return found


def _is_month(number: Number, month: int) -> bool:
    """Tell whether figures are a month, or a day and a month: 9, 15.09, 9/15."""
    return not number.spelled and (number.value == month or month in number.parts[:2])
