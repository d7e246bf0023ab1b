"""Reads the numbers of a text written in figures, with the unit or the currency that stands beside them.

Figures are bounded before anything is computed: what is longer than a number anybody writes is text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from l10n.conventions.fact_values import Clock, Number
from l10n.conventions.figures import FRACTIONS, parts_of, values_of
from l10n.conventions.scale_signs import with_signs
from l10n.languages.facts.fact_folding import small_letters
from l10n.languages.facts.fact_tables import FactTable

_FRACTION = re.compile(
    r"(?:(?P<whole>\d{1,3})[ \u00a0\u202f])?(?<![\d/])(?P<over>\d{1,2})/(?P<under>\d{1,3})(?![\d/]|[.,]\d)"
)
_WRITTEN_FIGURES = re.compile(r"\d+(?:[.,\u00a0\u202f\u2009]\d+)*+")
_GAP = " \u00a0\u202f\u2009"
MINUS = "-−–"
_OPENERS = "([{«“„\"'"
_BLANK = re.compile(r"[\s\u00a0-]*")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_TIME_OR_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[.:][0-5]\d")
_LEAST_HALVED = 1e6  # 2 millions et demi
_MILLION = re.compile(r"[ \u00a0]?m(?!\w)")  # $5m
_NEXT_WORD = re.compile(r"[\s\u00a0]([^\W\d_]+)")
_RATE = re.compile(r"/[^\W\d_]")
_WIDEST_LINK = 9  # code points between two numbers
_NEAR = 24  # code points before a number that are looked at
_DIGITS = 4  # of a fraction: 2/3 is 0.6667


def figures(
    text: str, table: FactTable, starts: Iterable[int], taken: list[tuple[int, int]]
) -> Iterator[Number]:
    """Yield the numbers written in figures at `starts`, with their units, outside the spans taken already."""
    spans = sorted(taken)
    at = done = 0
    for start in starts:
        if start < done:
            continue
        fraction = _fraction(text, start)
        match = None if fraction else table.number.match(text, start)
        if match is None and fraction is None:
            continue
        end = done = fraction.end if fraction else match.end() if match else start
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at < len(spans) and spans[at][0] < end:
            continue
        number = fraction or (_number(text, match, table) if match else None)
        if number is None:
            continue
        done = max(done, number.end)
        found = number if number.suffixed else measured(text, number, table)
        after = text[found.end : found.end + 1]
        is_bare = found is number and not number.suffixed and not number.scaled
        if is_bare and (is_cased(after) or after == "_"):
            continue  # 3D, x86: a designation
        yield found


def is_cased(letter: str) -> bool:
    """Tell whether a letter is of a script with small and capital letters: words of others stand at figures."""
    return letter.lower() != letter.upper()


def _fraction(text: str, start: int) -> Number | None:
    """Return the fraction that begins at a place: 1/2, 1 1/2; what may be a date or a page as well says so."""
    found = _FRACTION.match(text, start)
    if found is None:
        return None
    whole, over, under = int(found["whole"] or 0), int(found["over"]), int(found["under"])
    if not 0 < over < under <= 100:
        return None
    return Number(
        start=start,
        end=found.end(),
        text=found[0],
        values=(round(whole + over / under, _DIGITS),),
        parts=tuple(map(float, (*([whole] if found["whole"] else []), over, under))),
    )


def _number(text: str, match: re.Match[str], table: FactTable) -> Number:
    """Return the number of figures with their scale, their sign and the currency before them."""
    start, end = match.span()
    written, scale = match["figures"], match["scale"]
    factor = table.number_words.scales.get(small_letters(scale), 0.0) if scale else 0.0
    is_unit = bool(scale or table.scale_signs) and _is_unit(text, match, table)
    if scale and (is_unit or not factor):
        scale, end = "", match.end("figures")
    values, shown = values_of(written, table.decimal), match[0]
    if match["half"]:
        values = tuple(one + FRACTIONS[match["half"]] for one in values if isinstance(one, float)) or values
    currency = _currency_before(text, start, table)
    if scale:
        values = _times(values, factor)
        if factor >= _LEAST_HALVED and (half := table.number_words.plus_half.match(text, end)):
            values, end = tuple(v + factor / 2 for v in values if isinstance(v, float)) or values, half.end()
    elif table.scale_signs and not is_unit and (signed := with_signs(text, start, table.scale_signs)):
        value, end = signed
        values, scale, shown = (value,), "sign", text[start:end]
    elif currency and (short := _MILLION.match(text, end)):
        values, scale, end = _times(values, 1e6), "m", short.end()
    elif half := table.number_words.plus_half.match(text, end):
        values, end = tuple(one + 0.5 for one in values if isinstance(one, float)) or values, half.end()
    is_negative = _is_negative(text, start, table)
    return Number(
        start=start - (is_negative and text[start - 1] in MINUS),
        end=end,
        text=text[start - 1 : match.end()] if is_negative and text[start - 1] in MINUS else shown,
        values=_times(values, -1) if is_negative else values,
        scaled=bool(scale),
        currency=currency,
        suffixed=bool(match["suffix"]),
        parts=parts_of(written) if not scale else (),
    )


def _is_unit(text: str, match: re.Match[str], table: FactTable) -> bool:
    """Tell whether what may count figures is the beginning of a unit: 5 千克, 5 milles carrés."""
    gap = _BLANK.match(text, match.end("figures"), match.end("figures") + 1)
    unit = table.unit.match(text, gap.end() if gap else match.end("figures"))
    return unit is not None and unit.end() - unit[0].endswith(".") > max(match.end(), unit.start() + 1)


def figures_of(number: Number) -> str:
    """Return the figures of a number as they are written; "" for one in words."""
    found = _WRITTEN_FIGURES.match(number.text.lstrip(MINUS))
    return found[0] if found else ""


def _times(values: tuple[float | str, ...], factor: float) -> tuple[float | str, ...]:
    """Return the values so many times as large; what is no number, such as a version, stays."""
    return tuple(value * factor for value in values if isinstance(value, float)) or values


def _is_negative(text: str, start: int, table: FactTable) -> bool:
    """Tell whether a minus stands before figures, as a sign or as a word: min 18 graden; 10 min 18 s has none."""
    if start and text[start - 1] in MINUS:
        return _is_signed(text, start - 1)
    before = text[max(0, start - _NEAR) : start]
    if not table.minus or before[-1:] not in _GAP:
        return False
    word, rest = before.rstrip(_GAP).rpartition(" ")[2].casefold(), before.rstrip(_GAP).rpartition(" ")[0]
    return word in table.minus and not rest.rstrip(_GAP)[-1:].isdigit()


def _is_signed(text: str, sign: int) -> bool:
    """Tell whether the hyphen or dash at `sign` is a minus: neither in a word or a range, nor between two numbers."""
    before = text[max(0, sign - 2) : sign]
    if before and not before[-1].isspace() and before[-1] not in _OPENERS:
        return False
    return not before.strip()[-1:].isdigit()


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


def measured(text: str, number: Number, table: FactTable) -> Number:
    """Return the number with the unit or the currency that follows it."""
    gap = table.unit_link.match(text, number.end) or _BLANK.match(text, number.end, number.end + 2)
    at = gap.end() if gap else number.end
    is_linked = gap is not None and gap.re is table.unit_link
    if (at - number.end > 1 and not is_linked) or (
        text[at : at + 2].casefold() not in table.beginnings and text[at : at + 1] not in table.signs
    ):
        return number
    if match := table.currency.match(text, at):
        return number._replace(currency=_named(match[0], table.currency_of), end=match.end())
    if (match := table.unit.match(text, at)) and not number.currency:
        if match[0] in table.year_signs and (
            text.startswith(".", match.end()) or number.value >= _FIRST_YEAR
        ):
            return number
        if match[0] in table.year_words and _FIRST_YEAR <= number.value <= _LAST_YEAR:
            return number._replace(end=match.end())
        if not _RATE.match(text, match.end()):  # km/tim: of another language, and no kilometre
            measure = number._replace(unit=_named(match[0], table.unit_of), end=match.end())
            is_short = match[0] in table.short_scales and not number.scaled and not number.spelled
            return _measured_or_counted(text, number, measure, table) if is_short else measure
    return number


def _measured_or_counted(text: str, number: Number, measure: Number, table: FactTable) -> Number:
    """Return the number with a letter that is a unit or a scale, or with both readings: 5m high, 5 m euros, 5m birds.

    One that may be either is both `scaled` and has a unit; its first reading is that of the unit.
    """
    end = measure.end
    letter = text[end - 1]
    counted = _times(number.values, table.short_scales[letter])
    word = _NEXT_WORD.match(text, end)
    if word and (money := table.currency.match(text, word.start(1))):
        currency = _named(money[0], table.currency_of)
        return number._replace(values=counted, scaled=True, currency=currency, end=money.end())
    is_apart = end - number.end > 1
    is_measure = word[1].casefold() in table.measure_words if word else is_apart or text[end : end + 1] == "-"
    return measure if is_measure else measure._replace(values=(*number.values, *counted), scaled=True)


def with_shared_units(text: str, numbers: Sequence[Number], table: FactTable) -> list[Number]:
    """Return the numbers in order, those of a range with the unit of its last: 5 to 10 km, van 2,5 tot 3,5 procent."""
    shared = list(numbers)
    for at in range(len(shared) - 2, -1, -1):
        one, other = shared[at], shared[at + 1]
        if not other.unit or one.unit or one.currency or one.in_date or other.in_date:
            continue
        if are_linked(text, one, other, table):
            shared[at] = one._replace(unit=other.unit, shared=True)
    return shared


def are_linked(text: str, one: Number | Clock, other: Number | Clock, table: FactTable) -> bool:
    """Tell whether two numbers or times are of a range or a list; what may be a time or a day only of a range."""
    if not 0 <= other.start - one.end <= _WIDEST_LINK:
        return False
    link = text[one.end : other.start].strip(_GAP).casefold()
    return link in table.range_links or (link in table.list_links and not is_time_or_day(one.text))


def is_time_or_day(figures: str) -> bool:
    """Tell whether figures may be a time or a day and its month: 9.15, 3.11."""
    return _TIME_OR_DAY.fullmatch(figures.strip()) is not None


def _named(form: str, names: Mapping[str, str]) -> str:
    """Return the thing a form stands for; forms with any ending are kept by their beginning."""
    written = re.sub(r"[\s\u00a0]", " ", form)
    folded = written.casefold()
    if written in names:  # a symbol: MW is no mW
        return str(names[written])
    if folded in names:
        return str(names[folded])
    return next(
        (str(name) for known, name in names.items() if known.endswith("*") and folded.startswith(known[:-1])),
        "",
    )
