"""Faults planted into clean text, from a seed: each with the code that has to find it, and the place it stands at.

A planter gets a message's source and translation, and gives the translation with one fault and where it stands,
None where there is nothing to spoil.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from l10n.catalog.catalog import Message
from l10n.catalog.pofile import PoFile
from tests.unit.checks.planters import (
    Planted,
    Planter,
    address,
    chosen,
    first_part,
    inserting,
    replaced,
    swapping,
)
from tests.unit.checks.planting_facts import date, decimal, figure_or_word, money, time
from tests.unit.checks.planting_words import ACRONYMS, NAMES, NATIONS, UNITS

SEED = 20_261_125
MOST_PER_CODE = 9  # in one locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault: `text` is the translation with it, `offset` its place in that."""

    code: str
    source: str
    locale: str
    file: PoFile
    message: Message
    text: str
    offset: int


def faults(catalogs: list[tuple[str, str, PoFile]], seed: int = SEED) -> Iterator[Fault]:
    """Yield at most so many faults per code and locale, chosen by the seed."""
    chooser = random.Random(seed)
    for locale in ("nl", "en", "ru"):
        candidates = [
            (source, file, message)
            for source, its_locale, file in catalogs
            if its_locale == locale
            for message in file.catalog(locale, "").live
        ]
        for code, planter in PLANTERS.items():
            chooser.shuffle(candidates)
            known: set[str] = set()
            for source, file, message in (*candidates, *candidates):
                text, offset = planter(message.msgid, message.msgstr[0], locale, chooser) or ("-", 0)
                what = text or message.msgid
                if text == "-" or text == message.msgstr[0] or what in known or len(known) == MOST_PER_CODE:
                    continue
                known.add(what)
                yield Fault(
                    code=code,
                    source=source,
                    locale=locale,
                    file=file,
                    message=message,
                    text=text,
                    offset=offset,
                )


