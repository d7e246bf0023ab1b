"""A name as one locale writes it, written as another does: back to the native name, then into the other locale."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from l10n.languages.established_forms import established_forms, fold_key
from l10n.languages.normal_forms import normalized
from l10n.languages.scripts import is_in_script_of
from l10n.languages.transcription import PIVOT, pivot_word
from l10n.names.transcription.back_transcription import (
    BackTranscription,
    back_transcribe,
    transcription_language,
)
from l10n.names.transcription.respelling import LatinSpelling, has_established_latin_spelling, latin_spellings
from l10n.names.transliteration.house_schemes import transcribe_to

_ESTABLISHED = 0.8  # how sure it is that a name with an established Latin spelling is written so
_PERHAPS = 0.2  # the same of a name that may as well be Russian


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertedName:
    """One way to write a name in the target locale: `form`, the `native` name behind it, a probability (0…1).

    `because` says why, one step each; `guess` marks names whose form is usage of another language.
    """

    form: str
    native: str
    probability: float
    because: tuple[str, ...] = ()
    guess: bool = False


def convert(
    name: str, source: str, target: str, kind: str | None = None, candidates: int = 5
) -> tuple[ConvertedName, ...]:
    """Return up to `candidates` forms of `name` (written as `source` writes) in `target`, best first, each once.

    `kind` is `person`, `place` or None. The probabilities sum to at most 1. A name without a letter of the script
    of `source` comes back unchanged (see `is_convertible`). Raises ConfigurationError for a locale in which names
    cannot be written.
    """
    source, target = transcription_language(source), transcription_language(target)
    text = normalized("NFC", name)
    if not is_in_script_of(text, source):
        return (ConvertedName(form=name, native=name, probability=1.0, because=("no letter of its script",)),)
    if source == target:
        return (ConvertedName(form=text, native=text, probability=1.0, because=("the same locale",)),)
    return _convert(text, source, target, kind, candidates)[: max(candidates, 0)]


def is_convertible(name: str, source: str) -> bool:
    """Return whether `name` has letters in the script of the locale `source`; others pass through unchanged."""
    return is_in_script_of(normalized("NFC", name), transcription_language(source))


@lru_cache(maxsize=2_000)
def _convert(
    text: str, source: str, target: str, kind: str | None, candidates: int
) -> tuple[ConvertedName, ...]:
    readings = back_transcribe(text, source, kind, candidates * 2 + 1)
    merged: dict[str, ConvertedName] = {}
    for reading in readings:
        for form in _forms(reading, text, source, target):
            known = merged.get(form.form)
            if known is None:
                merged[form.form] = form
            else:
                merged[form.form] = replace(known, probability=known.probability + form.probability)
    return tuple(sorted(merged.values(), key=lambda form: (-form.probability, form.form)))


def _forms(reading: BackTranscription, text: str, source: str, target: str) -> list[ConvertedName]:
    if target == PIVOT:
        return [_form(reading, reading.native, ())]
    if reading.guess and source != PIVOT:
        step = f"writing ({target}): not a Russian name, so its own spelling stays"
        return [_form(reading, text, (step,))]
    form, steps = transcribe_native(reading.native, target)
    plain = _form(reading, form, steps)
    if source != PIVOT:
        return [plain]
    if (fold_key(reading.native), target) in established_forms().forms:
        return [plain]
    share, others = (
        (_ESTABLISHED if has_established_latin_spelling(reading.native) else _PERHAPS),
        latin_spellings(reading.native),
    )
    if not others:
        return [plain]
    return [
        replace(plain, probability=plain.probability * (1 - share)),
        *(_respelled(reading, spelling, target, share) for spelling in others),
    ]


def _respelled(
    reading: BackTranscription, spelling: LatinSpelling, target: str, share: float
) -> ConvertedName:
    why = "bearers of this name write" if spelling.is_borne else "names with such letters are spelled"
    step = f"writing ({target}): a guess: {why} {spelling.form}"
    probability = reading.probability * share * spelling.probability
    return _form(replace(reading, probability=probability, guess=True), spelling.form, (step,))


def _form(reading: BackTranscription, form: str, steps: Sequence[str]) -> ConvertedName:
    return ConvertedName(
        form=form,
        native=reading.native,
        probability=reading.probability,
        because=(*reading.because, *steps),
        guess=reading.guess,
    )


@lru_cache(maxsize=4_000)
def transcribe_native(native: str, locale: str) -> tuple[str, tuple[str, ...]]:
    """Return the Russian name as `locale` writes it, and why: an established form first, then the house scheme."""
    forms = established_forms().forms
    whole = forms.get((fold_key(native), locale))
    if whole is not None:
        is_as_known = (
            established_forms().known.get(fold_key(native)) == native
        )  # США: capitals that say nothing
        form = whole if is_as_known else _cased(native, whole)
        return form, (f"writing ({locale}): {native} → {whole}: an established form",)
    steps: list[str] = []

    def written(found: re.Match[str]) -> str:
        word = found[0]
        usual = forms.get((fold_key(word), locale))
        if usual is not None:
            steps.append(f"writing ({locale}): {word} → {usual}: an established form")
            return _cased(word, usual)
        return _by_scheme(word, locale)

    form = pivot_word().sub(written, native)
    return form, (*steps, f"writing ({locale}): scheme house-{locale}")


def _by_scheme(word: str, locale: str) -> str:
    for ending, usual in established_forms().endings.items():
        if locale in usual and word.endswith(ending) and len(word) > len(ending):
            return transcribe_to(word.removesuffix(ending), locale) + usual[locale]
    return transcribe_to(word, locale)


def _cased(pattern: str, form: str) -> str:
    if pattern.islower():
        return form.lower()
    return form.upper() if pattern.isupper() and len(pattern) > 1 else form
