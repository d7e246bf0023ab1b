"""Times and units that a translating program left as the source writes them, and how the locale writes them.

Only what is certain: a time that can mean one minute of the day and that the source states, a unit that stands in the
source word for word. A figure is never changed, no quantity converted, and money is left to a person: its sign may
have to move.
"""

import re
from collections.abc import Iterator

from l10n.conventions.fact_reading import Clock, Facts, Number, read_facts
from l10n.conventions.locale_formats import clock_form, unit_form
from l10n.languages.facts.fact_tables import fact_table, measures
from l10n.model import Edit

_HOURS_OF_A_DAY = 24
_FAR = 40  # code points behind a time that are looked at
_REACH = 12  # code points before a time in which another may begin that shares its “pm”
_SHARED_HALF = re.compile(r"(?<!\d)\d{1,2}(?:[.:]\d\d)?\s?(?:[-–—]|[^\W\d_]{1,5})?\s?\Z")  # from 2 to 4 pm


def left_forms(prose: str, locale: str, source: str, source_locale: str) -> Iterator[Edit]:
    """Yield what makes the times and units that a draft left as its source has them those of the locale.

    `prose` is the draft and `source` its source, both with everything but words masked. The law: what a text states
    is the same afterwards.
    """
    ours = read_facts(source, source_locale)
    if not (ours.clocks or ours.numbers):
        return
    in_source, in_target = read_facts(prose, source_locale), read_facts(prose, locale)
    yield from _clock_edits(prose, ours, in_source, in_target, locale)
    units = {(number.unit, _behind(source, number).strip()) for number in ours.numbers if number.unit}
    known = {number.start: number.unit for number in in_target.numbers}
    for number in in_source.numbers:
        behind = _behind(prose, number)
        is_left = (number.unit, behind.strip()) in units and not known.get(number.start)
        if (is_left and _is_unit(number, behind)) or (number.unit == "percent" and behind == "%"):
            yield from _unit_edit(prose, number, locale)


def _clock_edits(prose: str, ours: Facts, left: Facts, own: Facts, locale: str) -> Iterator[Edit]:
    """Yield the times of a draft that were left; none when one of them is unsure: times of a text belong together."""
    said = {minute for clock in ours.clocks if len(clock.minutes) == 1 for minute in clock.minutes}
    known = {clock.start: clock for clock in own.clocks}
    edits = [
        _clock_edit(prose, clock, locale)
        for clock in left.clocks
        if len(clock.minutes) == 1
        and clock.text[0].isdecimal()
        and said.issuperset(clock.minutes)
        and _is_left(clock, known, locale)
    ]
    if all(edits):
        yield from filter(None, edits)


def _is_left(clock: Clock, own: dict[int, Clock], locale: str) -> bool:
    """Tell whether a time is written as in the source: with am or pm, or with a word the locale does not know."""
    same = own.get(clock.start)
    if same is None or same.end < clock.end:
        return True
    return bool(same.half) and fact_table(locale).clock.hours == _HOURS_OF_A_DAY


def _clock_edit(prose: str, clock: Clock, locale: str) -> Edit | None:
    """Return the edit of a time, None where it may share its “pm” with another, or its point with the sentence."""
    end = clock.end
    form, after = clock_form(clock, locale), prose[end : end + _FAR]
    if _SHARED_HALF.search(prose[max(0, clock.start - _REACH) : clock.start]):
        return None
    if prose[end - 1] == "." and not form.endswith("."):
        following = after.lstrip()
        if following[:1].isupper():
            return None
        if not following:
            end -= 1
    elif form.endswith(".") and after.startswith("."):
        end += 1
    word = form.rpartition(" ")[2]
    if word.isalpha() and (found := re.match(rf"\s?{re.escape(word)}(?!\w)", after)):
        end += found.end()  # “2.15 pm uur”
    return Edit(start=clock.start, end=end, replacement=form)


def _behind(text: str, number: Number) -> str:
    """Return what stands behind the figures of a number and belongs to it."""
    return text[number.start + len(number.text.rstrip()) : number.end]


def _is_unit(number: Number, behind: str) -> bool:
    """Tell whether it is surely a unit: 5G and 3D are none, and days and hours make up words of all kinds."""
    unit = behind.strip()
    is_sure = len(unit) > 1 or (behind != unit and unit.islower())
    return is_sure and measures()[number.unit].dimension != "time"


def _unit_edit(prose: str, number: Number, locale: str) -> Iterator[Edit]:
    if number.spelled or number.scaled or number.suffixed or number.in_date:
        return
    start, end = number.start + len(number.text.rstrip()), number.end
    form = unit_form(number, locale).replace(" ", "\u00a0", 1)
    if prose[end : end + 1].isalnum() or prose[end : end + 1] == "-" or form == prose[start:end]:
        return
    read = read_facts(f"2{form}", locale).numbers
    if form and [one.unit for one in read] == [number.unit]:
        yield Edit(start=start, end=end, replacement=form)
