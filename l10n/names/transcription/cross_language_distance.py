"""How far apart two words of running text sound, of which one may be an inflected Russian name."""

from functools import lru_cache

from l10n.languages.inflection_rules import inflection_of
from l10n.languages.scripts import is_in_script_of
from l10n.languages.transcription import PIVOT, has_pivot_letter
from l10n.names.similarity.phonetic_distance import distance, starts_with
from l10n.names.similarity.phonetic_lattice import fold_word
from l10n.names.similarity.slip_distance import off
from l10n.names.text.folding import fold_form
from l10n.names.transcription.back_transcription import back_transcribe, nearest_transcription_language

COMMON = 20  # two words that sound so near are the same one
LETTERS_OF_A_STEM = 3
_LONGEST_ENDING = 4


@lru_cache(maxsize=20_000)
def word_distance(one: str, other: str, locale: str = "en") -> int:
    """Return how far two words sound apart when one of them may be inflected Russian, hundredths of a consonant."""
    if has_pivot_letter(one) is has_pivot_letter(other):
        return distance(fold_word(fold_form(one).casefold()), fold_word(fold_form(other).casefold()))
    latin, native = (other, one) if has_pivot_letter(one) else (one, other)
    far = off(latin, native)
    if far and len(native) - len(latin) <= _LONGEST_ENDING and len(latin) > LETTERS_OF_A_STEM:
        begun, whole = fold_word(fold_form(latin).casefold()), fold_word(fold_form(native).casefold())
        stem = begun.rstrip("aeiouy") or begun
        far = min(far, starts_with(begun, whole) + 5, starts_with(stem, whole) + 10)
    house = (
        "en" if nearest_transcription_language(locale) == PIVOT else nearest_transcription_language(locale)
    )
    if far > COMMON and is_in_script_of(latin, house):
        for reading in back_transcribe(latin, house, candidates=3):
            if is_inflected(reading.native, native):
                far = min(far, 10)
    return far


def is_inflected(native: str, found: str) -> bool:
    """Return whether `found` may be `native` with another ending."""
    one, other = fold_form(native).casefold(), fold_form(found).casefold()
    stem = one.rstrip(inflection_of(PIVOT).ending_letters) if len(one) > LETTERS_OF_A_STEM else one
    return other.startswith(stem) and len(other) - len(stem) <= _LONGEST_ENDING
