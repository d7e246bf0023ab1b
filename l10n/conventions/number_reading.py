"""Reads the numbers of a text, in figures and in words, with the unit or the currency that stands beside them."""

import re
from collections.abc import Iterable, Iterator, Mapping

from l10n.conventions.fact_tables import FactTable
from l10n.conventions.fact_values import Number

_VERSION = re.compile(r"\d+(?:\.\d+){2,}")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_ADDRESS = re.compile(rf"{_OCTET}(?:\.{_OCTET}){{3}}")  # of IPv4
_REVISION = re.compile(r"[-+~]\d{1,2}(?![\d.,])")  # 1.160-2
_WRITTEN_FIGURES = re.compile(r"\d+(?:[.,\u00a0\u202f\u2009]\d+)*+")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_GAP = " \u00a0\u202f\u2009"
MINUS = "-−–"
_OPENERS = "([{«“„\"'"
_BLANK = re.compile(r"[\s\u00a0-]*")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_CALENDAR_YEAR = frozenset({"год", "года", "году", "годом", "годах"})


def figures(
    text: str, table: FactTable, starts: Iterable[int], taken: list[tuple[int, int]]
) -> Iterator[Number]:
    """Yield the numbers written in figures at `starts`, with their units, outside the spans taken already."""
    spans = sorted(taken)
    at = done = 0
    for start in starts:
        match = table.number.match(text, start)
        if match is None or start < done:
            continue
        end = done = match.end()
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at < len(spans) and spans[at][0] < end:
            continue
        written = match["figures"]
        values = _values(written, table)
        scale = match["scale"]
        currency = _currency_before(text, start, table)
        if scale:
            values = _times(values, table.scales[scale.lower()])
        elif currency and text[end : end + 1] == "m" and not text[end + 1 : end + 2].isalnum():
            values, scale = _times(values, 1e6), "m"
            end += 1
        is_negative = start > 0 and text[start - 1] in MINUS and _is_signed(text, start - 1)
        number = Number(
            start=start - is_negative,
            end=end,
            text=text[start - 1 : match.end()] if is_negative else match[0],
            values=_times(values, -1) if is_negative else values,
            scaled=bool(scale),
            currency=currency,
            suffixed=bool(match["suffix"]),
        )
        measured = number if match["suffix"] else _measured(text, number, table)
        after = text[measured.end : measured.end + 1]
        if measured is number and not match["suffix"] and not scale and (after.isalpha() or after == "_"):
            continue  # 3D, x86: a designation
        yield measured


def figures_of(number: Number) -> str:
    """Return the figures of a number as they are written; "" for one in words."""
    found = _WRITTEN_FIGURES.match(number.text.lstrip(MINUS))
    return found[0] if found else ""


def is_quantity(text: str, number: Number, table: FactTable) -> bool:
    """Return whether figures with a sign in them are no version or chapter; `table` is that of the language."""
    if number.unit or number.currency or number.scaled:
        return True
    figures = figures_of(number)
    if _ADDRESS.fullmatch(figures) or _REVISION.match(text, number.end):
        return False
    if _GROUPED.fullmatch(figures) or {*".,"} <= {*figures}:
        return True
    before = text[: number.start].rstrip().rpartition(" ")[2].strip('(«“"')
    after = text[number.end :].lstrip()
    return bool(before) and before.islower() and before not in table.version_words and after[:1].islower()


def _times(values: tuple[float | str, ...], factor: float) -> tuple[float | str, ...]:
    """Return the values so many times as large; what is no number, such as a version, stays."""
    return tuple(value * factor for value in values if isinstance(value, float)) or values


def _is_signed(text: str, sign: int) -> bool:
    """Tell whether the hyphen or dash at `sign` is a minus: neither in a word or a range, nor between two numbers."""
    before = text[max(0, sign - 2) : sign]
    if before and not before[-1].isspace() and before[-1] not in _OPENERS:
        return False
    return not before.strip()[-1:].isdigit()


