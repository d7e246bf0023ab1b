"""What makes planters: functions that put one fault into a translation and say where it stands, or None."""

import random
import re
from collections.abc import Callable

Planted = tuple[str, int] | None
Planter = Callable[[str, str, str, random.Random], Planted]


def replaced(text: str, match: re.Match[str], replacement: str) -> Planted:
    return text[: match.start()] + replacement + text[match.end() :], match.start()


def chosen(pattern: str, text: str, chooser: random.Random, flags: int = 0) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text, flags))
    return chooser.choice(found) if found else None


def swapping(tables: dict[str, dict[str, str]], *, measures: bool = False) -> Planter:
    """Return a planter that puts one word in the place of another; `measures`: of a number that the source has, too."""

    def plant(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
        table = tables.get(locale, {})
        if not table:
            return None
        words = "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))
        found = chosen(rf"(?<!\w)(?:{words})(?!\w)", text, chooser)
        planted = replaced(text, found, table[found[0]]) if found else None
        if not planted or not found or not measures:
            return planted
        number = re.search(r"([\w.,]+)[ \u00a0-]\Z", text[: found.start()])
        is_same = number and (
            not number[1][0].isdigit() or re.search(rf"(?<!\w){number[1]}(?![\d:])", source)
        )
        return (planted[0], number.start()) if number and is_same else None

    return plant


def address(pattern: str) -> Planter:
    def plant(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
        found = chosen(pattern, text, chooser)
        if found is None or "](" in text:
            return None
        at = chooser.randrange(len(found[0]) - 6, len(found[0]) - 4)
        return replaced(text, found, found[0][:at] + "q" + found[0][at:])

    return plant


def inserting(pattern: str, inserted: Callable[[random.Random, str], str], before: int = 0) -> Planter:
    """Return a planter that puts something into the place a pattern finds."""

    def plant(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
        found = chosen(pattern, text, chooser)
        if found is None:
            return None
        piece = inserted(chooser, found[0])
        return text[: found.start()] + piece + text[found.end() :], found.start() + before

    return plant


def first_part(share: float) -> Planter:
    def plant(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
        words = text.split(" ")
        if len(text) < 60 or len(source) < 60:
            return None
        return " ".join(words[: max(1, int(len(words) * share))]).rstrip(",;:.") + text[-1], 0

    return plant
