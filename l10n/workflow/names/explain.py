"""`l10n names explain`: what a spelling means, by which steps, and how each locale writes the name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.languages.scripts import is_in_script_of
from l10n.languages.tags import language_subtag
from l10n.languages.transcription import PIVOT, targets_of
from l10n.names import (
    BackTranscription,
    NameEntry,
    Registry,
    back_transcribe,
    compile_lexicon,
    convert,
    find_names,
    transcription_language,
)
from l10n.workflow.store.catalogs import open_registry
from l10n.workflow.store.configured import project_around

_MOST_READINGS = 3
_LEAST_PROBABILITY = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One native name a spelling may stand for: best first, with the form each locale writes."""

    reading: BackTranscription
    locale: str
    forms: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The meanings of a spelling, and the entries of the registry it is a form of, which beat them all."""

    name: str
    decided: tuple[NameEntry, ...]
    meanings: tuple[Meaning, ...]


def explain(name: str, locales: Sequence[str], folder: Path) -> Explanation:
    """Return what `name` means when each of `locales` is asked, with the registry of the project around `folder`.

    Without `locales` those of the project are asked that have a way to write names, or all that have one. Raises
    ConfigurationError for a locale whose way of writing names is not known.
    """
    project = project_around(folder)
    known_locales = (*targets_of(PIVOT), PIVOT)
    ours = known_locales if project is None else project.name_locales
    locales = locales or [locale for locale in ours if language_subtag(locale) in known_locales]
    for locale in locales:
        transcription_language(locale)  # refuses one whose spelling is not known
    registry = Registry(path="") if project is None else open_registry(project)
    lexicon = compile_lexicon(
        registry, sorted({locale for entry in registry.entries for locale in entry.locales})
    )
    decided = dict.fromkeys(found.entry for found in find_names(name, lexicon))
    best: dict[str, tuple[BackTranscription, str]] = {}
    for locale in locales:
        if is_in_script_of(name, locale):
            for reading in back_transcribe(name, locale, candidates=_MOST_READINGS):
                known = best.get(reading.native)
                if known is None or known[0].probability < reading.probability:
                    best[reading.native] = (reading, locale)
    ranked = sorted(best.values(), key=lambda pair: (-pair[0].probability, pair[0].native))
    meanings = [
        Meaning(reading=reading, locale=locale, forms=_forms(name, reading, locales))
        for reading, locale in ranked[:_MOST_READINGS]
        if reading.probability >= _LEAST_PROBABILITY
    ]
    return Explanation(
        name=name, decided=tuple(registry[entry_id] for entry_id in decided), meanings=tuple(meanings)
    )


def _forms(name: str, reading: BackTranscription, locales: Sequence[str]) -> Mapping[str, str]:
    """Return how each locale writes what `name` was read as; a foreign name keeps its spelling in Latin letters."""
    return {
        locale: name
        if reading.guess and is_in_script_of(name, locale)
        else convert(reading.native, PIVOT, locale, None, 1)[0].form
        for locale in locales
    }
