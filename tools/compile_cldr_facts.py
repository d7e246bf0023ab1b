"""Writes what CLDR says of how each language writes figures, dates, units and money: `l10n/languages/*/cldr.toml`.

Run: `python -m tools.compile_cldr_facts` with the Babel of the lock file; a file is written for each language of which
Babel has months and most units in words of its own. Each language is read in a process of its own: Babel keeps what one
language has inherited, and gives it to the next (findings/babel-gives-one-language-the-months-of-another.sh).

A word that CLDR lists is found in a text only as it stands there, so a month or a weekday in another case is not known;
the packs' own `facts.toml` adds those. Short forms of months, and whole ones of up to four letters, may be other words.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import babel
from babel import Locale
from babel.localedata import locale_identifiers

ROOT = Path(__file__).parent.parent
LANGUAGES = ROOT / "l10n" / "languages"
UNITS: Mapping[str, str] = {
    **tomllib.loads((LANGUAGES / "root" / "units.toml").read_text(encoding="utf-8"))["cldr"],
    "second": "duration-second", "minute": "duration-minute", "hour": "duration-hour", "day": "duration-day",
    "week": "duration-week", "month": "duration-month", "year": "duration-year", "century": "duration-century",
    "percent": "concentr-percent", "milligram": "mass-milligram",
}  # fmt: skip
TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "century"})
CURRENCIES = (
    "USD",
    "EUR",
    "GBP",
    "RUB",
    "JPY",
    "CNY",
    "CHF",
    "INR",
    "KZT",
    "UAH",
    "PLN",
    "SEK",
    "TRY",
    "AUD",
    "CAD",
)
# Whose word alone means the first: a dollar is that of the United States
SHARED: Mapping[str, Sequence[str]] = {"USD": ("AUD", "CAD"), "RUB": ("BYN",), "INR": ("PKR",)}
_SHORT = 4  # letters of a month that may be another word
_SHORTEST = 3
_LEAST_UNITS = 15  # that a language says in words of its own: of others CLDR knows little
_SCALE = re.compile(r"(?P<zeros>0+)\s?(?P<word>[^\W\d].*)")
_MARKS = re.compile("[\u200e\u200f\u061c]")
# A month in figures, as in Chinese: the sign behind them is in root/facts.toml.
_NUMBERED = re.compile(r"\d")


def facts_of(tag: str) -> dict[str, Any]:
    """Return what CLDR has of a language, {} where it is too little."""
    locale = Locale.parse(tag)
    data: Any = locale._data  # noqa: SLF001 - units and currencies in all plural forms have no other door
    units = dict(_units(data["unit_patterns"]))
    months = [_words(locale.months, number) for number in range(1, 13)]
    weekdays = [_words(locale.days, number) for number in range(7)]
    in_words = sum("long" in data["unit_patterns"].get(name, {}) for name in UNITS.values())
    if in_words < _LEAST_UNITS or not _names(data, "EUR") or not locale.days["format"]["wide"]:
        return {}
    symbols = data["number_symbols"].get("latn", {})
    wide = {word for words in locale.months["format"]["wide"].values() for word in _folded(words)}
    return {
        "numbers": {
            "decimal": symbols.get("decimal", "."),
            "groups": _groups(symbols),
            "scales": dict(_scales(data["compact_decimal_formats"])),
        },
        "dates": {
            "months": [[word for word in words if not _NUMBERED.search(word)] for words in months],
            "ambiguous": sorted(
                {
                    word
                    for words in months
                    for word in words
                    if (word not in wide or len(word) <= _SHORT) and not _NUMBERED.search(word) and _is_cased(word)
                }
            ),
            "weekdays": [
                [word for word in words if len(word) > _SHORTEST or not _is_cased(word)] for words in weekdays
            ],
        },
        "units": units,
        "currencies": {code: forms for code in CURRENCIES if (forms := _currency(data, code))},
    }  # fmt: skip


def _is_cased(word: str) -> bool:
    return word.upper() != word.lower()


def _folded(text: str) -> list[str]:
    word = _plain(text).strip().rstrip(".").lower()  # a folded ς is none
    return [word] if word else []


def _words(names: Any, number: int) -> list[str]:
    """Return the whole names of a month or a weekday, then its short ones; none of one or two letters."""
    found: dict[str, None] = {}
    for width in ("wide", "abbreviated"):
        for use in ("format", "stand-alone"):
            for word in _folded(names[use][width][number]):
                if len(word) >= (_SHORTEST if _is_cased(word) else 2) or _NUMBERED.search(word):
                    found[word] = None
    return list(found)


def _plain(text: str) -> str:
    """Return a text with blanks that break, and without the marks that set its direction."""
    return _MARKS.sub("", text).replace("\u00a0", " ").replace("\u202f", " ")


def _groups(symbols: Any) -> list[str]:
    sign = symbols.get("group", "")
    blanks = [" ", "\u00a0", "\u202f", "\u2009"]
    return blanks if sign in blanks or not sign else [sign, *blanks]


def _scales(formats: Any) -> Iterator[tuple[str, float]]:
    """Yield the words that stand for a thousand, a million and so on behind figures, whole and short."""
    for width in ("long", "short"):
        for patterns in dict(formats).get(width, {}).values():
            for power, pattern in dict(patterns).items():
                found = _SCALE.fullmatch(_plain(pattern.pattern).replace("'", ""))
                if found and len(found["word"]) >= _SHORTEST:
                    word = found["word"].removesuffix(".").lower()
                    yield word, int(power) / 10 ** (len(found["zeros"]) - 1)


def _units(patterns: Any) -> Iterator[tuple[str, list[str]]]:
    for unit, name in UNITS.items():
        found: dict[str, None] = {}
        for width in ("long",) if unit in TIME else ("long", "short"):
            for category, pattern in dict(patterns.get(name, {}).get(width, {})).items():
                form = (
                    _MARKS.sub("", pattern).replace("\u00a0", " ").replace("\u202f", " ")
                    if isinstance(pattern, str)
                    else ""
                )
                form = form.removeprefix("{0}").strip() if form.startswith("{0}") else ""
                if category != "per" and form and "{" not in form:
                    found[form] = None
        if unit in TIME and not found:
            for pattern in dict(patterns.get(name, {}).get("short", {})).values():
                form = (
                    pattern.removeprefix("{0}").strip()
                    if isinstance(pattern, str) and pattern.startswith("{0}")
                    else ""
                )
                if (
                    form
                    and not form.isascii()
                    and not form.endswith((".", "/", "׳"))
                    and "{" not in form
                    and "/" not in form
                ):
                    found[form] = None
        if found:
            yield unit, list(found)


def _currency(data: Any, code: str) -> list[str]:
    """Return the names of a currency; of one whose word others share, such as the dollar, that word comes first."""
    heads = [_names(data, other) for other in (code, *SHARED.get(code, ()))]
    shared = set.intersection(*({word for name in names for word in name.split()} for names in heads))
    alone = [word for name in heads[0] for word in name.split() if word in shared and len(word) >= _SHORTEST]
    return list(dict.fromkeys([*(alone if code in SHARED else ()), *heads[0]]))


def _names(data: Any, code: str) -> list[str]:
    named = dict(data["currency_names_plural"].get(code, {}))
    names = [*named.values(), data["currency_names"].get(code, "")]
    return [_plain(name).lower() for name in names if name]


def toml_of(tag: str, facts: Mapping[str, Any]) -> str:
    """Return the text of the file."""
    name = Locale.parse(tag).get_language_name("en")
    lines = [
        f"# How CLDR says that {name} writes figures, dates, units and money: `python -m tools.compile_cldr_facts`.",
        "",
        f'language = "{tag}"',
        f'authority = "Unicode CLDR, as Babel {babel.__version__} has it"',
        'url = "https://cldr.unicode.org/"',
    ]
    for section, values in facts.items():
        lines += ["", f"[{section}]", *(f"{key} = {_value(value)}" for key, value in values.items())]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_value(key)} = {number:.0f}" for key, number in value.items()) + " }"
    if isinstance(value, str):
        return (
            json.dumps(value, ensure_ascii=False)
            .replace("\u00a0", "\\u00a0")
            .replace("\u202f", "\\u202f")
            .replace("\u2009", "\\u2009")
        )
    return "[" + ", ".join(map(_value, value)) + "]"


def main() -> None:
    """Write the files, or print the facts of the language that is named."""
    if sys.argv[1:]:
        sys.stdout.write(json.dumps(facts_of(sys.argv[1])))
        return
    tags = sorted(tag for tag in locale_identifiers() if "_" not in tag)
    for tag in tags:
        if tag in ("en", "nl", "ru"):  # whole files of ours
            continue
        done = subprocess.run(
            [sys.executable, "-m", "tools.compile_cldr_facts", tag], cwd=ROOT, check=True, capture_output=True
        )
        if facts := json.loads(done.stdout):
            path = LANGUAGES / tag / "cldr.toml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(toml_of(tag, facts), encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
