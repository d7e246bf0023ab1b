"""Whether a name in Latin letters is certainly a Russian one: only then another Latin locale writes it otherwise.

A name of unknown origin keeps its spelling. Every word has to be a name Russians bear, transcribed by a house
scheme: Sergio is not Сергей, Peter King no Пётр, and Volodymyr Zelensky is spelled as a Ukrainian.
"""

from collections.abc import Sequence
from functools import lru_cache

from l10n.languages.established_forms import established_forms, fold_key
from l10n.languages.inflection_rules import inflection_of
from l10n.languages.transcription import PIVOT, targets_of
from l10n.names.transcription.conversion import transcribe_native
from l10n.names.transcription.onomasticon import store
from l10n.names.transliteration.house_schemes import transcribe_to

_KINDS = {"person": ("given", "patronymic", "surname"), "place": ("place",)}


def is_certainly_russian(
    spelling: str, native: str, kind: str, languages: Sequence[str], *, is_confirmed: bool = False
) -> bool:
    """Return whether `spelling`, in Latin letters, can only be the Russian name `native`, of a `person` or `place`.

    All of it has to be what one of `languages` writes for it, word by word. A single word of a person has to end as
    Russian surnames do. Where the native form `is_confirmed`, by a translation or by another transcription of it, no
    Russian need be known by the surname.
    """
    words, natives = spelling.split(), native.split()
    if kind not in _KINDS or not words or len(words) != len(natives):
        return False
    if len(words) > 1 and (kind == "place" or fold_key(words[0]) in established_forms().foreign_given_names):
        return False  # of places with several words all are known, or none is
    if len(words) == 1 and kind == "person" and not _ends_as_surname(natives[0]):
        return False
    known = [_is_borne(native_word, kind) for native_word in natives]
    if kind == "person" and len(words) > 1:
        known[-1] = known[-1] or is_confirmed or _ends_as_surname(natives[-1])
    return all(known) and any(
        all(is_transcription(*pair, language) for pair in zip(words, natives, strict=True))
        for language in languages
        if language in targets_of()
    )


def _ends_as_surname(native: str) -> bool:
    return native.casefold().endswith(tuple(inflection_of(PIVOT).surname_endings))


def _is_borne(native: str, kind: str) -> bool:
    """Tell whether Russians, or places in Russia, bear a word; each part of a double one."""
    return all(
        fold_key(part) in established_forms().known
        or any(store.names().weight(known, fold_key(part)) for known in _KINDS[kind])
        for part in native.split("-")
    )


@lru_cache(maxsize=20_000)
def is_transcription(word: str, native: str, language: str) -> bool:
    """Return whether a word is what a language writes for a Russian one, by its house scheme or as an established form.

    Spellings that are only met (Peter for Пётр, Michael for Михаил) are those of other languages just as well.
    """
    lower = word.casefold()
    return lower in (
        transcribe_to(native, language).casefold(),
        transcribe_native(native, language)[0].casefold(),
    )
