"""Names in Cyrillic of other origins than Russian: how their own languages may spell them in Latin letters."""

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from l10n.languages.established_forms import established_forms, fold_key
from l10n.languages.transcription import pivot_word
from l10n.names.transcription.graphones.store import graphone_model
from l10n.names.transcription.graphones.transcription import transcribe
from l10n.names.transcription.onomasticon import store
from l10n.names.transcription.word_candidates import russian_spellings
from l10n.names.transliteration.house_schemes import transcribe_to

_BEARERS = 5  # of a given name, before its spelling in its own language is proposed
_SURNAME_BEARERS = 4  # the same of a surname
_BORNE = 0.85  # how sure the spelling is that most bearers of a name have
_BEAM, _SPELLINGS, _WAYS = 10, 6, 8
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class LatinSpelling:
    """A spelling, its probability (0…1) among all spellings, and whether bearers of the name are known to have it."""

    form: str
    probability: float
    is_borne: bool


def has_established_latin_spelling(native: str) -> bool:
    """Return whether a name in Cyrillic has a Latin spelling of its own, which no scheme gives: Альберт Эйнштейн.

    Its first word is a given name that is spelled otherwise than a Russian one would be, or its last a surname whose
    usual Latin spelling no Russian name would have.
    """
    words = [word[0].lower() for word in pivot_word().finditer(native)]
    return bool(words) and (
        _is_spelled_otherwise(words[0]) or (len(words) > 1 and _is_from_abroad(words[-1]))
    )


@lru_cache(maxsize=4_000)
def _is_from_abroad(surname: str) -> bool:
    latin, count = store.known_pairs().latin(surname)
    if count < _SURNAME_BEARERS or not latin.isascii() or fold_key(surname) in established_forms().known:
        return False
    folded = fold_key(surname)
    return all(fold_key(read.native) != folded for read in russian_spellings(latin, "en", "surname"))


def _is_spelled_otherwise(lower: str) -> bool:
    latin, count = store.known_pairs().latin(lower)
    if count < _BEARERS or not latin.isascii() or fold_key(lower) in established_forms().known:
        return False
    as_russian = transcribe_to(lower, "en")
    borne, number = store.known_pairs().native(as_russian)
    return latin != as_russian and not (borne == lower and number * 10 >= count)


def latin_spellings(native: str) -> tuple[LatinSpelling, ...]:
    """Return spellings of a name in Cyrillic, cased as it is, likeliest first; none for more words than a name has.

    What most bearers of a word have comes first, then what the graphone model makes of its letters. The
    probabilities sum to at most 1.
    """
    words = list(pivot_word().finditer(native))
    if not words or len(words) > _MOST_WORDS:
        return ()
    ways: list[tuple[float, tuple[str, ...], bool]] = [(1.0, (), True)]
    for word in words:
        options = _word_spellings(word[0].lower())
        ways = heapq.nlargest(
            _WAYS,
            [
                (way[0] * option.probability, (*way[1], option.form), way[2] and option.is_borne)
                for way in ways
                for option in options
            ],
            key=lambda way: way[0],
        )
    found: dict[str, LatinSpelling] = {}
    for probability, forms, is_borne in ways:
        form = _respell(native, forms)
        found.setdefault(form, LatinSpelling(form, probability, is_borne))
    return tuple(found.values())


def _respell(native: str, forms: Sequence[str]) -> str:
    spelled = iter(forms)
    return pivot_word().sub(lambda word: _cased(word[0], next(spelled)), native)


@lru_cache(maxsize=4_000)
def _word_spellings(word: str) -> tuple[LatinSpelling, ...]:
    shares: dict[str, float] = {}
    borne = store.known_pairs().latin(word)[0]
    left = 1.0
    if borne:
        shares[borne], left = _BORNE, 1 - _BORNE
    found = transcribe(word, graphone_model("ru-en"), beam=_BEAM)
    least = min((way.cost for way in found), default=0.0)
    total = sum(math.exp(least - way.cost) for way in found)
    for way in found:
        shares[way.form] = shares.get(way.form, 0.0) + left * math.exp(least - way.cost) / total
    if not shares:
        shares[transcribe_to(word, "en")] = 1.0
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))[:_SPELLINGS]
    return tuple(LatinSpelling(form, share, form == borne) for form, share in ranked)


def _cased(word: str, latin: str) -> str:
    if word.islower():
        return latin
    return latin.upper() if word.isupper() and len(word) > 1 else latin.title()
