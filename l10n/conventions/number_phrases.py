"""Reads the numbers that several words say together: an hour and a half, a quarter of a million."""

import re
from collections.abc import Iterator, Sequence

from l10n.conventions.fact_values import Number
from l10n.conventions.number_reading import measured
from l10n.conventions.spans import outside
from l10n.languages.facts.fact_tables import FactTable

_WORD = re.compile(r"[\s\u00a0]([^\W\d_]+)")
_ONE_AND_A_HALF = 1.5


def phrases(text: str, small: str, table: FactTable, taken: Sequence[tuple[int, int]]) -> tuple[Number, ...]:
    """Return the numbers of such phrases outside the spans `taken`; `small` is the text in small letters."""
    return (*_units_and_a_half(text, small, table, taken), *_parts_of_scales(text, small, table, taken))


def _units_and_a_half(
    text: str, small: str, table: FactTable, taken: Sequence[tuple[int, int]]
) -> Iterator[Number]:
    """Yield one and a half of a unit: an hour and a half, a year and a half."""
    words = table.number_words
    if not words.articles or not words.plus_half.search(small):
        return
    for found in outside(words.articles.finditer(small), taken):
        start, at = found.span()
        number = Number(start=start, end=at, text=text[start:at], values=(_ONE_AND_A_HALF,), spelled=True)
        one = measured(text, number, table)
        if one.unit and (half := words.plus_half.match(small, one.end)):
            yield one._replace(end=half.end(), text=text[start : half.end()])


def _parts_of_scales(
    text: str, small: str, table: FactTable, taken: Sequence[tuple[int, int]]
) -> Iterator[Number]:
    """Yield the parts of a million or the like: a quarter of a million, een kwart miljoen, четверть миллиона."""
    words = table.number_words
    for found in outside(words.scale_parts.finditer(small), taken) if words.scale_part_of else ():
        scale = _WORD.match(small, found.end())
        if scale is None or scale[1] not in words.scales:
            continue
        part = words.scale_part_of[re.sub(r"[\s\u00a0-]", " ", found[0])]
        start, end = found.start(), scale.end()
        value = part * words.scales[scale[1]]
        number = Number(
            start=start, end=end, text=text[start:end], values=(value,), scaled=True, spelled=True
        )
        yield measured(text, number, table)
