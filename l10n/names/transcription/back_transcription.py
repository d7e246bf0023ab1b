"""Back-transcription: which native (Russian) name a spelling in another locale stands for, and how probable that is."""

import heapq
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from l10n.languages.established_forms import established_forms, fold_key
from l10n.languages.normal_forms import normalized
from l10n.languages.scripts import is_in_script_of
from l10n.languages.tags import language_subtag
from l10n.languages.transcription import PIVOT, targets_of
from l10n.languages.unknown_locale import unknown_locale
from l10n.names.transcription.graphones.store import fold_form
from l10n.names.transcription.name_origin import guess_origins
from l10n.names.transcription.word_candidates import Spelling, mixed_spellings, russian_spellings
from l10n.names.transliteration.house_schemes import transcribe_to

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʹ`][^\W\d_]+)*[’'ʹ`]?")
# how probable it is, before looking at the letters, that a name met in a locale is Russian
_RUSSIAN_SHARE = 0.7
_AFTER_FOREIGN = 0.02  # the same for whoever has a given name that Russians do not bear
_WAYS, _FEW_WAYS = 24, 8  # combinations of words that are followed up; few where few are asked for
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class BackTranscription:
    """A native name and the probability (0…1) that it is meant; `because` says why, one step a line.

    `guess` marks names that are not Russian: their Cyrillic form is usage, not a rule, and wants a person's eye;
    `is_known` those of which a word is a name that people or places are known to have, or that usage has fixed.
    """

    native: str
    probability: float
    because: tuple[str, ...] = ()
    guess: bool = False
    is_known: bool = False


def transcription_language(locale: str) -> str:
    """Return the language of `locale` (`nl_BE` → `nl`); raises ConfigurationError where no scheme is known."""
    language = language_subtag(locale)
    if language != PIVOT and language not in targets_of():
        known = (*targets_of(), PIVOT)
        raise unknown_locale(locale, known, who="names can be converted in")
    return language


def nearest_transcription_language(locale: str) -> str:
    """Return the language of `locale`, or English when no way to write names is known for it."""
    language = language_subtag(locale)
    return language if language == PIVOT or language in targets_of() else "en"


def back_transcribe(
    name: str, locale: str, kind: str | None = None, candidates: int = 5
) -> tuple[BackTranscription, ...]:
    """Return up to `candidates` native names that `name`, written as `locale` writes, may stand for, best first.

    `kind` is `person`, `place` or None (either). The probabilities sum to at most 1. A name in the native
    locale, or without a letter of the locale's script, stands for itself with probability 1. Raises
    ConfigurationError for a locale without a house scheme.
    """
    language = transcription_language(locale)
    text = normalized("NFC", name)
    if language == PIVOT or not is_in_script_of(text, language):
        return (BackTranscription(native=text, probability=1.0, because=("it is written natively",)),)
    return _read(text, language, kind, max(candidates, 0))


@lru_cache(maxsize=2_000)
def _read(text: str, language: str, kind: str | None, most: int) -> tuple[BackTranscription, ...]:
    whole = _established_whole(text, kind)
    if whole is not None:
        return (whole,)[:most]
    words = list(_WORD.finditer(text))
    if len(words) > _MOST_WORDS:
        return _read_apart(text, words, language, kind)[:most]
    places = _places(text, words, kind)
    lower = [word[0].lower() for word in words]
    russian = [russian_spellings(word, language, place) for word, place in zip(lower, places, strict=True)]
    share = _RUSSIAN_SHARE
    if len(words) > 1 and fold_key(lower[0]) in established_forms().foreign_given_names:
        share = _AFTER_FOREIGN
    elif language != "en":
        share = 1 - (1 - share) / 8  # whoever transcribes as this locale does has a Russian name before him
    wide = _WAYS if most > 4 else _FEW_WAYS
    ways = _combine(russian, -math.log(share), wide, guess=False)
    if share == _AFTER_FOREIGN or not _is_russian(russian, lower[-1], language):
        origins = guess_origins(tuple(lower), language)
        foreign = [mixed_spellings(word, origins.shares) for word in lower]
        ways += _combine(foreign, -math.log(1 - share) - sum(origins.ratios), wide, guess=True)
    if not ways:
        return (
            BackTranscription(
                native=text, probability=0.0, because=("no letter of it can be read",), guess=True
            ),
        )[:most]
    return _merge(text, words, ways, language, most)


def _is_russian(spellings: Sequence[Sequence[Spelling]], surname: str, language: str) -> bool:
    """Return whether a common Russian given name stands before a known surname: other origins need no search.

    The surname has to be spelled as the house does: Michael Jackson is no Михаил Яксон.
    """
    if len(spellings) < 2 or not all(spellings):
        return False
    first, last = spellings[0][0], spellings[-1][0]
    if fold_key(first.native) not in established_forms().known:
        return False
    return last.source == "convention" or (
        last.source == "surname" and transcribe_to(last.native, language) == surname
    )


_Way = tuple[float, tuple[Spelling, ...], bool]


def _combine(options: Sequence[Sequence[Spelling]], cost: float, most: int, *, guess: bool) -> list[_Way]:
    """Return the cheapest combinations of one spelling per word."""
    ways: list[_Way] = [(cost, (), guess)]
    for spellings in options:
        if not spellings:
            return []
        ways = heapq.nsmallest(
            most,
            [(way[0] + spelling.cost, (*way[1], spelling), guess) for way in ways for spelling in spellings],
            key=lambda way: (way[0], [spelling.native for spelling in way[1]]),
        )
    return ways


