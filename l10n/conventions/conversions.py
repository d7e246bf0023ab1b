"""Units into each other, and whether a rounded figure is still the same quantity."""

import math
from collections.abc import Iterator, Mapping
from functools import cache

from l10n.languages.facts.fact_tables import measures
from l10n.languages.packs import ANY, table

_ROUND_TOLERANCE = 0.09  # of one figure: 3 inches are 7 cm
_TOLERANCE = 0.06  # translators round: 1,000 miles is 1,600 km, 5 miles 8 km


def convert(value: float, unit: str, into: str) -> float | None:
    """Return a value in another unit, None when the two do not measure the same."""
    one, other = measures()[unit], measures()[into]
    if one.dimension != other.dimension or one.dimension == "share":
        return None
    return (value + one.offset) * one.factor / other.factor - other.offset


def are_alike(unit: str, other: str, *, strict: bool) -> bool:
    """Tell whether two units may be one: degrees of which nobody says the scale are those of any.

    Not `strict`: a word that is not known may have made percentage points of a sign for percent, or a speed of a
    length.
    """
    if unit == other or (not strict and (rate_of(unit) == other or rate_of(other) == unit)):
        return True
    dimensions = {measures()[unit].dimension, measures()[other].dimension}
    return dimensions == {"angle", "temperature"} or (dimensions == {"share"} and not strict)


def of_dimension(unit: str) -> Iterator[str]:
    """Yield the units that measure what this one does; for degrees, those of heat."""
    dimension = measures()[unit].dimension
    wanted = "temperature" if dimension == "angle" else dimension
    return (name for name, measure in measures().items() if measure.dimension == wanted)


@cache
def counterparts(unit: str) -> tuple[str, ...]:
    """Return the units in which readers of other countries want to see a quantity: kilometre for mile, and back."""
    raw = table(ANY, "units")
    metric: Mapping[str, str] = raw["metric"]
    small: Mapping[str, str] = raw["small_metric"]
    wanted = [names[unit] for names in (metric, small) if unit in names]
    return (*wanted, *(one for names in (metric, small) for one, of in names.items() if of == unit))


@cache
def rate_of(unit: str) -> str:
    """Return the speed that the sign of a length may stand for before a word that is not known; "" for none."""
    return str(table(ANY, "units")["rates"].get(unit, ""))


def is_conversion(value: float, unit: str, other: float, other_unit: str, *, tolerance: float = 0.0) -> bool:
    """Tell whether the other quantity is this one, rounded as people round, or within a larger `tolerance`."""
    if {unit, other_unit} & {"degree"}:  # 64 degrees are 18 °C for a reader of Fahrenheit
        return any(
            is_conversion(value, one, other, another)
            for one in (of_dimension(unit) if unit == "degree" else (unit,))
            for another in (of_dimension(other_unit) if other_unit == "degree" else (other_unit,))
            if one != "degree" and another != "degree"
        )
    exact = convert(value, unit, other_unit)
    if exact is None or unit == other_unit:
        return False
    if measures()[unit].dimension == "temperature":
        return abs(exact - other) <= 1.5
    is_round = other > 0 and _one_figure(other) == other
    if math.isclose(exact, other, rel_tol=max(tolerance, _ROUND_TOLERANCE if is_round else _TOLERANCE)):
        return True
    return exact > 0 and other == _one_figure(exact)


def _one_figure(value: float) -> float:
    """Return the value rounded to its first figure."""
    return round(value, -math.floor(math.log10(value)))
