"""What prose of a language is like: `prose.toml`. And what is counted in it: words that stand twice, sentences."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from unicodedata import category

from l10n.languages.packs import ANY, reading, table
from l10n.languages.tags import language_subtag
from l10n.languages.value_types import checked

# twice, not more: no no no is meant
_DOUBLED = re.compile(
    r"(?<![\w'’-])(?P<word>[^\W\d_]{2,})(?:[\s\u00a0](?P<again>(?P=word)))++(?![\w'’]|-\w)", re.IGNORECASE
)
_SENTENCE_END = re.compile(
    r"(?<![.!?…؟۔։።፧။])[.!?…؟۔։።፧။]++[\"”»’'“)\]*_]*+\s++(?=[\"“„«‘'(\[*_¡¿—–-]{0,3}\s?(?P<next>[^\W\d_]))"
    r"|(?<![。！？।])[。！？।]++[」』）”»]*+\s*+(?=\S)"
)
_YEAR = 4  # figures
_BEFORE = re.compile(r"[\w.-]*\Z")


@dataclass(frozen=True, slots=True, eq=False)
class ProseTable:
    """`length` is how many letters a text takes when English takes one; `doubled` may stand twice in a row; a point
    behind `abbreviations`, and with `ordinals` behind figures, ends no sentence; `words` are those that dictionaries
    lack.
    """

    language: str
    length: float
    doubled: frozenset[str]
    abbreviations: frozenset[str]
    ordinals: bool
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Doubled:
    """A word that stands twice: its second place."""

    start: int
    end: int
    word: str


@cache
def prose_table(locale: str) -> ProseTable | None:
    """Return the table of the language of a locale, None when there is none."""
    language = language_subtag(locale)
    raw = checked(
        language,
        "prose",
        {"length": 1.0, "doubled": [], "abbreviations": []},
        {"words": [], "ordinals": False},
    )
    if not raw:
        return None
    with reading(language, "prose"):
        return ProseTable(
            language=language,
            length=raw["length"],
            doubled=frozenset(map(str.casefold, raw["doubled"])),
            abbreviations=frozenset(map(str.casefold, raw["abbreviations"])),
            ordinals=raw["ordinals"],
            words=frozenset(raw["words"]),
        )


@cache
def length_of(locale: str) -> float | None:
    """Return how many letters a text of a locale takes when English takes one; None where nobody has measured."""
    known = prose_table(locale)
    return known.length if known else _any_prose()["lengths"].get(language_subtag(locale))


@cache
def ends_as_in_english(locale: str) -> Mapping[int, str]:
    """Return what `str.translate` needs to give the signs at the end of a text those of English."""
    raw = _any_prose()
    return str.maketrans({**raw["signs"], **raw["languages"].get(language_subtag(locale), {})})


@cache
def closing_marks() -> str:
    """Return the quotation marks, and signs nobody sees, that may stand behind the mark a text ends with."""
    closers: str = _any_prose()["closers"]
    return closers


@cache
def closers_without_stop(locale: str) -> tuple[str, ...]:
    """Return what may close a text of a locale with no full stop before or behind it."""
    return tuple(_any_prose()["unstopped"].get(language_subtag(locale), ""))


@cache
def marks_inside(locale: str) -> Mapping[str, str]:
    """Return the marks of a language that stand in a word and not at the end, with those of English."""
    known: Mapping[str, str] = _any_prose()["inside"].get(language_subtag(locale), {})
    return known


@cache
def _own_ends(locale: str) -> Mapping[int, str]:
    """Return the same for the signs that only this language uses so: the Greek question mark."""
    return str.maketrans(_any_prose()["languages"].get(language_subtag(locale), {}))


def has_full_stops(locale: str) -> bool:
    """Tell whether texts of a locale end with a full stop."""
    return language_subtag(locale) not in _any_prose()["stopless"]


@cache
def _any_prose() -> dict[str, Any]:
    return table(ANY, "prose")


def knows_doubled_words(locale: str) -> bool:
    """Tell whether the words of a locale that rightly stand twice are known."""
    return prose_table(locale) is not None


@cache
def _doubles_words(locale: str) -> bool:
    return language_subtag(locale) in _any_prose()["reduplicating"]


def doubled_words(text: str, locale: str, *, rightful: bool = False) -> Iterator[Doubled]:
    """Yield the words that stand twice in a row with only a blank between them; `rightful`: also those that may.

    None of a language in which doubling is grammar. What stands more than twice is meant.
    """
    if _doubles_words(locale) and not rightful:
        return
    table = prose_table(locale)
    allowed = table.doubled if table else frozenset()
    for found in _DOUBLED.finditer(text):
        word, start = found["again"], found.start("again")
        is_longer = (
            start != found.end("word") + 1
            or _is_mark(text[found.end() : found.end() + 1])
            or (_is_mark(text[max(0, found.start() - 1) : found.start()]))
        )
        # Bora Bora is a name
        if not word[0].isupper() and (rightful or not (is_longer or word.casefold() in allowed)):
            yield Doubled(start, found.end(), word)


def _is_mark(character: str) -> bool:
    """Tell whether a sign belongs to the letter before it: a vowel of Hindi, of Arabic, an accent."""
    return character != "" and category(character).startswith("M")


def count_sentences(text: str, locale: str) -> int:
    """Return the number of sentences, as far as capitals, points and known abbreviations tell."""
    table = prose_table(locale)
    text = text.translate(_own_ends(locale))
    count = 1
    for end in _SENTENCE_END.finditer(text):
        if end["next"] and end["next"].islower():
            continue
        before = _BEFORE.search(text, max(0, end.start() - 12), end.start())
        word = before[0].casefold() if before else ""
        is_short = text[end.start()] == "." and (
            (len(word) == 1 and word.isalpha())
            or (
                table is not None
                and (
                    word in table.abbreviations or (table.ordinals and word.isdecimal() and len(word) < _YEAR)
                )
            )
        )
        count += not is_short
    return count
