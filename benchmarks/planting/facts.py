"""Wrong facts for right translations: one figure, date, time, unit, currency or percentage that the source states.

The words for them are CLDR's, taken from Babel and not from our packs.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from babel import Locale

MOST = 40  # of a kind
# of each kind a unit and the one that takes its place
UNITS = {
    "length": {
        "kilometer": "meter",
        "meter": "kilometer",
        "centimeter": "meter",
        "mile": "kilometer",
        "foot": "meter",
    },
    "mass": {"kilogram": "gram"},
    "duration": {"hour": "minute", "minute": "hour", "day": "week", "week": "month", "month": "year"},
}
CURRENCIES = {"USD": ("$", "dollars?"), "EUR": ("€", "euros?"), "GBP": ("£", "pounds"), "JPY": ("¥", "yen")}
FIGURES = re.compile(r"(?<![\w.,:/-])\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?![\w:/-])(?![.,:]\d)")
CLOCK = re.compile(r"(?<![\d.:,])(\d{1,2})([:.h])([0-5]\d)(?![\d.,:])")
Fault = tuple[str, str]  # its kind, and the translation with it


def _data(locale: Locale) -> Any:
    """Return what Babel has of a locale: units and currencies in all plural forms have no other door."""
    return locale._data  # noqa: SLF001


def digits(text: str) -> str:
    """Return what a text has of figures, in ASCII."""
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())


def other_digits(figures: str, chance: random.Random) -> str:
    """Return figures of which one, not a zero behind a sign, is another."""
    places = [place for place, sign in enumerate(figures) if sign.isdecimal()]
    place = chance.choice(places)
    value = int(figures[place])
    base = ord(figures[place]) - value
    new = chance.choice([n for n in range(1, 10) if n != value])
    return figures[:place] + chr(base + new) + figures[place + 1 :]


def figures(source: str, target: str, chance: random.Random) -> Iterator[Fault]:
    """Yield a number changed, or a percentage; the figures of clock times are left alone."""
    ours = Counter(digits(found[0]) for found in FIGURES.finditer(source))
    for found in FIGURES.finditer(target):
        plain = digits(found[0])
        if len(plain) < 2 or ours[plain] != 1 or CLOCK.fullmatch(found[0]):
            continue
        changed = other_digits(found[0], chance)
        if digits(changed) in ours:
            continue
        kind = "percentage" if re.match(r"\s?[%٪]", target[found.end() :]) else "figure"
        yield kind, target[: found.start()] + changed + target[found.end() :]


def times(source: str, target: str, chance: random.Random) -> Iterator[Fault]:
    """Yield a clock time whose hour or minute is another."""
    ours = {(int(hour) % 12, minute) for hour, _, minute in CLOCK.findall(source)}
    for found in CLOCK.finditer(target):
        hour, minute = int(found[1]), found[3]
        if (hour % 12, digits(minute)) not in ours or hour > 24:
            continue
        shift = chance.choice([1, 2, 3, 5])
        wrong = f"{(hour + shift) % 12 or 1}"
        if int(wrong) % 12 == hour % 12:
            continue
        yield "time", target[: found.start(1)] + wrong + target[found.end(1) :]


def dates(source: str, target: str, locale: Locale, chance: random.Random) -> Iterator[Fault]:
    """Yield a month or weekday that is another.

    Babel 2.18 may give the stand-alone names of another language, which stand in no text of this one.
    """
    english = Locale.parse("en")
    for field, among in (("months", range(1, 13)), ("days", range(7))):
        names = getattr(locale, field)
        ours = getattr(english, field)["format"]["wide"]
        for use in ("format", "stand-alone"):
            for number in among:
                said = [other for other in among if re.search(rf"\b{ours[other]}\b", source)]
                word = names[use]["wide"][number]
                if said != [number] or len(word) < 2:
                    continue
                at = re.search(
                    rf"(?<!\w){re.escape(word)}(?!\w)" if word.lower() != word.upper() else re.escape(word),
                    target,
                    re.IGNORECASE,
                )
                if field == "months" and locale.language in ("zh", "ja", "ko"):
                    at = re.search(rf"(?<!\d){number}\s?{word[-1]}", target)
                if at:
                    wrong = names[use]["wide"][chance.choice([other for other in among if other != number])]
                    yield "date", target[: at.start()] + wrong + target[at.end() :]
                    return


def units(source: str, target: str, locale: Locale) -> Iterator[Fault]:
    """Yield a quantity in another unit."""
    named = [(kind, *pair) for kind, units in UNITS.items() for pair in units.items()]
    for kind, word, other in named:
        ours, wrong = f"{kind}-{word}", f"{kind}-{other}"
        if not re.search(rf"\d (?:{word}s?|{'feet' if word == 'foot' else word})\b", source):
            continue
        for length in ("long", "short"):
            forms, others = (
                dict(_data(locale)["unit_patterns"].get(unit, {}).get(length, {})) for unit in (ours, wrong)
            )
            for category, pattern in forms.items():
                if (
                    not isinstance(pattern, str)
                    or "{0}" not in pattern
                    or not isinstance(others.get(category), str)
                ):
                    continue
                own = pattern.replace("{0}", "").strip()
                new = others[category].replace("{0}", "").strip()
                at = (
                    re.search(rf"(\d[\s\u00a0\u202f]?){re.escape(own)}(?!\w)", target)
                    if own and own != new
                    else None
                )
                if at and pattern.startswith("{0}"):
                    yield "unit", target[: at.end(1)] + new + target[at.end() :]
                    return


def currencies(source: str, target: str, locale: Locale, chance: random.Random) -> Iterator[Fault]:
    """Yield an amount of another currency."""
    for code, (sign, name) in CURRENCIES.items():
        pattern = rf"{re.escape(sign)}|{name}"
        if not re.search(rf"(?:{pattern})\s?\d|\d[\d.,]*(?: \w+illion)? (?:{pattern})", source):
            continue
        wrong = chance.choice([other for other in ("USD", "EUR", "GBP") if other != code])
        if sign in target:
            yield "currency", target.replace(sign, CURRENCIES[wrong][0])
            return
        euros, dollars = (
            _money(locale, "EUR"),
            _money(locale, "USD") & _money(locale, "AUD") & _money(locale, "CAD"),
        )
        own, others = {"USD": (dollars, euros), "EUR": (euros, dollars)}.get(code, ((), ()))
        for word in sorted(own, key=len, reverse=True) if others else ():
            if at := re.search(rf"(?<!\w){re.escape(word)}(?!\w)", target, re.IGNORECASE):
                yield "currency", target[: at.start()] + min(others) + target[at.end() :]
                return


def _money(locale: Locale, code: str) -> set[str]:
    """Return the words of the names of a currency: what those of several dollars share is the dollar."""
    names = dict(_data(locale)["currency_names_plural"].get(code, {})).values()
    return {word for name in names for word in name.split() if len(word) > 2}


def faults(pairs: list[tuple[str, str]], tag: str) -> Iterator[tuple[str, str, str]]:
    """Yield kind, source and wrong translation, of each kind some."""
    chance, locale = random.Random(23), Locale.parse(tag)
    count: Counter[str] = Counter()
    for source, target in pairs:
        found = [
            *times(source, target, chance), *dates(source, target, locale, chance), *units(source, target, locale),
            *currencies(source, target, locale, chance), *figures(source, target, chance),
        ]  # fmt: skip
        for kind, wrong in found:
            if count[kind] < MOST and wrong != target:
                count[kind] += 1
                yield kind, source, wrong
