"""What figures with signs in them may mean: a decimal, a number in groups, a version, a date, a list."""

import re

FRACTIONS = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 0.3333,
    "⅔": 0.6667,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
_VERSION = re.compile(r"\d+(?:\.\d+){2,}")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+")
_GROUPED_AS_IN_INDIA = re.compile(r"[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d+)?")
_MIXED = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+")
_GAPS = re.compile(r"[ \u00a0\u202f\u2009]")
_SIGN = re.compile(r"[.,]")
_MOST_DIGITS = 15  # of a number: a float holds no more, and nobody writes more
_MOST_PARTS, _LONGEST_PART = 12, 4


def values_of(written: str, decimal: str) -> tuple[float | str, ...]:
    """Return what figures may mean, as a language with that decimal sign reads them first.

    What is no number (a version, an address, a list, a run of figures longer than any number) has its text as value.
    """
    plain = written if written.isdecimal() else _GAPS.sub("", written)
    if plain in FRACTIONS:
        return (FRACTIONS[plain],)
    if len(plain) > 2 * _MOST_DIGITS or sum(map(str.isdecimal, plain)) > _MOST_DIGITS:
        return (plain,)
    grouped = _GROUPED.fullmatch(plain) is not None
    signs = _SIGN.findall(plain)
    if len(signs) > 1 or _GROUPED_AS_IN_INDIA.fullmatch(plain):
        return (_with_signs(plain, signs[-1], is_grouped=grouped),)
    as_decimal = float(_SIGN.sub(".", plain))
    if not grouped:
        return (as_decimal,)
    as_grouped = float(_SIGN.sub("", plain))
    return (as_decimal, as_grouped) if signs[0] == decimal else (as_grouped, as_decimal)


def _with_signs(plain: str, last: str, *, is_grouped: bool) -> float | str:
    """Return the number of figures with several signs, their text where it is none."""
    if is_grouped:
        return float(_SIGN.sub("", plain))
    if _GROUPED_AS_IN_INDIA.fullmatch(plain):
        return float(plain.replace(",", ""))
    if _MIXED.fullmatch(plain):
        whole, _, rest = plain.rpartition(last)
        return float(f"{_SIGN.sub('', whole)}.{rest}")
    return plain


def parts_of(written: str) -> tuple[float, ...]:
    """Return the figures between the signs, one by one; none where there is no sign, or there are many."""
    parts = _SIGN.split(written, _MOST_PARTS)
    if not 2 <= len(parts) <= _MOST_PARTS or not all(0 < len(part) <= _LONGEST_PART for part in parts):
        return ()
    return tuple(float(part) for part in parts) if all(map(str.isdecimal, parts)) else ()
