"""The capitalised words of a text, and the runs they form: where a name may stand.

Left alone on purpose: words inside addresses, code, tags and placeholders; words of two scripts, which are another
concern (`confusables`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from l10n.languages.scripts import capitals, has_letter
from l10n.names.text.folding import fold_form
from l10n.names.text.protected_spans import Protection
from l10n.names.text.sentence_context import SOFT_BLANKS, SentenceContext

_POSSESSIVE = re.compile(r"['’ʼ]s$")
_LONGEST_RUN = 8  # words; what is longer is a title in capitals, and no name


@dataclass(frozen=True, slots=True, kw_only=True)
class CapitalisedWord:
    """The word `text[start:end]`, without a possessive; `opens` when it begins a sentence."""

    start: int
    end: int
    text: str
    opens: bool = False

    @property
    def is_initial(self) -> bool:
        """Whether it is a single letter."""
        return len(self.text) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Capitalised words with only blanks, or the particle of a surname, between them."""

    words: tuple[CapitalisedWord, ...]

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.words[-1].end


def capitalised_words(
    context: SentenceContext, taken: Sequence[tuple[int, int]] = ()
) -> Iterator[CapitalisedWord]:
    """Yield the words that begin with a capital, but for those the language always writes so. Linear in the text.

    Words that touch one of the `taken` spans, which are in order, are left out.
    """
    text, language = context.text, context.language
    protection = Protection(text)
    place = 0
    for found in _word().finditer(text):
        while place < len(taken) and taken[place][1] <= found.start():
            place += 1
        is_taken = place < len(taken) and taken[place][0] < found.end()
        word, folded = ("", "") if is_taken else _bare(found[0])
        if not word or folded in language.capitalised or protection.covers(found.start(), found.end()):
            continue
        opens = context.starts_sentence(found.start())
        if opens and folded in language.function_words:
            continue
        yield CapitalisedWord(start=found.start(), end=found.start() + len(word), text=word, opens=opens)


@cache
def _word() -> re.Pattern[str]:
    """Return what matches a word that begins with a capital, with its hyphens and apostrophes."""
    return re.compile(
        rf"(?<!\w)(?<!\w['’ʼ‘`-])[{capitals()}][\w\u0300-\u036f]*(?:['’ʼ‘`-][^\W\d_][\w\u0300-\u036f]*)*"
    )


@lru_cache(maxsize=10_000)
def _bare(word: str) -> tuple[str, str]:
    """Return a word without what is hung on to it, and that folded; nothing for a word of two scripts."""
    if has_letter(word, "Latn") and has_letter(word, "Cyrl"):
        return "", ""
    word = _POSSESSIVE.sub("", word)
    while "-" in word and word.rpartition("-")[2].islower():  # Tesla-oprichter
        word = word.rpartition("-")[0]
    return word, fold_form(word).casefold()


def runs_of(context: SentenceContext, words: Iterable[CapitalisedWord]) -> tuple[Run, ...]:
    """Return the runs that some of the capitalised words of a text form, in order; particles may stand inside."""
    runs: list[list[CapitalisedWord]] = []
    for word in words:
        before = runs[-1] if runs else []
        if before and not word.opens and _continues(context, before[-1], word.start):
            before.append(word)
        else:
            runs.append([word])
    return tuple(Run(words=tuple(run)) for run in runs if len(run) <= _LONGEST_RUN)


def _continues(context: SentenceContext, before: CapitalisedWord, start: int) -> bool:
    """Tell whether only blanks, the full stop of an initial, or particles stand between a word and `start`."""
    between = context.text[before.end : start]
    if before.is_initial:
        between = between.removeprefix(".")
    if SOFT_BLANKS.fullmatch(between):
        return bool(between) or before.is_initial
    words = between.split()
    particles = context.language.particles
    return between[0].isspace() and between[-1].isspace() and all(word in particles for word in words)
