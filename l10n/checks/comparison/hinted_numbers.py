"""The numbers for which a word of the other text may stand: both, half, a dozen, XXI."""

import re

from l10n.conventions.fact_reading import Facts, Number, hints

_ROMAN = re.compile(r"(?<!\w)(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)")
_CENTURY = range(1900, 2000, 10)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def drop_hinted(numbers: list[Number], facts: Facts, text: str, language: str) -> None:
    """Take away the numbers for which a word or a Roman numeral of the other text may stand.

    `facts` are those of that text: a word of a number in several, such as the half of two and a half, stands for none.
    """
    if not numbers:
        return
    text = _without_fractions(text, facts)
    known = {*hints(text, language), *(_roman(match[0]) for match in _ROMAN.finditer(text))}
    numbers[:] = [number for number in numbers if not _is_hinted(number, known)]


def _without_fractions(text: str, facts: Facts) -> str:
    """Return a text with blanks for the words of its fractions."""
    kept, at = [], 0
    for number in facts.numbers:
        if number.spelled and number.value % 1 and number.start >= at:
            kept.append(text[at : number.start])
            at = number.end
    return " ".join((*kept, text[at:]))


def _is_hinted(number: Number, known: set[float]) -> bool:
    if not known.isdisjoint(number.values):
        return True
    if number.suffixed and number.value in _CENTURY and number.value % 100 in known:  # 1980s, åttiotalet
        return True
    return number.unit == "percent" and any(
        abs(number.value / 100 - value) < 0.01 for value in known if value < 1
    )


def _roman(numeral: str) -> float:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return float(
        sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    )
