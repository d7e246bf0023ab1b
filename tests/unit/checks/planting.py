"""Faults planted into clean text, from a seed: each with the code that has to find it, and the place it stands at.

A planter gets a message's source and translation, and gives the translation with one fault and where it stands,
None where there is nothing to spoil.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from l10n.catalog.catalog import Message
from l10n.catalog.pofile import PoFile

SEED = 20_261_125
MOST_PER_CODE = 9  # in one locale

Planted = tuple[str, int] | None
Planter = Callable[[str, str, str, random.Random], Planted]


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


def _replaced(text: str, match: re.Match[str], replacement: str) -> Planted:
    return text[: match.start()] + replacement + text[match.end() :], match.start()


def _chosen(pattern: str, text: str, chooser: random.Random, flags: int = 0) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text, flags))
    return chooser.choice(found) if found else None


def _swapping(tables: dict[str, dict[str, str]], *, measures: bool = False) -> Planter:
    """Return a planter that puts one word in the place of another; `measures`: of a number that the source has, too."""

    def plant(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
        table = tables.get(locale, {})
        if not table:
            return None
        words = "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))
        found = _chosen(rf"(?<!\w)(?:{words})(?!\w)", text, chooser)
        planted = _replaced(text, found, table[found[0]]) if found else None
        if not planted or not found or not measures:
            return planted
        number = re.search(r"([\w.,]+)[ \u00a0-]\Z", text[: found.start()])
        is_same = number and (
            not number[1][0].isdigit() or re.search(rf"(?<!\w){number[1]}(?![\d:])", source)
        )
        return (planted[0], number.start()) if number and is_same else None

    return plant


_MONTHS = (
    r"[\s\u00a0](?:januari|juni|juli|augustus|oktober|november|december|января|июня|июля|августа|октября|ноября|"
    r"декабря)"
)
_EN_MONTHS = r"(?:January|June|July|August|October|November|December|May)[\s\u00a0]"


def _number(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    """Change a figure that the source has, too, and that is neither a time nor in a date nor in a name."""
    found = _chosen(
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
    return _replaced(text, found, changed)


def _in_date(text: str, found: re.Match[str]) -> bool:
    around = text[max(0, found.start() - 14) : found.end() + 14]
    months = "januar|juni|juli|august|oktober|octob|novem|decem|январ|июн|июл|август|октябр|ноябр|декабр|May"
    return re.search(months, around, re.IGNORECASE) is not None


def _date(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    """Put another month or weekday in the place of one, or another day before a month."""
    day = re.search(rf"(?<!\d)(?P<day>[12]\d)(?={_MONTHS})", text)
    if day and chooser.random() < 0.4:
        return _replaced(text, day, str(int(day[0]) - 3))
    return _swapping(_CALENDAR)(source, text, locale, chooser)


def _time(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    """Set a clock an hour or twelve hours wrong, or leave it as English writes it."""
    if locale == "en":
        found = _chosen(r"(?<![\d.:])(\d{1,2})(?=:\d\d [ap]\.m\.| [ap]m)", text, chooser)
        return _replaced(text, found, str(int(found[0]) % 11 + 1)) if found else None
    found = _chosen(r"(?<![\d.:,])(\d{1,2})[.:](\d\d)(?![\d.:])(?: uur)?", text, chooser)
    if not found or not re.search(r"\d[.:]\d\d|[ap]\.?m", source) or re.search(r"\d\.\d+ (?:€|%)", found[0]):
        return None
    if (locale == "nl" and not found[0].endswith("uur")) or (locale == "ru" and ":" not in found[0]):
        return None
    hour, sign = int(found[1]), found[0][len(found[1])]
    ending = " uur" if found[0].endswith("uur") else ""
    if hour > 12 and chooser.random() < 0.5:
        return _replaced(text, found, f"{hour - 12}{sign}{found[2]}{ending}")
    if chooser.random() < 0.3 and re.search("[ap]\\.?m", source):
        half = "pm" if hour >= 12 else "am"
        return _replaced(text, found, f"{(hour - 1) % 12 + 1}{sign}{found[2]} {half}")
    return _replaced(text, found, f"{(hour + 1) % 24}{sign}{found[2]}{ending}")


def _address(pattern: str) -> Planter:
    def plant(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
        found = _chosen(pattern, text, chooser)
        if found is None or "](" in text:
            return None
        at = chooser.randrange(len(found[0]) - 6, len(found[0]) - 4)
        return _replaced(text, found, found[0][:at] + "q" + found[0][at:])

    return plant


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
    found = _chosen("[“”«»]", text, chooser)
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
    return _replaced(text, found, chooser.choice(other))


def _dash(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    found = _chosen(r"(?<=[ \u00a0])[—–](?= )", text, chooser)
    if (
        locale == "ru"
        and chooser.random() < 0.5
        and (said := re.search(r"(?<=»,) — (?=\w+(?:ит|ал|ят|ла))", text))
    ):
        return _replaced(text, said, " ")
    return _replaced(text, found, "-") if found else None


def _inserting(pattern: str, inserted: Callable[[random.Random, str], str], before: int = 0) -> Planter:
    """Return a planter that puts something into the place a pattern finds."""

    def plant(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
        found = _chosen(pattern, text, chooser)
        if found is None:
            return None
        piece = inserted(chooser, found[0])
        return text[: found.start()] + piece + text[found.end() :], found.start() + before

    return plant


def _doubled(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    found = _chosen(r"(?<![\w*`/.-])[a-zа-яё]{4,}(?= [a-zа-яё])", text, chooser)
    return (text[: found.end()] + " " + found[0] + text[found.end() :], found.end() + 1) if found else None


def _first_part(share: float) -> Planter:
    def plant(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
        words = text.split(" ")
        if len(text) < 60 or len(source) < 60:
            return None
        return " ".join(words[: max(1, int(len(words) * share))]).rstrip(",;:.") + text[-1], 0

    return plant


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
    found = _chosen(pattern, text, chooser)
    if found is None:
        return None
    try:
        wrong = found[0].encode().decode(encoding)
    except UnicodeDecodeError:
        return None
    return _replaced(text, found, wrong)


def _lost_apostrophe(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    found = _chosen(
        r"\b(?:can|couldn|didn|won|don|isn)’t\b|\b(?:They|they)’(?:re)\b|\bThat’s\b", text, chooser
    )
    return _replaced(text, found, found[0].replace("’", "")) if found and locale == "en" else None


def _unchanged(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    return (source, 0) if locale != "en" else None


def _look_alike(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    pairs = dict(zip("аеосрух", "aeocpyx", strict=True))
    pairs = pairs if locale == "ru" else {latin: cyrillic for cyrillic, latin in pairs.items()}
    found = _chosen(rf"(?<=[a-zа-яё]{{2}})[{''.join(pairs)}](?=[a-zа-яё])", text, chooser)
    if found is None or "](" in text or "@" in text or "://" in text or "`" in text or "www" in text:
        return None
    start = re.search(r"\w*\Z", text[: found.start()])
    assert start is not None
    return text[: found.start()] + pairs[found[0]] + text[found.end() :], start.start()


_CALENDAR = {
    "nl": {
        "november": "december", "oktober": "september", "mei": "juni", "augustus": "juli", "juli": "juni",
        "december": "november", "maandag": "dinsdag", "vrijdag": "donderdag", "Maandag": "Zondag",
        "donderdag": "vrijdag", "dinsdag": "woensdag",
    },
    "en": {
        "November": "December", "October": "September", "August": "July", "July": "June", "December": "November",
        "Monday": "Tuesday", "Friday": "Thursday", "Tuesday": "Wednesday", "Thursday": "Friday",
    },
    "ru": {
        "ноября": "декабря", "октября": "сентября", "мае": "июне", "августа": "июля", "июле": "июне",
        "декабря": "ноября", "понедельник": "вторник", "пятницу": "четверг", "вторника": "среды", "четверга": "пятницы",
    },
}  # fmt: skip
_SPELLED = {
    "nl": {"twee": "drie", "drie": "vier", "vier": "zes", "zes": "zeven", "tien": "elf", "vijf": "acht",
           "vijfde": "zesde"},
    "en": {"two": "three", "three": "five", "four": "six", "six": "eight", "ten": "eleven", "five": "nine",
           "eleven": "twelve"},
    "ru": {"два": "пять", "две": "четыре", "двое": "шестеро", "три": "семь", "шесть": "восемь", "десять": "девять",
           "трое": "пятеро", "пять": "девять", "Трое": "Пятеро", "Три": "Шесть"},
}  # fmt: skip
_UNITS = {
    "nl": {"kilometer": "mijl", "meter": "voet", "procent": "graden", "minuten": "uren", "weken": "maanden",
           "dagen": "weken", "liter": "kilo", "ton": "gram", "jaar": "maanden", "maanden": "weken"},
    "en": {"kilometers": "miles", "meters": "feet", "minutes": "hours", "weeks": "months", "days": "weeks",
           "liters": "gallons", "tonnes": "pounds", "months": "weeks", "hours": "days", "miles": "kilometers",
           "pounds": "kilos", "inches": "feet"},
    "ru": {"километров": "миль", "километрах": "милях", "метра": "фута", "метрах": "футах", "минут": "часов",
           "недель": "месяцев", "дней": "недель", "литра": "килограмма", "литров": "килограммов", "тонн": "граммов",
           "месяцев": "недель", "часов": "дней"},
}  # fmt: skip
_MONEY = {
    "nl": {"dollar": "euro", "euro": "dollar"},
    "en": {"$": "€", "€": "$"},
    "ru": {"долларов": "евро", "доллара": "рубля", "евро": "рублей"},
}
_ACRONYMS = {
    "nl": {"NASA": "ESA", "EU": "VS", "VN": "UN", "WHO": "WTO"},
    "en": {"NASA": "ESA", "EU": "NATO", "UN": "EU", "WHO": "WTO"},
    "ru": {"НАСА": "ЕКА", "ЕС": "США", "ООН": "НАТО", "ВОЗ": "ВТО"},
}
_NATIONS = {
    "nl": {word: word.lower() for word in ("Russische", "Amerikaanse", "Amerikanen", "Russen", "Nederlandse", "Fransen",
                                           "Duitsers", "Japanse", "Chinese", "Japanner", "Fransman")},
    "en": {word: word.lower() for word in ("Russian", "American", "Russians", "Americans", "Dutch", "Germans",
                                           "Japanese", "Chinese", "Frenchman")},
    "ru": {"американцев": "Американцев", "россиян": "Россиян", "французов": "Французов", "немцев": "Немцев",
           "китайцами": "Китайцами", "россияне": "Россияне", "японец": "Японец"},
}  # fmt: skip
_NAMES = {
    "nl": {"Sjipenko": "Shipenko", "Sjkaplerov": "Shkaplerov", "Joelia": "Yulia", "Bajkonoer": "Baikonur",
           "Peresild": "Perisilt"},
    "en": {"Shipenko": "Sjipenko", "Shkaplerov": "Sjkaplerov", "Yulia": "Joelia", "Baikonur": "Bajkonoer"},
    "ru": {"Шипенко": "Сжипенко", "Шкаплеров": "Скаплеров", "Пересильд": "Пересилдь"},
}  # fmt: skip


def _money(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    if locale != "en":
        return _swapping(_MONEY, measures=True)(source, text, locale, chooser)
    found = _chosen("[$€]", text, chooser)
    return _replaced(text, found, _MONEY["en"][found[0]]) if found else None


def _decimal(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    found = _chosen(r"(?<![\d.,])\d+[,.\u00a0]\d+(?![\d.,])", text, chooser)
    english = found and found[0].replace(".", ";").replace("\u00a0", ";").replace(",", ".").replace(";", ",")
    if not found or not english or english not in source or locale == "en" or english == found[0]:
        return None
    return _replaced(text, found, english)


_INVISIBLE = "\u200b\u202e\x07\u2060\ufeff\u200e\u2066"


def _figure_or_word(source: str, text: str, locale: str, chooser: random.Random) -> Planted:
    planter = _number if chooser.random() < 0.6 else _swapping(_SPELLED)
    return planter(source, text, locale, chooser)


PLANTERS: dict[str, Planter] = {
    "missing-translation": lambda source, text, locale, chooser: ("", 0),
    "unchanged-translation": _unchanged,
    "number-mismatch": _figure_or_word,
    "time-mismatch": _time,
    "date-mismatch": _date,
    "unit-mismatch": _swapping(_UNITS, measures=True),
    "currency-mismatch": _money,
    "acronym-mismatch": _swapping(_ACRONYMS),
    "url-mismatch": _address(r"(?:https://|www\.)[\w./]+\w"),
    "email-mismatch": _address(r"\w+@[\w.]+\w"),
    "markup-mismatch": _markup,
    "unsafe-markup": _target,
    "inconsistent-name": _swapping(_NAMES),
    "mixed-script": _look_alike,
    "quotation-marks": _quotes,
    "dash": _dash,
    "ellipsis": _inserting(r"(?<=\w)[.](?=\Z)", lambda c, found: "..."),
    "space-before-punctuation": _inserting(r"(?<=[a-zа-яё])[,.;:](?= |\Z)", lambda c, found: f" {found}"),
    "no-break-space": _inserting(
        r"(?<=\d)\u00a0(?=(?:k?m|k?g|°C|[GM]B|км|м|г|[ГМ]Б|млн)(?!\w))", lambda c, found: " "
    ),
    "decimal-separator": _decimal,
    "capital-nationality": _swapping(_NATIONS),
    "apostrophe": _inserting("’(?=s |n |t |re )", lambda c, found: "'"),
    "doubled-word": _doubled,
    "doubled-space": _inserting(r"(?<=[a-zа-яё]) (?=[a-zа-яё])", lambda c, found: " " * c.randint(2, 4)),
    "sentence-count": _sentence,
    "end-punctuation": _end,
    "length-ratio": _first_part(0.33),
    "mojibake": _misread,
    "lost-apostrophe": _lost_apostrophe,
    "control-character": _inserting(r"(?<=[a-zа-яё])(?=[a-zа-яё])", lambda c, found: c.choice(_INVISIBLE)),
}
