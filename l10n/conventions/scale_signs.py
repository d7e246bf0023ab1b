"""Figures with the signs of Chinese, Japanese and Korean behind them: 4.5万, 1億2千万, 37만 5,000, 1억 4천 2백만."""

import re
from collections.abc import Mapping

_FIGURES = re.compile(r"[ \u00a0]?(\d[\d,]{0,12}(?:\.\d{1,9})?)")
_MYRIAD = 1e4  # what is below counts within one of the large signs
_MOST = 1e15
_LONGEST_ALONE = 4  # digits of the last part, which no sign counts


def with_signs(text: str, start: int, signs: Mapping[str, float]) -> tuple[float, int] | None:
    """Return the number that begins with the figures at a place, and its end; None when no sign stands there."""
    total = section = 0.0
    least, at, end = float("inf"), start, start
    while (found := _FIGURES.match(text, at)) is not None:
        value, at = float(found[1].replace(",", "")), found.end()
        sign = text[at : at + 1]
        if sign not in signs and sign in (" ", "\u00a0") and text[at + 1 : at + 2] in signs and end == start:
            at += 1  # 300 万
        if text[at : at + 1] not in signs:
            is_last = (
                end > start and value < least and (found.start(1) == end or len(found[1]) > _LONGEST_ALONE)
            )
            return (total + section + value, found.end()) if is_last else _made(total + section, start, end)
        while (sign := text[at : at + 1]) in signs and value < _MOST:
            if signs[sign] < _MYRIAD:
                value *= signs[sign]
            else:
                total, section, value = total + (section + value) * signs[sign], 0.0, 0.0
                least = signs[sign]
            at += 1
        section += value
        end = at
    return _made(total + section, start, end)


def _made(value: float, start: int, end: int) -> tuple[float, int] | None:
    return (value, end) if end > start else None
