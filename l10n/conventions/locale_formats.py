"""How a locale writes the numbers, times and quantities of a text: what its translator would otherwise look up.

Numbers, units and currencies are CLDR's, through Babel; times are those of the language's file, because newspapers
write 14.15 uur where CLDR has 14:15. No time is converted to another zone: for that the article's date must be known.
"""

import re
from collections.abc import Iterator, Set
from functools import cache
from typing import Any

from l10n.conventions.conversions import convert
from l10n.conventions.fact_reading import Clock, Number, read_facts
from l10n.conventions.number_reading import figures_of
from l10n.conventions.quantities import is_quantity
from l10n.languages.facts.fact_folding import fold
from l10n.languages.facts.fact_tables import FactTable, fact_table
from l10n.languages.packs import ANY, table
from l10n.languages.tags import language_subtag

_MOST = 1e15  # beyond it a float is no whole number any more
_METRIC_FIGURES = 3
_WIDEST_GAP = 4  # code points from the sign of a currency to its number
_BEHIND_FIGURES = re.compile(r"(?<=\d)[^\d]++\Z")
# Without a sign in a figure, or something it may be a quantity of, no locale writes it in another way.
# It begins with the figure, and so the search skips all else; before a figure one blank is looked over.
_TELLING = re.compile(
    r"[\d½¼¾](?:(?<=[½¼¾])|[^\w\s]\d|(?<=[A-Z$€£¥₽₹₸₴].)|(?<=[A-Z$€£¥₽₹₸₴\s]\s.)"
    r"|(?=[\s-]*+(?P<behind>[^\s\d.,;:!?()\[\]\"“”«»].?)))",
    re.DOTALL,
)


def may_differ(text: str, language: str) -> bool:
    """Whether a look at the facts of a text is worth while; of a text with code in it, too, before it is masked."""
    known = _behind_figures(language)
    return any(_begins_one_of(known, found["behind"]) for found in _TELLING.finditer(text))


@cache
def _behind_figures(language: str) -> frozenset[str]:
    """Return how the units, currencies and words of a clock begin, folded."""
    table = fact_table(language)
    return table.beginnings | table.clock.beginnings


def _begins_one_of(known: Set[str], behind: str | None) -> bool:
    """Whether what stands behind a figure may be one of the words that begin so; None: the figure itself tells."""
    if behind is None:
        return True
    folded = fold(behind).casefold()
    return folded in known or (folded[0] in known and not (folded[0].isalpha() and folded[1:].isalpha()))


def forms(text: str, source_locale: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield what stands in a text, and how the locale writes it; only what it writes in another way.

    Raises ConfigurationError for a locale CLDR does not know.
    """
    facts, table = read_facts(text, source_locale), fact_table(source_locale)
    found: list[tuple[int, str, str]] = [
        (clock.start, text[clock.start : clock.end], clock_form(clock, locale))
        for clock in facts.clocks
        if len(clock.minutes) == 1  # 9:16 may be in the evening, or no time at all
        and clock.text[0].isdecimal()  # what is said in words is translated
    ]
    for number in facts.numbers:
        start = _start(text, number)
        written = text[start : number.end].strip()
        form = _number_form(number, locale, table) if is_quantity(text, number, table) else ""
        if form and form != written:
            found.append((start, written, form))
    for _, written, form in sorted(found):
        if written.strip() != form:
            yield written.strip(), form


def clock_form(clock: Clock, locale: str) -> str:
    """Return how a language writes a time: 14.15 uur, 2:15 p.m."""
    table = fact_table(locale).clock
    minutes = max(clock.minutes) if len(clock.minutes) > 1 and not clock.half else min(clock.minutes)
    hour, minute = divmod(minutes, 60)
    half = table.halves[hour >= 12] if table.halves else ""
    return table.form.format(hour=hour, hour12=(hour - 1) % 12 + 1, minute=f"{minute:02}", half=half)


def unit_form(number: Number, locale: str) -> str:
    """Return what a locale writes behind the figures of a quantity, blank and unit; "" where CLDR is silent."""
    if not abs(number.value) <= _MOST:  # NaN, too: a version
        return ""
    is_share = number.unit == "percent"
    from l10n.languages import cldr  # Babel takes longer than reading a small document

    form = cldr.percent(number.value, locale) if is_share else _unit(number.value, number.unit, locale)
    found = _BEHIND_FIGURES.search(form)
    return found[0] if found and form[:1].isdecimal() else ""


def _start(text: str, number: Number) -> int:
    """Return where a number begins, with the sign of a currency before it."""
    near = max(0, number.start - _WIDEST_GAP)
    before = text[near : number.start].rstrip(" \u00a0")
    return near + len(before) - 1 if number.currency and before and before[-1] in "$€£¥₽₹₸₴" else number.start


def _number_form(number: Number, locale: str, table: FactTable) -> str:
    """Return the form of a number, "" where there is nothing to say: words, years, ordinals, versions, millions."""
    value = number.values[0]
    if (
        not isinstance(value, float)
        or number.spelled
        or number.scaled
        or number.suffixed
        or abs(value) > _MOST
        or "/" in number.text
    ):
        return ""
    from l10n.languages import cldr

    decimals = len(figures_of(number).partition(table.decimal)[2] or _decimals_of(value))
    if number.unit == "percent":
        return cldr.percent(value, locale, decimals)
    if number.currency:
        return cldr.amount(value, number.currency, locale, decimals)
    if number.unit:
        return _quantity(value, number.unit, locale, decimals)
    return cldr.decimal(value, locale, decimals) if any(sign in number.text for sign in ".,") else ""


def _decimals_of(value: float) -> str:
    return "" if value.is_integer() else str(value).partition(".")[2]


def _quantity(value: float, unit: str, locale: str, decimals: int) -> str:
    """Return a quantity in CLDR's short form, for readers of metric countries with its metric value behind it."""
    form = _unit(value, unit, locale, decimals)
    metric = _raw()["metric"].get(unit) if language_subtag(locale) not in _raw()["not_metric"] else None
    converted = convert(value, unit, metric) if metric else None
    if not form or converted is None or metric is None:
        return form
    rounded = float(f"{converted:.{_METRIC_FIGURES}g}")
    return f"{form} ({_unit(rounded, metric, locale)})"


def _unit(value: float, unit: str, locale: str, decimals: int | None = None) -> str:
    from l10n.languages import cldr

    name = _raw()["cldr"].get(unit)
    return "" if name is None else cldr.unit(value, name, locale, decimals)


@cache
def _raw() -> dict[str, Any]:
    return table(ANY, "units")
