"""What a text states: numbers, clock times, months and weekdays, each with its place."""

from dataclasses import dataclass
from typing import NamedTuple


class Number(NamedTuple):
    """A number of a text. `values` are its readings, that of the language first; a version has its text as value.

    `spelled`: written in words. `in_date`: a day or a year beside its month. `shared`: its unit stands at another
    number of the same range. `parts`: its figures one by one, where they may be no one number: 1/2, 15.09, 1,2,3.
    (A catalog has tens of thousands of them, and a frozen dataclass takes longer to make than a named tuple.)
    """

    start: int
    end: int
    text: str
    values: tuple[float | str, ...]
    unit: str = ""
    currency: str = ""
    spelled: bool = False
    scaled: bool = False
    in_date: bool = False
    suffixed: bool = False
    shared: bool = False
    parts: tuple[float, ...] = ()

    @property
    def value(self) -> float:
        """The reading of the language; NaN for a version."""
        return self.values[0] if isinstance(self.values[0], float) else float("nan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A clock time: what it may mean, in minutes since midnight. `half` is the am or pm it is written with.

    `told`: it says itself in which half of the day it is, by a word or an hour after noon.
    """

    start: int
    end: int
    text: str
    minutes: frozenset[int]
    half: str = ""
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarName:
    """A month (1–12) or a weekday (1–7, Monday first)."""

    start: int
    end: int
    text: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a text states, in its order. `unsure_dates`: it has 10/5/2021 or the like.

    `possible` are what may be times and may be something else, nine hours or two days: they answer a time of another
    text, and ask for none.
    """

    numbers: tuple[Number, ...] = ()
    clocks: tuple[Clock, ...] = ()
    possible: tuple[Clock, ...] = ()
    months: tuple[CalendarName, ...] = ()
    weekdays: tuple[CalendarName, ...] = ()
    unsure_dates: bool = False
