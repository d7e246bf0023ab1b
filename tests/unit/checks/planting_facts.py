"""Planters of wrong facts: numbers, dates, times, money, figures left as the source writes them."""

import random
import re

from tests.unit.checks.planters import Planted, chosen, replaced, swapping
from tests.unit.checks.planting_words import CALENDAR, MONEY, SPELLED

_MONTHS = (
    r"[\s\u00a0](?:januari|juni|juli|augustus|oktober|november|december|января|июня|июля|августа|октября|ноября|"
    r"декабря)"
)
_EN_MONTHS = r"(?:January|June|July|August|October|November|December|May)[\s\u00a0]"


def _number(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    """Change a figure that the source has, too, and that is neither a time nor in a date nor in a name."""
    found = chosen(
        rf"(?<![\w.:,/’^])(?<!№ )\d{{2,4}}(?![\w.:,/)]|[\s\u00a0]?(?:uur|[ap]\.?m)|{_MONTHS})", text, chooser
    )
    near_month = found and re.search(_EN_MONTHS + r"\Z|\w+[\s\u00a0]\d+ \Z", text[: found.start()] + "")
    if (
        not found
        or near_month
        or not re.search(rf"(?<![\w.,:]){found[0]}(?![\w.:])", source)
        or _in_date(text, found)
    ):
        return None
    digit = str((int(found[0][0]) + chooser.randint(1, 7)) % 9 + 1)
    changed = (digit if digit != found[0][0] else "9" if found[0][0] != "9" else "4") + found[0][1:]
    return replaced(text, found, changed)


def _in_date(text: str, found: re.Match[str]) -> bool:
    around = text[max(0, found.start() - 14) : found.end() + 14]
    months = "januar|juni|juli|august|oktober|octob|novem|decem|январ|июн|июл|август|октябр|ноябр|декабр|May"
    return re.search(months, around, re.IGNORECASE) is not None


def date(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    """Put another month or weekday in the place of one, or another day before a month."""
    day = re.search(rf"(?<!\d)(?P<day>[12]\d)(?={_MONTHS})", text)
    if day and chooser.random() < 0.4:
        return replaced(text, day, str(int(day[0]) - 3))
    return swapping(CALENDAR)(source, text, locale, chooser)


def time(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    """Set a clock an hour or twelve hours wrong, or leave it as English writes it."""
    if locale == "en":
        found = chosen(r"(?<![\d.:])(\d{1,2})(?=:\d\d [ap]\.m\.| [ap]m)", text, chooser)
        return replaced(text, found, str(int(found[0]) % 11 + 1)) if found else None
    found = chosen(r"(?<![\d.:,])(\d{1,2})[.:](\d\d)(?![\d.:])(?: uur)?", text, chooser)
    if not found or not re.search(r"\d[.:]\d\d|[ap]\.?m", source) or re.search(r"\d\.\d+ (?:€|%)", found[0]):
        return None
    if (locale == "nl" and not found[0].endswith("uur")) or (locale == "ru" and ":" not in found[0]):
        return None
    hour, sign = int(found[1]), found[0][len(found[1])]
    ending = " uur" if found[0].endswith("uur") else ""
    if hour > 12 and chooser.random() < 0.5:
        return replaced(text, found, f"{hour - 12}{sign}{found[2]}{ending}")
    if chooser.random() < 0.3 and re.search("[ap]\\.?m", source):
        half = "pm" if hour >= 12 else "am"
        return replaced(text, found, f"{(hour - 1) % 12 + 1}{sign}{found[2]} {half}")
    return replaced(text, found, f"{(hour + 1) % 24}{sign}{found[2]}{ending}")


def money(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    if locale != "en":
        return swapping(MONEY, measures=True)(source, text, locale, chooser)
    found = chosen("[$€]", text, chooser)
    return replaced(text, found, MONEY["en"][found[0]]) if found else None


def decimal(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    found = chosen(r"(?<![\d.,])\d+[,.\u00a0]\d+(?![\d.,])", text, chooser)
    english = found and found[0].replace(".", ";").replace("\u00a0", ";").replace(",", ".").replace(";", ",")
    if not found or not english or english not in source or locale == "en" or english == found[0]:
        return None
    return replaced(text, found, english)


def figure_or_word(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    planter = _number if chooser.random() < 0.6 else swapping(SPELLED)
    return planter(source, text, locale, chooser)
