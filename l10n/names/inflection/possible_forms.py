"""Whether a word may be a name with an ending, in a language whose grammar we do not know.

There is no paradigm for it: so nothing is written by these rules. What may be a form of the right name is left alone.
"""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from l10n.languages.normal_forms import normalized
from l10n.names.text.folding import APOSTROPHES

_FILE = Path(__file__).parent / "alternations.toml"
_SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSample:
    """A name, words that are forms of it, and words that are not; a test of the rules."""

    name: str
    forms: tuple[str, ...]
    not_forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternations:
    """What `alternations.toml` says; letters are folded, lengths in letters."""

    vowels: str
    signs: str
    longest_ending: int
    longest_lost: int
    alternants: Mapping[str, tuple[str, ...]]
    samples: tuple[FormSample, ...]


@cache
def alternations() -> Alternations:
    """Return what endings may do to the end of a stem."""
    table: dict[str, Any] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return Alternations(
        vowels=table["vowels"],
        signs=table["signs"],
        longest_ending=table["longest_ending"],
        longest_lost=table["longest_lost"],
        alternants={
            letter: tuple(fold_marks(other) for other in others)
            for letter, others in table["alternants"].items()
        },
        samples=tuple(
            FormSample(name=row["name"], forms=tuple(row["forms"]), not_forms=tuple(row.get("not_forms", ())))
            for row in table["sample"]
        ),
    )


def may_be_form(found: str, names: Iterable[str]) -> bool:
    """Return whether `found`, some words of a text, may be one of `names`, or words of it, with endings.

    Each word found has to be one that a word of the same name may become: in any case and number of any language.
    """
    words = found.split()
    return bool(words) and any(
        all(any(may_be_word(word, base) for base in name.split()) for word in words) for name in names
    )


def may_be_in(text: str, names: Iterable[str]) -> bool:
    """Return whether `text` may name one of `names`: all of it, or its last word (the surname), with any ending.

    Scripts that write no blanks hold a name as it is.
    """
    folded = fold_marks(text)
    words = [word for word in _words(text) if len(word) >= _SHORTEST_STEM]
    return any(
        fold_marks(name) in folded or any(may_be_word(word, name.split()[-1]) for word in words)
        for name in names
    )


def may_be_spelled(text: str, name: str) -> bool:
    """Return whether `text` has a word for every word of `name`, each with any ending."""
    words = _words(text)
    return all(any(may_be_word(word, base) for word in words) for base in _words(name))


def _words(text: str) -> list[str]:
    return "".join(
        letter if letter.isalnum() or unicodedata.combining(letter) else " " for letter in text
    ).split()


@lru_cache(maxsize=20_000)
def may_be_word(found: str, base: str) -> bool:
    """Return whether one word may be `base`, a word of a name, with another ending."""
    rules = alternations()
    word, name = fold_marks(found), fold_marks(base)
    if word == name:
        return True
    if not name or not word:
        return False
    most = len(name) + rules.longest_ending
    if len(word) > most:
        return False
    stem = name.rstrip(rules.vowels + rules.signs)
    if len(name) - len(stem) > rules.longest_lost or len(stem) < _SHORTEST_STEM:
        return word.startswith(name)
    return word.startswith((name, stem)) or _is_alternated(word, stem, rules)


def _is_alternated(word: str, stem: str, rules: Alternations) -> bool:
    """Tell whether a word has the stem with its last vowel another, or gone, and its last consonant softened."""
    last, before = stem[-1], stem[:-1]
    root = before[:-1] if before and before[-1] in rules.vowels else before
    if len(root) < _SHORTEST_STEM or not word.startswith(root):
        return False
    ways = (last, *rules.alternants.get(last, ()))
    for start in {len(root), len(before)} if word.startswith(before) else {len(root)}:
        rest = word[start:]
        for tail in (
            (rest, rest[1:]) if rest[:1] and rest[0] in rules.vowels and start == len(root) else (rest,)
        ):
            if any(_is_ending(tail, way, rules) for way in ways):
                return True
    return False


def _is_ending(tail: str, consonant: str, rules: Alternations) -> bool:
    """Tell whether a tail is a consonant and an ending behind it; behind none an ending begins with a vowel."""
    if consonant:
        return tail.startswith(consonant) and tail != consonant
    return tail[:1] in tuple(rules.vowels)


@lru_cache(maxsize=20_000)
def fold_marks(text: str) -> str:
    """Return a text in lower case, without marks and apostrophes."""
    plain = normalized("NFD", text.casefold())
    return "".join(
        letter for letter in plain if not unicodedata.combining(letter) and letter not in APOSTROPHES
    )
