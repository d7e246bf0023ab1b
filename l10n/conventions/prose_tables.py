"""What prose of a language is like: prose/*.toml. And what is counted in it: words that stand twice, sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from l10n.conventions.tables import language_of, table, tables

_DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]{2,})[\s\u00a0](?=(\1)(?![\w'’]|-\w))", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”»’'“)\]*_]*+\s++(?=[\"“„«‘'(\[*_—–-]{0,3}\s?[^\W\d_a-zа-яё])"
)
_BEFORE = re.compile(r"[\w.]*\Z")


@dataclass(frozen=True, slots=True, eq=False)
class ProseTable:
    """`length` is how many letters a text takes when English takes one; `words` are those that dictionaries lack."""

    language: str
    length: float
    doubled: frozenset[str]
    abbreviations: frozenset[str]
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
    language = language_of(locale)
    if language not in tables("prose"):
        return None
    raw = table("prose", language)
    return ProseTable(
        language=language,
        length=raw["length"],
        doubled=frozenset(raw["doubled"]),
        abbreviations=frozenset(raw["abbreviations"]),
        words=frozenset(raw.get("words", ())),
    )


def doubled_words(text: str, locale: str, *, rightful: bool = False) -> Iterator[Doubled]:
    """Yield the words that stand twice in a row with only a blank between them; `rightful`: also those that may."""
    table = prose_table(locale)
    allowed = table.doubled if table else frozenset()
    for found in _DOUBLED.finditer(text):
        folded = found[2].casefold()
        # Bora Bora is a name
        if not found[2][0].isupper() and (rightful or folded not in allowed):
            yield Doubled(found.start(2), found.end(2), found[2])


def count_sentences(text: str, locale: str) -> int:
    """Return the number of sentences, as far as capitals, points and known abbreviations tell."""
    table = prose_table(locale)
    count = 1
    for end in _SENTENCE_END.finditer(text):
        before = _BEFORE.search(text, max(0, end.start() - 12), end.start())
        word = before[0].casefold() if before else ""
        is_short = text[end.start()] == "." and (
            (len(word) == 1 and word.isalpha()) or (table is not None and word in table.abbreviations)
        )
        count += not is_short
    return count
