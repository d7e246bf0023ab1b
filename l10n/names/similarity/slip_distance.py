"""How far a spelling is from another, by sound or by slips of the pen; and which spellings may be near at all.

Words are looked up by their consonants, one of them more, less or another; what is left is compared sound by sound
(`phonetic_distance`) and letter by letter.
"""

from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from l10n.languages.normal_forms import normalized
from l10n.languages.transcription import has_pivot_letter
from l10n.names.similarity.phonetic_distance import distance
from l10n.names.similarity.phonetic_lattice import fold_word, lattice_of, open_rules
from l10n.names.text.folding import fold_form

SLIP = (
    60  # one letter wrong, missing or too many, or two letters in another order, in hundredths of a consonant
)
MOST_OFF, MOST_OFF_PER_LETTER = 130, 20  # how far a spelling may be off, whatever else speaks for the name
_LONGEST_ENDING = 4
_SHORT = 5  # sounds of a word of which one may differ, and no more
_KEY = 5  # consonants that are compared before any letter is
_SIBILANTS = str.maketrans("ʃʒʧc", "ssss")  # the signs of `phonetics/sounds.toml`


@lru_cache(maxsize=20_000)
def off(found: str, wanted: str) -> int:
    """Return how far a spelling is from the wanted one: by sound, or by slips of the pen where that is less."""
    one, other = fold_form(found).casefold(), fold_form(wanted).casefold()
    if one == other:
        return 0
    by_sound = distance(fold_word(one), fold_word(other))
    if has_pivot_letter(one) is not has_pivot_letter(other):
        return by_sound
    return min(by_sound, SLIP * OSA.distance(one, other, score_cutoff=3))


def may_be_alike(found: str, other: str) -> bool:
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
    return _shortened(fold_word(normalized("NFD", fold_form(word).casefold())))


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
