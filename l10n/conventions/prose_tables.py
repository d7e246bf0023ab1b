"""What prose of a language is like: prose/*.toml. And what is counted in it: words that stand twice, sentences."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_FOLDER = files("l10n.conventions") / "prose"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”»’'“)\]*_]*\s+(?=[\"“„«‘'(\[*_—–-]*\s?[^\W\d_a-zа-яё])")
_BEFORE = re.compile(r"[\w.]*\Z")


@dataclass(frozen=True, slots=True, eq=False)
class ProseTable:
    """`length` is how many letters a text takes when English takes one."""

    language: str
    length: float
    doubled: frozenset[str]
    abbreviations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Doubled:
    """A word that stands twice: its second place."""

    start: int
    end: int
    word: str


def languages() -> frozenset[str]:
    """Return the languages there is a file for."""
    return frozenset(
        path.name.removesuffix(".toml") for path in _FOLDER.iterdir() if path.name.endswith(".toml")
    )


def load(language: str) -> dict[str, Any]:
    """Return the content of `prose/<language>.toml`."""
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def prose_table(locale: str) -> ProseTable | None:
    """Return the table of the language of a locale, None when there is none."""
    language = locale.replace("-", "_").partition("_")[0]
    if language not in languages():
        return None
    raw = load(language)
    return ProseTable(
        language=language,
        length=raw["length"],
        doubled=frozenset(raw["doubled"]),
        abbreviations=frozenset(raw["abbreviations"]),
    )


def doubled_words(text: str, locale: str, *, rightful: bool = False) -> Iterator[Doubled]:
    """Yield the words that stand twice in a row with only a blank between them; `rightful`: also those that may."""
    table = prose_table(locale)
    allowed = table.doubled if table else frozenset()
    before: re.Match[str] | None = None
    for word in _WORD.finditer(text):
        if before and before.end() + 1 == word.start() and len(word[0]) > 1:
            folded = word[0].casefold()
            is_same = before[0].casefold() == folded and not word[0][0].isupper()
            if (
                is_same
                and (rightful or folded not in allowed)
                and text[before.end() : word.start()].isspace()
            ):
                yield Doubled(word.start(), word.end(), word[0])
        before = word


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