def _merge(
    text: str, words: Sequence[re.Match[str]], ways: Sequence[_Way], language: str, most: int
) -> tuple[BackTranscription, ...]:
    least = min(way[0] for way in ways)
    weights = sum(math.exp(least - way[0]) for way in ways)
    merged: dict[tuple[str, ...], tuple[float, float, _Way]] = {}
    lengths = [1 if _is_initial(word, text) else None for word in words]
    for way in ways:
        native = _natives(way, lengths)
        folded = tuple(map(fold_form, native))  # ё and е are one letter: they do not take two places
        share = math.exp(least - way[0]) / weights
        known = merged.get(folded)
        if known is None:
            merged[folded] = (share, share, way)
        else:
            best = way if share > known[1] else known[2]
            merged[folded] = (known[0] + share, max(share, known[1]), best)
    ranked = sorted(merged.items(), key=lambda item: (-item[1][0], item[0]))[:most]
    return tuple(
        BackTranscription(
            native=_rebuild(text, words, _natives(way, lengths)),
            probability=min(1.0, math.floor(share * 1e6) / 1e6),
            because=_reasons(way, words, language),
            guess=way[2],
            is_known=any(spelling.source in _KNOWN_SOURCES for spelling in way[1]),
        )
        for _, (share, _, way) in ranked
    )


def _natives(way: _Way, lengths: Sequence[int | None]) -> tuple[str, ...]:
    return tuple(spelling.native[:length] for spelling, length in zip(way[1], lengths, strict=True))


_SOURCES = {
    "convention": "an established form",
    "given": "a known given name",
    "patronymic": "a known patronymic",
    "surname": "a known surname",
    "place": "a known place",
    "adjective": "an adjective in the form that names of places have",
    "letters": "spelled as Russian names are",
    "graphones": "a guess: how names of other origins are usually written",
    "borne": "a guess: how names of other origins are usually written, and a form that people bear",
    "bearers": "a guess: how bearers of this name are written",
}


_KNOWN_SOURCES = frozenset({"convention", "given", "patronymic", "surname", "place"})


def _reasons(way: _Way, words: Sequence[re.Match[str]], language: str) -> tuple[str, ...]:
    steps = tuple(
        f"reading ({language}): {word[0]} → {spelling.native}: {_said(spelling.source)}"
        for word, spelling in zip(words, way[1], strict=True)
    )
    shares = guess_origins(tuple(word[0].lower() for word in words), language).shares if way[2] else ()
    if not shares:
        return steps
    return (f"origin: {', '.join(f'{one} {share:.2f}' for one, share in shares)}, by its letters", *steps)


def _said(source: str) -> str:
    return _SOURCES.get(source) or f"a guess: what the rules for names in {source} make of it"


def _established_whole(text: str, kind: str | None) -> BackTranscription | None:
    """Return what a whole name with an established form stands for: a person, or a place."""
    key = fold_key(text)
    person = established_forms().persons.get(key) if kind != "place" else None
    native = person or (established_forms().places.get(key) if kind != "person" else None)
    if native is None:
        return None
    return BackTranscription(
        native=_as_cased(text, native), probability=0.98, because=("an established form",), is_known=True
    )


def _as_cased(text: str, native: str) -> str:
    if text.islower():
        return native.lower()
    return native.upper() if text.isupper() and len(text) > 1 else native


def _places(text: str, words: Sequence[re.Match[str]], kind: str | None) -> list[str]:
    """Return the place of each word: what stands after a hyphen is of the kind of what stands before it."""
    if kind == "place":
        return ["place"] * len(words)
    groups: list[int] = []
    for index, word in enumerate(words):
        joined = index > 0 and text[words[index - 1].end() : word.start()] == "-"
        groups.append(groups[-1] if joined else (groups[-1] + 1 if groups else 0))
    last = groups[-1] if groups else 0
    if last == 0:
        return ["any"] * len(words)
    middle = "patronymic" if last == 2 else "surname"
    return ["given" if g == 0 else "surname" if g == last else middle for g in groups]


def _rebuild(text: str, words: Sequence[re.Match[str]], natives: Sequence[str]) -> str:
    pieces: list[str] = []
    position = 0
    for word, native in zip(words, natives, strict=True):
        pieces += (text[position : word.start()], _cased(word[0], native))
        position = word.end()
    return "".join([*pieces, text[position:]])


def _is_initial(word: re.Match[str], text: str) -> bool:
    """Return whether a word stays one letter: Yu. → Ю."""
    rest = text[word.end() :]
    return rest.startswith(".") and (len(word[0]) == 1 or (len(word[0]) <= 3 and len(rest) > 1))


def _cased(word: str, native: str) -> str:
    if word.islower():
        return native
    if word.isupper() and len(word) > 1:
        return native.upper()
    return native[:1].upper() + native[1:]


def _read_apart(
    text: str, words: Sequence[re.Match[str]], language: str, kind: str | None
) -> tuple[BackTranscription, ...]:
    """Return the one back-transcription of a text too long for a name, each word read by itself."""
    place = "place" if kind == "place" else "any"
    natives = []
    for word in words:
        spellings = russian_spellings(word[0].lower(), language, place) or mixed_spellings(word[0].lower())
        natives.append(spellings[0].native if spellings else word[0])
    because = (f"longer than a name: each of its {len(words)} words is read by itself",)
    return (
        BackTranscription(
            native=_rebuild(text, words, natives), probability=0.01, because=because, guess=True
        ),
    )
