"""Which registered names a single word may be a spelling of, by sound and by letters, before anything else is asked.

Words are looked up by their consonants, one of them more, less or another; what is left is compared sound by sound
(`alignment`) and letter by letter. Each word is looked up once.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from weakref import WeakKeyDictionary

from rapidfuzz.distance import OSA

from l10n.names.alignment import distance
from l10n.names.declension import Part, parts_of
from l10n.names.entries import FormStatus, Kind, NameEntry
from l10n.names.folding import fold_form
from l10n.names.lexicon import Lexicon
from l10n.names.sounds import fold_word, lattice_of, open_rules
from l10n.names.tree import Reading

SLIP = (
    60  # one letter wrong, missing or too many, or two letters in another order, in hundredths of a consonant
)
MOST_OFF, MOST_OFF_PER_LETTER = 130, 20  # how far a spelling may be off, whatever else speaks for the name
_LONGEST_ENDING = 4
_SHORT = 5  # sounds of a word of which one may differ, and no more
_REMEMBERED = 50_000  # words whose names are kept
_KEY = 5  # consonants that are compared before any letter is
_SIBILANTS = str.maketrans("ʃʒʧc", "ssss")  # the signs of `correspondences/sounds.toml`
_CYRILLIC = re.compile("[\u0400-\u052f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A surface a word may be the first word of: its reading, its words, and how far off the word is.

    `deprecated`: the registry has the surface as a wrong one itself.
    """

    reading: Reading
    words: tuple[str, ...]
    off: int
    deprecated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """One part of one form of an entry, to compare words with."""

    entry: str
    locale: str
    form: str
    part: Part
    deprecated: bool


class NearNames:
    """The forms of a registry by their first consonants, each also without any one of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        # a first word in lower case, then what it is the first word of
        self._spots: dict[str, dict[_Spot, None]] = {}
        self._words: dict[str, set[str]] = {}
        self._near: dict[str, tuple[Near, ...]] = {}
        for entry in lexicon.registry.entries:
            known = ((locale, entry.locales.get(locale)) for locale in lexicon.locales)
            for locale, forms in known:
                if forms is None:
                    continue
                for status, form in forms.by_status():
                    for part in parts_of(form, entry):
                        if part in (Part.FULL, Part.GIVEN, Part.SURNAME):
                            spot = _Spot(
                                entry=entry.id,
                                locale=locale,
                                form=form,
                                part=part,
                                deprecated=status is FormStatus.DEPRECATED,
                            )
                            self._add(spot, entry)

    def _add(self, spot: _Spot, entry: NameEntry) -> None:
        words = spot.form.split()
        first = words[1] if spot.part is Part.SURNAME and len(words) > 1 else words[0]
        if entry.kind is Kind.PERSON or first[0].isupper():
            first = first.casefold()
            spots = self._spots.setdefault(first, {})
            if not spots:
                for key in keys(first):
                    self._words.setdefault(key, set()).add(first)
            spots[spot] = None

    def near(self, word: str) -> tuple[Near, ...]:
        """Return the surfaces whose first word `word` may be, as far as spelling goes."""
        known = self._near.get(word)
        if known is None:
            others = {other for key in keys(word) for other in self._words.get(key, ())}
            alike = sorted(other for other in others if _may_be_alike(word, other))
            spots = (spot for other in alike for spot in self._spots[other])
            known = tuple(near for spot in spots for near in self._compared(word, spot))
            if len(self._near) < _REMEMBERED:
                self._near[word] = known
        return known

    def _compared(self, word: str, spot: _Spot) -> list[Near]:
        found = []
        forms = self._lexicon.forms_of(spot.entry, spot.locale, spot.form, spot.part)
        for surface, cases in forms.cases().items():
            words = tuple(surface.split())
            far = off(word, words[0])
            if is_near(far, len(words[0])):
                reading = Reading(
                    entry=spot.entry,
                    part=spot.part,
                    locale=spot.locale,
                    status=FormStatus.DEPRECATED,
                    form=spot.form,
                    surface=surface,
                    cases=cases,
                )
                found.append(Near(reading=reading, words=words, off=far, deprecated=spot.deprecated))
        return found


_INDEXES: WeakKeyDictionary[Lexicon, NearNames] = WeakKeyDictionary()


def near_names(lexicon: Lexicon) -> NearNames:
    """Return the index of a lexicon, made when first asked for."""
    if lexicon not in _INDEXES:
        _INDEXES[lexicon] = NearNames(lexicon)
    return _INDEXES[lexicon]


def is_near(far: int, letters: int) -> bool:
    """Return whether a word of so many letters that is `far` off may be the name at all."""
    return far <= min(MOST_OFF, MOST_OFF_PER_LETTER * letters)


@lru_cache(maxsize=20_000)
def off(found: str, wanted: str) -> int:
    """Return how far a spelling is from the wanted one: by sound, or by slips of the pen where that is less."""
    one, other = fold_form(found).casefold(), fold_form(wanted).casefold()
    if one == other:
        return 0
    by_sound = distance(fold_word(one), fold_word(other))
    if bool(_CYRILLIC.search(one)) is not bool(_CYRILLIC.search(other)):
        return by_sound
    return min(by_sound, SLIP * OSA.distance(one, other, score_cutoff=3))


def _may_be_alike(found: str, other: str) -> bool:
    """Tell whether a word may be another one with a few slips and a case ending: cheap, and never wrongly no."""
    return _differ_little(found.casefold(), other) or _differ_little(_heard(found), _heard(other))


def _differ_little(found: str, other: str) -> bool:
    slips = 1 if min(len(found), len(other)) < _SHORT else 2
    more = len(found) - len(other)
    if not -slips <= more <= slips + _LONGEST_ENDING:
        return False
    if OSA.distance(found, other, score_cutoff=slips) <= slips:
        return True
    # an ending of one letter and more stands in the place of the last letter, or behind it
    stem = other[:-1]
    return more >= 0 and any(
        OSA.distance(found[: len(stem) + extra], stem, score_cutoff=slips) <= slips for extra in (-1, 0, 1)
    )


@lru_cache(maxsize=20_000)
def _heard(word: str) -> str:
    """Return what a word most likely sounds like, vowels included."""
    folded = fold_word(fold_form(word).casefold())
    lattice = lattice_of(folded)
    return lattice.sounds if lattice else folded


@lru_cache(maxsize=20_000)
def keys(word: str) -> tuple[str, ...]:
    """Return the first consonants of a word, by class, and the same without each one of them."""
    return _shortened(fold_word(unicodedata.normalize("NFD", fold_form(word).casefold())))


@lru_cache(maxsize=20_000)
def heard_keys(word: str) -> tuple[str, ...]:
    """Return the same of what a word most likely sounds like: Tsjaikovski and Chaikovsky have one there."""
    return _shortened(_heard(word).translate(_SIBILANTS))


def _shortened(letters: str) -> tuple[str, ...]:
    skeleton = "".join(filter(None, map(_classes().get, letters)))[: _KEY + 1]
    shorter = (skeleton[:place] + skeleton[place + 1 :] for place in range(len(skeleton)))
    return tuple(dict.fromkeys(key[:_KEY] for key in (skeleton, *shorter)))


@cache
def _classes() -> dict[str, str]:
    classes = open_rules("skeleton")["classes"]
    assert isinstance(classes, list)  # noqa: S101 - our own package data
    return {letter: group[0] for group in classes for letter in group}
