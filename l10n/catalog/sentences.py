"""Drafts from sentences: when a paragraph is split, joined or moved about, the translations follow their sentences.

Sentences come from yasbd; those of a translation are laid beside those of its source (`alignment`).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING

from l10n.catalog.alignment import Measured, beads
from l10n.catalog.catalog import Message
from l10n.languages.normal_forms import normalized
from l10n.languages.scripts import capitals

if TYPE_CHECKING:
    from yasbd import BoundaryDetector

# the comment of such a draft: its previous text is where most of it comes from, not what it was confirmed for
DRAFTED = "put together from the sentences of earlier translations"
MISSING = "[…]"  # stands in a draft for a sentence nobody has translated yet
_LEAST_COVERED = 0.5  # of the letters of a text, before its sentences make a draft
_SURE = 0.8
_FEWEST_LETTERS = 12  # of a sentence that is recognised elsewhere: "Yes." is no evidence
_LONG, _PART = 10_000, 2_000  # code points: what is longer is shown to the detector in parts of so many
_BEHIND = 200  # code points behind an end, without which it is not sure
_END = re.compile(r"[.!?…。！？｡؟۔।:;\n]")
_PLAIN_END = re.compile(r"(?<!\w)(?P<word>[^\W\d_]++)[.!?] ")
_SOME_WORD = "Zaxor"
_QUOTATION_MARKS = re.compile(r"[“”„«»\"'‘’‚]")
_NUMBER = re.compile(r"\d+")


@cache
def _plain() -> re.Pattern[str]:
    """Return what matches words, and between them a blank, a comma, or the end of a sentence before a capital."""
    return re.compile(
        r"(?:[^\W\d_]++(?:[-’][^\W\d_]++)*+"
        rf"(?:,? (?=[^\W\d_])|(?<=[^\W\d_]{{2}})[.!?] (?=[{capitals()}][^\W\d_])|[.!?]?\s*\Z))++"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A translation put together from sentences: `text`, the share of the letters covered (0…1), the message most of
    it comes from, and all it comes from."""

    text: str
    covered: float
    source: Message
    sources: tuple[Message, ...]


class SentenceMemory:
    """The sentences of confirmed translations, each with its own translation."""

    def __init__(
        self, messages: Iterable[Message], texts: Iterable[str], source_language: str, language: str
    ) -> None:
        """`texts` are those that drafts are wanted for: no other sentences than theirs are remembered."""
        self._source_language = source_language
        self._known: dict[str, tuple[str, Message]] = {}
        self._wanted = {
            sentence_key(sentence) for text in texts for sentence in sentences(text, source_language)
        }
        for message in messages:
            if not message.fuzzy and message.msgid_plural is None and all(message.msgstr):
                self._learn(message, language)

    def _learn(self, message: Message, language: str) -> None:
        if self._wanted.isdisjoint(map(sentence_key, sentences(message.msgid, self._source_language))):
            return
        for ours, theirs in sentence_pairs(message.msgid, message.msgstr[0], self._source_language, language):
            self._known.setdefault(sentence_key(ours), (theirs, message))

    def draft(self, msgid: str) -> Draft | None:
        """Return what the known sentences of a text make of it; None when too little of it is known."""
        pieces: list[str] = []
        sources: Counter[int] = Counter()
        by_id: dict[int, Message] = {}
        covered = total = 0
        for sentence in sentences(msgid, self._source_language):
            letters = sum(character.isalnum() for character in sentence)
            total += letters
            known = self._known.get(sentence_key(sentence)) if letters >= _FEWEST_LETTERS else None
            if known is None:
                pieces.append(MISSING)
                continue
            covered += letters
            sources[id(known[1])] += letters
            by_id[id(known[1])] = known[1]
            pieces.append(known[0])
        if not total or covered < _LEAST_COVERED * total:
            return None
        main = by_id[sources.most_common(1)[0][0]]
        text = " ".join(
            piece
            for place, piece in enumerate(pieces)
            if (piece, *pieces[place - 1 : place]) != (MISSING, MISSING)
        )
        return Draft(text=text, covered=covered / total, source=main, sources=tuple(by_id.values()))


