"""Names everybody knows, and words that people are called: what usage and the onomasticon say of a spelling."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from l10n.languages.established_forms import established_forms, fold_key
from l10n.languages.grammar import Kind
from l10n.languages.transcription import PIVOT, has_pivot_letter
from l10n.names.inflection.lemmas import case_forms
from l10n.names.transcription.back_transcription import back_transcribe, nearest_transcription_language
from l10n.names.transcription.onomasticon import store

_BEARERS = 20  # of a word of any origin that is a given name more often than not


def is_known(spelling: str) -> bool:
    """Return whether everybody knows the person or place: it has an established form."""
    return known_place(spelling) is not None or fold_key(spelling) in established_forms().persons


def known_place(spelling: str) -> str | None:
    """Return the Russian name of a place everybody knows, by a name of it in any language, also inflected."""
    key = fold_key(spelling)
    return established_forms().places.get(key) or (
        _inflected_places().get(key) if has_pivot_letter(key) else None
    )


@cache
def _inflected_places() -> Mapping[str, str]:
    """Return each case form of the places everybody knows; made for Russian sources only."""
    natives = dict.fromkeys([*established_forms().places.values(), *_listed_places()])
    return {
        fold_key(form): native for native in natives for form in case_forms(native, PIVOT, Kind.PLACE, None)
    }


def _listed_places() -> Iterable[str]:
    known = established_forms().known
    return (known[key] for key in established_forms().endonyms if key in known)


@lru_cache(maxsize=4_000)
def is_given(word: str, locale: str) -> bool:
    """Return whether a word is a given name, Russian or of other origin."""
    native = fold_key(back_transcribe(word, nearest_transcription_language(locale), candidates=1)[0].native)
    _, bearers = store.known_pairs().native(word.lower())
    return (
        fold_key(word) in established_forms().foreign_given_names
        or native in established_forms().known
        or store.names().weight("given", native) > 0
        or bearers >= _BEARERS
    )


def is_surname(word: str, locale: str) -> bool:
    """Return whether a word is the surname of Russians more often than anything else."""
    best = back_transcribe(word, nearest_transcription_language(locale), candidates=1)[0]
    weights = [store.names().weight(kind, fold_key(best.native)) for kind in ("surname", "given", "place")]
    return not best.guess and weights[0] > max(weights[1:])