def _markup(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    """Lose bold or half of it, emphasis, code, a link, a tag or a footnote."""
    losses = [
        (r"\*\*([^*]+)\*\*", r"\1"),
        (r"\*\*([^*]+)\*\*", r"**\1"),
        (r"(?<!\*)\*([^*]+)\*(?!\*)", r"\1"),
        (r"`([^`]+)`", r"\1"),
        (r"(?<!!)\[([^\]^]+)\]\([^)]+\)", r"\1"),
        (r"<kbd>([^<]+)</kbd>", r"\1"),
    ]
    pattern, replacement = chooser.choice(losses)
    changed = re.sub(pattern, replacement, text, count=1)
    stray = re.search(r"\*\*", changed) if replacement.startswith("**") else None
    return (changed, stray.start() if stray else 0) if changed != text else None


def _target(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    found = re.search(r"\]\((https://[^)]+)\)", text)
    return (text[: found.end(1)] + "q" + text[found.end(1) :], found.start()) if found else None


def _quotes(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    found = chosen("[“”«»]", text, chooser)
    if found is None:
        return None
    if chooser.random() < 0.3:
        changed = text[: found.start()] + text[found.end() :]
        left = [m.start() for m in re.finditer("[“”«»]", changed)]
        opens = found[0] in "“«"
        near = [at for at in left if (at >= found.start()) == opens]
        return (
            (changed, near[0] if opens else near[-1])
            if near and text.count("“") + text.count("«") == 1
            else None
        )
    other = {"“": '"«„', "”": '"»', "«": '"“', "»": '"”'}[found[0]]
    return replaced(text, found, chooser.choice(other))


def _dash(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    found = chosen(r"(?<=[ \u00a0])[—–](?= )", text, chooser)
    if (
        locale == "ru"
        and chooser.random() < 0.5
        and (said := re.search(r"(?<=»,) — (?=\w+(?:ит|ал|ят|ла))", text))
    ):
        return replaced(text, said, " ")
    return replaced(text, found, "-") if found else None


def _doubled(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    found = chosen(r"(?<![\w*`/.-])[a-zа-яё]{4,}(?= [a-zа-яё])", text, chooser)
    return (text[: found.end()] + " " + found[0] + text[found.end() :], found.end() + 1) if found else None


def _sentence(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    """Leave out the longest of several sentences, when it is a good part of the text."""
    pieces = re.split(r"(?<=[.?!»”]) (?=[A-ZА-ЯЁ“«])", text)
    if (
        len(pieces) < 2
        or "“" in text
        or "«" in text
        or len(re.split(r"(?<=[.?!]) (?=[A-Z“])", source)) < 2
        or ".m." in text
    ):
        return None
    longest = max(pieces, key=len)
    rest = " ".join(piece for piece in pieces if piece is not longest)
    return (rest, 0) if len(rest) < 0.6 * len(text) else None


def _end(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    if text[-1] not in ".?" or not text[-2].isalpha() or text[-3] == ".":
        return None
    changed = text[:-1] + chooser.choice(["", "!", ":"])
    return changed, len(changed) - 1


def _misread(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    encoding = "cp1251" if locale == "ru" else "cp1252"
    pattern = r"[а-яё]{6,}" if locale == "ru" else "[’“”–°ëïöéè€]"
    found = chosen(pattern, text, chooser)
    if found is None:
        return None
    try:
        wrong = found[0].encode().decode(encoding)
    except UnicodeDecodeError:
        return None
    return replaced(text, found, wrong)


def _lost_apostrophe(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    found = chosen(
        r"\b(?:can|couldn|didn|won|don|isn)’t\b|\b(?:They|they)’(?:re)\b|\bThat’s\b", text, chooser
    )
    return replaced(text, found, found[0].replace("’", "")) if found and locale == "en" else None


def _unchanged(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    return (source, 0) if locale != "en" else None


def _left_in_english(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    """Leave the source, with one word of it changed."""
    changed = re.sub(r"\bthe\b", "that", source, count=1)
    return (changed, 0) if locale != "en" and changed != source and len(source.split()) > 7 else None


def _look_alike(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    pairs = dict(zip("аеосрух", "aeocpyx", strict=True))
    pairs = pairs if locale == "ru" else {latin: cyrillic for cyrillic, latin in pairs.items()}
    found = chosen(rf"(?<=[a-zа-яё]{{2}})[{''.join(pairs)}](?=[a-zа-яё])", text, chooser)
    if found is None or "](" in text or "@" in text or "://" in text or "`" in text or "www" in text:
        return None
    start = re.search(r"\w*\Z", text[: found.start()])
    assert start is not None
    return text[: found.start()] + pairs[found[0]] + text[found.end() :], start.start()


_INVISIBLE = "\u200b\u202e\x07\u2060\ufeff\u200e\u2066"


PLANTERS: dict[str, Planter] = {
    "missing-translation": lambda source, text, locale, chooser: ("", 0),
    "unchanged-translation": _unchanged,
    "wrong-language": _left_in_english,
    "number-mismatch": figure_or_word,
    "time-mismatch": time,
    "date-mismatch": date,
    "unit-mismatch": swapping(UNITS, measures=True),
    "currency-mismatch": money,
    "acronym-mismatch": swapping(ACRONYMS),
    "url-mismatch": address(r"(?:https://|www\.)[\w./]+\w"),
    "email-mismatch": address(r"\w+@[\w.]+\w"),
    "markup-mismatch": _markup,
    "unsafe-markup": _target,
    "inconsistent-name": swapping(NAMES),
    "mixed-script": _look_alike,
    "quotation-marks": _quotes,
    "dash": _dash,
    "ellipsis": inserting(r"(?<=\w)[.](?=\Z)", lambda c, found: "..."),
    "space-before-punctuation": inserting(r"(?<=[a-zа-яё])[,.;:](?= |\Z)", lambda c, found: f" {found}"),
    "no-break-space": inserting(
        r"(?<=\d)\u00a0(?=(?:k?m|k?g|°C|[GM]B|км|м|г|[ГМ]Б|млн)(?!\w))", lambda c, found: " "
    ),
    "decimal-separator": decimal,
    "capital-nationality": swapping(NATIONS),
    "apostrophe": inserting("’(?=s |n |t |re )", lambda c, found: "'"),
    "doubled-word": _doubled,
    "doubled-space": inserting(r"(?<=[a-zа-яё]) (?=[a-zа-яё])", lambda c, found: " " * c.randint(2, 4)),
    "sentence-count": _sentence,
    "end-punctuation": _end,
    "length-ratio": first_part(0.33),
    "mojibake": _misread,
    "lost-apostrophe": _lost_apostrophe,
    "control-character": inserting(r"(?<=[a-zа-яё])(?=[a-zа-яё])", lambda c, found: c.choice(_INVISIBLE)),
}
