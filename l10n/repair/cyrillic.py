"""Cyrillic of one byte a letter that was read in another one-byte encoding.

`Ïðèâåò` is cp1251 read as latin-1, `оПЙЧЕФ` is koi8-r read as cp1251. Every such text is made of real
letters, so only the language can tell: a stretch of words is repaired when it reads as Russian afterwards and
does not before. Left alone, because nothing is certain there: single short words, lists of accented letters,
text typed with the caps-lock key on, and every Cyrillic text that could be a language as it stands.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from l10n.languages.packs import table
from l10n.languages.scripts import script_of, vowels
from l10n.languages.transcription import PIVOT
from l10n.repair.changes import Repair

_LANGUAGE = PIVOT  # whose letters tell that a text was read right
_UNKNOWN = math.log(0.0005)
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{5}|[¸¨£³×÷]")  # shorter words could be of any language


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """Cyrillic in `written` that was read as `read`, in stretches of words that match `pattern`.

    `letters` is how many letters a stretch needs at least, `reads` how well they must read as Russian (a mean
    logarithm: running text has about -3.0, letters by chance about -3.8), `gain` by how much the whole stretch
    must read better than before.
    """

    rule: str
    written: str
    read: str
    pattern: re.Pattern[str]
    letters: int
    reads: float
    gain: float

    def repair(self, word: str) -> str | None:
        """Return `word` as it was written, or None when its bytes are no text in that encoding."""
        try:
            return word.encode(self.read).decode(self.written)
        except UnicodeError:
            return None


def _stretch(letter: str, beside: str) -> re.Pattern[str]:
    """Return the pattern of words made of `letter` only, with blanks, digits and ASCII marks between them.

    Its group `torn` says that a letter of another kind follows: then none of these words is one, wherever one begins.
    """
    # What stands before the first letter is looked at behind it: a search for a letter is fast.
    return re.compile(
        rf"{letter}(?<!{beside}{letter}){letter}*+(?:[ \t0-9.,;:!?\"'()-]++{letter}++)*+(?P<torn>(?={beside}))?"
    )


_LATIN1 = r"[À-ÖØ-öø-ÿ¸¨]"
_KOI8_IN_LATIN1 = r"[À-ÿ£³]"


@cache
def swaps() -> tuple[Swap, ...]:
    """Return the misreadings we know."""
    russian = f"[{russian_letters()}{russian_letters().upper()}]"
    return (
        Swap(rule="cp1251-as-latin1", written="cp1251", read="cp1252", pattern=_stretch(_LATIN1, r"[^\W\d_]"),
             letters=5, reads=-3.4, gain=0.0),
        Swap(rule="koi8-r-as-latin1", written="koi8-r", read="cp1252", pattern=_stretch(_KOI8_IN_LATIN1, r"[^\W\d_]"),
             letters=5, reads=-3.4, gain=0.0),
        Swap(rule="koi8-r-as-cp1251", written="koi8-r", read="cp1251", pattern=_stretch(russian, r"[^\W\d_]"),
             letters=20, reads=-3.25, gain=10.0),
        Swap(rule="cp1251-as-koi8-r", written="cp1251", read="koi8-r", pattern=_stretch(russian, r"[^\W\d_]"),
             letters=20, reads=-3.25, gain=10.0),
    )  # fmt: skip


@cache
def _shares() -> dict[str, float]:
    """Return the logarithm of the share of each letter in running Russian (`ru/letters.toml`)."""
    return {letter: math.log(share / 1000) for letter, share in table(_LANGUAGE, "letters")["shares"].items()}


def russian_letters() -> str:
    """Return the small letters of Russian."""
    return "".join(_shares())


def find_swaps(piece: str) -> Iterator[Repair]:
    """Yield a repair for each stretch of words in `piece` that is certainly Cyrillic in the wrong encoding."""
    for swap in swaps():
        for match in swap.pattern.finditer(piece):
            is_torn = match["torn"] is not None
            if is_torn or len(match[0]) < swap.letters or not _LONG_WORD.search(match[0]):
                continue
            repaired = _repair_words(match[0], swap)
            if repaired is not None and _is_certain(match[0], repaired, swap):
                yield Repair(start=match.start(), before=match[0], after=repaired, rule=swap.rule)


def _repair_words(stretch: str, swap: Swap) -> str | None:
    repaired = swap.repair(stretch)
    return repaired if repaired is not None and all(map(_looks_like_word, _words(repaired))) else None


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _looks_like_word(word: str) -> bool:
    """Return whether the letters of `word` are Russian and its capitals are where capitals are."""
    return set(word.lower()) <= _shares().keys() and (word[1:].islower() or word.isupper() or len(word) == 1)


def _is_certain(stretch: str, repaired: str, swap: Swap) -> bool:
    words = _words(repaired)
    letters = "".join(words).lower()
    if len(letters) < swap.letters:
        return False
    if all(list(word) == sorted(set(word)) for word in map(str.lower, words) if len(word) >= 5):
        return False  # `àáâãäå` and `àèìòù` are lists of letters in the order of their codes
    voiced = vowels(script_of(_LANGUAGE))
    share = sum(letter in voiced for letter in letters) / len(letters)
    reads = _reads(letters)
    as_it_stands = _reads("".join(_words(stretch)).lower()) if swap.gain else -math.inf
    return (
        0.25 <= share <= 0.65 and reads >= swap.reads and (reads - as_it_stands) * len(letters) >= swap.gain
    )


def _reads(letters: str) -> float:
    """Return how well `letters` read as Russian: the mean logarithm of their shares."""
    return sum(_shares().get(letter, _UNKNOWN) for letter in letters) / len(letters)