def _values(written: str, table: FactTable) -> tuple[float | str, ...]:
    """Return what figures may mean, as the language reads them first."""
    plain = written if written.isdecimal() else "".join(sign for sign in written if sign not in _GAP)
    if plain in _FRACTIONS or plain.isdecimal():
        return (_FRACTIONS[plain] if plain in _FRACTIONS else float(plain),)
    if _VERSION.fullmatch(plain) and not _GROUPED.fullmatch(plain):
        return (plain,)
    signs = [character for character in plain if character in ".,"]
    last = max(plain.rfind("."), plain.rfind(","))
    as_decimal = float(f"{re.sub('[.,]', '', plain[:last])}.{plain[last + 1 :]}")
    as_grouped = float(re.sub("[.,]", "", plain))
    if len(set(signs)) > 1:
        return (as_decimal,)
    if len(signs) > 1:
        return (as_grouped,) if _GROUPED.fullmatch(plain) else (plain,)
    if not _GROUPED.fullmatch(plain):
        return (as_decimal,)
    return (as_decimal, as_grouped) if signs[0] == table.decimal else (as_grouped, as_decimal)


def _currency_before(text: str, start: int, table: FactTable) -> str:
    """Return the currency whose sign stands before a number: $5, € 20, US$ 3, EUR 7."""
    before = text[max(0, start - 5) : start].rstrip(_GAP)
    if not before or before[-1].islower():  # nearly always
        return ""
    for length in (3, 1):
        sign = before[-length:]
        is_sign = sign and (not sign.isalpha() or (sign.isupper() and sign.isascii() and len(sign) == 3))
        if is_sign and sign.lower() in table.currency_of and not before[: -len(sign)][-1:].isalnum():
            return table.currency_of[sign.lower()]
    return ""


def _measured(text: str, number: Number, table: FactTable) -> Number:
    """Return the number with the unit or the currency that follows it."""
    gap = _BLANK.match(text, number.end)
    at = gap.end() if gap else number.end
    if at - number.end > 1 or (
        text[at : at + 2].casefold() not in table.beginnings and text[at : at + 1] not in table.signs
    ):
        return number
    if match := table.currency.match(text, at):
        return number._replace(currency=_named(match[0], table.currency_of), end=match.end())
    if (match := table.unit.match(text, at)) and not number.currency:
        if match[0] == "г" and (text.startswith(".", match.end()) or number.value >= _FIRST_YEAR):
            return number
        if match[0] in _CALENDAR_YEAR and _FIRST_YEAR <= number.value <= _LAST_YEAR:
            return number._replace(end=match.end())
        return number._replace(unit=_named(match[0], table.unit_of), end=match.end())
    return number


def _named(form: str, names: Mapping[str, str]) -> str:
    """Return the thing a form stands for; forms with any ending are kept by their beginning."""
    folded = re.sub(r"[\s\u00a0]", " ", form).casefold()
    if folded in names:
        return str(names[folded])
    return next(
        (str(name) for known, name in names.items() if known.endswith("*") and folded.startswith(known[:-1])),
        "",
    )


def spelled(
    text: str, words: tuple[re.Match[str], ...], table: FactTable, figures: list[Number]
) -> Iterator[Number]:
    """Yield the numbers written in words, those of several words as one: twenty-one, сто двадцать пять."""
    ends = {number.start + len(number.text) for number in figures if number.scaled}
    group: list[tuple[int, int]] = []
    total = current = 0.0
    last = 0.0
    for word in words:  # those of `table.triggers`
        start, end = word.span()
        value = table.words.get(word[0])
        scale = table.scales.get(word[0]) if len(word[0]) > 2 else None
        if scale is not None and end in ends:
            continue
        joined = bool(group) and _joins(text[group[-1][1] : start], table)
        if value is not None and joined and _adds(last, value):
            current += value
        elif scale is not None and joined and current:
            total, current = (total, current * scale) if scale < 1000 else (total + current * scale, 0.0)
        else:
            if total + current > 1:
                yield _word_number(text, group, total + current, table)
            group, total, current = [], 0.0, value if value is not None else scale or 0.0
        if value is None and scale is None:
            group, last = [], 0.0
            continue
        group.append((start, end))
        last = value if value is not None else scale or 0.0
    if total + current > 1:
        yield _word_number(text, group, total + current, table)


def _joins(between: str, table: FactTable) -> bool:
    inner = between.strip(" \u00a0-")
    return not inner or inner in table.links


def _adds(last: float, value: float) -> bool:
    """Tell whether a number word is added to the one before it: twenty-one, hundred twenty."""
    return (20 <= last < 100 and value < 10) or (last >= 100 and last % 100 == 0 and value < min(last, 100))


def _word_number(text: str, group: list[tuple[int, int]], value: float, table: FactTable) -> Number:
    start, end = group[0][0], group[-1][1]
    number = Number(start=start, end=end, text=text[start:end], values=(value,), spelled=True)
    return _measured(text, number, table)