def sentence_pairs(
    source: str, target: str, source_language: str, language: str
) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a text that have a translation of their own in its translation, with it, in order."""
    ours = sentences(source, source_language)
    theirs = sentences(target, language)
    for bead in beads(list(map(_measured, ours)), list(map(_measured, theirs))):
        if bead.last - bead.first == 1 and (bead.confidence >= _SURE or len(ours) == len(theirs)):
            yield ours[bead.first].strip(), "".join(theirs[bead.other_first : bead.other_last]).strip()


@lru_cache(maxsize=4_000)
def sentences(text: str, language: str) -> tuple[str, ...]:
    """Return the sentences of a text with the blanks behind them; joined they are the text.

    The detector's time grows with the square of a text of nothing but full stops. So a text of more than ten thousand
    letters is shown to it two thousand at a time, each time from the last sentence on: one that is longer becomes two.
    """
    detector = _detector(language) if _may_be_several(text) else None
    if detector is None:
        return (text,) if text else ()
    ends = _plain_ends(text, language)
    if ends is None:
        ends = list(_ends(text, detector))
    places = [0, *ends, len(text)]
    return tuple(text[start:end] for start, end in pairwise(places) if end > start)


def _ends(text: str, detector: "BoundaryDetector") -> Iterator[int]:
    """Yield where the sentences of a text end, but for the last one."""
    start, size = 0, len(text) if len(text) <= _LONG else _PART
    while start < len(text):
        stop = min(len(text), start + size)
        sure = stop - start if stop == len(text) else size - _BEHIND
        found = [end for end in detector.detect(text[start:stop]) if 0 < end < sure]
        yield from (start + end for end in found)
        if stop == len(text):
            return
        if not found:
            yield stop
        start += found[-1] if found else size


def _plain_ends(text: str, language: str) -> list[int] | None:
    """Return where the sentences of a plain text end; None where only the detector can tell.

    Plain is a text of words, commas and marks that end a sentence, each behind a word that is no abbreviation and
    before a capital. The detector looks for every abbreviation at every word, which takes ten times as long.
    """
    if not _plain().fullmatch(text):
        return None
    ends: list[int] = []
    for found in _PLAIN_END.finditer(text):
        if not _ends_sentences(found["word"], language):
            return None
        ends.append(found.end() - 1)
    return ends


@lru_cache(maxsize=100_000)  # the words before full stops: a vocabulary
def _ends_sentences(word: str, language: str) -> bool:
    """Tell whether a full stop behind this word ends a sentence, whatever word with a capital follows."""
    detector = _detector(language)
    begins = f"{_SOME_WORD} {word}."
    return detector is not None and len(begins) in detector.detect(
        f"{begins} {_SOME_WORD} {_SOME_WORD.lower()}."
    )


def _may_be_several(text: str) -> bool:
    """Whether a sentence, or a line, ends before the last letter: else nobody has to look closer."""
    last = next((place for place in range(len(text) - 1, -1, -1) if text[place].isalnum()), 0)
    return _END.search(text, 0, last) is not None


@cache
def _detector(language: str) -> "BoundaryDetector | None":
    """Return what finds the sentences of a language, None for one it does not know."""
    from yasbd import BoundaryDetector, UnsupportedLanguageError

    try:
        return BoundaryDetector(language, preserve_quote_and_paren=False)
    except UnsupportedLanguageError:
        return None


def sentence_key(sentence: str) -> str:
    """Return a sentence as it is recognised: its words, whatever its blanks, quotation marks and capitals."""
    folded = normalized("NFKC", sentence).casefold()
    return " ".join(_QUOTATION_MARKS.sub("", folded).split())


def hash_of_key(key: str) -> int:
    """Return 64 bits that stand for a key of texts, as a signed integer, the same in every process."""
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _measured(sentence: str) -> Measured:
    return Measured(max(1, len(sentence.strip())), "", Counter(_NUMBER.findall(sentence)))
