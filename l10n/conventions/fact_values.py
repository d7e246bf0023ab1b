"""What a text states: numbers, clock times, months and weekdays, each with its place."""

from dataclasses import dataclass
from typing import NamedTuple


class Number(NamedTuple):
    """A number of a text. `values` are its readings, that of the language first; a version has its text as value.

    `spelled`: written in words. `in_date`: a day or a year beside its month.
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

    @property
    def value(self) -> float:
        """The reading of the language; NaN for a version."""
        return self.values[0] if isinstance(self.values[0], float) else float("nan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A clock time: what it may mean, in minutes since midnight. `half` is the am or pm it is written with."""

    start: int
    end: int
    text: str
    minutes: frozenset[int]
    half: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarName:
    """A month (1–12) or a weekday (1–7, Monday first)."""

    start: int
    end: int
    text: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a text states, in its order. `unsure_dates`: it has 10/5/2021 or the like."""

    numbers: tuple[Number, ...] = ()
    clocks: tuple[Clock, ...] = ()
    months: tuple[CalendarName, ...] = ()
    weekdays: tuple[CalendarName, ...] = ()
    unsure_dates: bool = False
