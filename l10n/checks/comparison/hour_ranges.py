"""Bare figures of a range that the other text says as hours after noon: from 9 to 5, van 9 tot 17 uur."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import attrgetter

from l10n.conventions.fact_reading import Clock, Facts, Number
from l10n.conventions.number_reading import are_linked
from l10n.languages.facts.fact_tables import fact_table

_NOON = 12
_MOST_COMPARED = 200  # numbers of a text: more are a table


def drop_hours_later(
    ranged: Iterable[Number], numbers: list[Number], hours: list[Number], clocks: list[Clock]
) -> None:
    """Take away the bare figures of ranges, and the hours or times of the other text that are twelve hours later.

    `ranged` are what `hours_in_ranges` yields of one text, and `numbers` those that nothing answers; `hours` and
    `clocks` are what the other text says and this one does not.
    """
    for one in ranged if numbers and (hours or clocks) else ():
        if one not in numbers:
            continue
        hour = one.value + _NOON
        said = next((other for other in hours if other.unit == "hour" and other.value == hour), None)
        time = next((other for other in clocks if other.minutes == {hour * 60 % 1440}), None)
        if said:
            hours.remove(said)
        elif time:
            clocks.remove(time)
        if said or time:
            numbers.remove(one)


def hours_in_ranges(facts: Facts, text: str, language: str) -> Iterator[Number]:
    """Yield the numbers that may be hours on a clock of twelve, and that a range links with another one or a time."""
    table = fact_table(language)
    bare = [number for number in facts.numbers[:_MOST_COMPARED] if _is_bare(number)]
    places: list[Number | Clock] = [*bare, *facts.clocks[:_MOST_COMPARED]]
    places.sort(key=attrgetter("start"))
    linked: set[int] = set()
    for one, other in pairwise(places):
        if are_linked(text, one, other, table):
            linked |= {one.start, other.start}
    yield from (number for number in bare if number.start in linked and number.value in range(1, _NOON + 1))


def _is_bare(number: Number) -> bool:
    is_more = number.unit or number.currency or number.scaled or number.suffixed or number.in_date
    return not is_more and number.value < _NOON + 1
