"""Conversion: a name as one locale writes it, written as another does. Reading first, then writing."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from l10n.names.conventional import conventional, fold_key
from l10n.names.onomasticon import store
from l10n.names.reading import NATIVE, Reading, check_locale, is_in_script, read
from l10n.names.writing import write_native

_WORD = re.compile(r"[\u0400-\u052f]+")
_WESTERN_BEARERS = 5  # of a given name, before its spelling in its own language is proposed
_WESTERN = 0.8  # how sure such a proposal is


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
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
) -> tuple[Form, ...]:
    """Return up to `candidates` forms of `name` (written as `source` writes) in `target`, best first, each once.

    `kind` is `person`, `place` or None. The probabilities sum to at most 1. A name without a letter of the script
    of `source` comes back unchanged (see `is_convertible`). Raises ConfigurationError for a locale in which names
    cannot be written.
    """
    source, target = check_locale(source), check_locale(target)
    text = unicodedata.normalize("NFC", name)
    if not is_in_script(text, source):
        return (Form(form=name, native=name, probability=1.0, because=("no letter of its script",)),)
    if source == target:
        return (Form(form=text, native=text, probability=1.0, because=("the same locale",)),)
    return _convert(text, source, target, kind, candidates)[: max(candidates, 0)]


def is_convertible(name: str, source: str) -> bool:
    """Return whether `name` has letters in the script of the locale `source`; others pass through unchanged."""
    return is_in_script(unicodedata.normalize("NFC", name), check_locale(source))


@lru_cache(maxsize=2_000)
def _convert(text: str, source: str, target: str, kind: str | None, candidates: int) -> tuple[Form, ...]:
    readings = read(text, source, kind, candidates * 2 + 1)
    merged: dict[str, Form] = {}
    for reading in readings:
        for form in _forms(reading, text, source, target):
            known = merged.get(form.form)
            if known is None:
                merged[form.form] = form
            else:
                merged[form.form] = replace(known, probability=known.probability + form.probability)
    return tuple(sorted(merged.values(), key=lambda form: (-form.probability, form.form)))


def _forms(reading: Reading, text: str, source: str, target: str) -> list[Form]:
    if target == NATIVE:
        return [_form(reading, reading.native, ())]
    if reading.guess and source != NATIVE:
        step = f"writing ({target}): not a Russian name, so its own spelling stays"
        return [_form(reading, text, (step,))]
    form, steps = write(reading.native, target)
    plain = _form(reading, form, steps)
    western = _western(reading.native) if source == NATIVE else None
    if western is None or western == form:
        return [plain]
    step = f"writing ({target}): a guess: bearers of this name write {western}"
    guess = _form(replace(reading, probability=reading.probability * _WESTERN, guess=True), western, (step,))
    return [guess, replace(plain, probability=plain.probability * (1 - _WESTERN))]


def _form(reading: Reading, form: str, steps: Sequence[str]) -> Form:
    return Form(
        form=form,
        native=reading.native,
        probability=reading.probability,
        because=(*reading.because, *steps),
        guess=reading.guess,
    )


@lru_cache(maxsize=4_000)
def write(native: str, locale: str) -> tuple[str, tuple[str, ...]]:
    """Return the Russian name as `locale` writes it, and why: a conventional form first, then the house scheme."""
    forms = conventional().forms
    whole = forms.get((fold_key(native), locale))
    if whole is not None:
        is_as_known = conventional().known.get(fold_key(native)) == native  # США: capitals that say nothing
        form = whole if is_as_known else _cased(native, whole)
        return form, (f"writing ({locale}): {native} → {whole}: a conventional form",)
    steps: list[str] = []

    def written(found: re.Match[str]) -> str:
        word = found[0]
        usual = forms.get((fold_key(word), locale))
        if usual is not None:
            steps.append(f"writing ({locale}): {word} → {usual}: a conventional form")
            return _cased(word, usual)
        return _by_scheme(word, locale)

    form = _WORD.sub(written, native)
    return form, (*steps, f"writing ({locale}): scheme house-{locale}")


def _by_scheme(word: str, locale: str) -> str:
    for ending, usual in conventional().endings.items():
        if locale in usual and word.endswith(ending) and len(word) > len(ending):
            return write_native(word.removesuffix(ending), locale) + usual[locale]
    return write_native(word, locale)


def _cased(pattern: str, form: str) -> str:
    if pattern.islower():
        return form.lower()
    return form.upper() if pattern.isupper() and len(pattern) > 1 else form


@cache
def _bearers_spelling() -> dict[str, tuple[str, int]]:
    """Return native → the Latin spelling most of its bearers have, and how many they are."""
    found: dict[str, tuple[str, int]] = {}
    for latin, (native, bearers) in store.known_pairs().items():
        count = int(bearers)
        if count > found.get(native, ("", 0))[1]:
            found[native] = (latin, count)
    return found


def _western(native: str) -> str | None:
    """Return the Latin spelling of a name whose bearers are not Russian, or None: John for Джон, not Ivan."""
    words = list(_WORD.finditer(native))
    if not words or not _is_western(words[0][0]):
        return None
    spellings = _bearers_spelling()

    def spelled(found: re.Match[str]) -> str:
        word = found[0]
        latin = spellings.get(word.lower(), (write_native(word.lower(), "en"), 0))[0]
        return (
            latin.upper() if word.isupper() and len(word) > 1 else latin if word.islower() else latin.title()
        )

    return _WORD.sub(spelled, native)


def _is_western(word: str) -> bool:
    lower = word.lower()
    latin, count = _bearers_spelling().get(lower, ("", 0))
    if count < _WESTERN_BEARERS or not latin.isascii() or fold_key(lower) in conventional().known:
        return False
    as_russian = write_native(lower, "en")
    borne = store.known_pairs().get(as_russian, ("", "0"))
    return latin != as_russian and not (borne[0] == lower and int(borne[1]) * 10 >= count)
