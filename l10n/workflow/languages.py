"""`l10n languages`: what is known of each language, and which checks therefore do not run."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from l10n.checks.registry import CHECKS, can_run
from l10n.errors import RegistryError, did_you_mean
from l10n.languages.cldr import name_of_code
from l10n.languages.established_forms import established_forms
from l10n.languages.fact_tables import fact_table
from l10n.languages.inflection_rules import inflection_of
from l10n.languages.language import Language, known_languages, language
from l10n.languages.packs import files_in_use
from l10n.languages.prose_tables import prose_table
from l10n.languages.tags import language_subtag, locale_problem
from l10n.languages.typography_tables import typography_table
from l10n.languages.unknown_locale import unknown_locale
from l10n.names import government_of, person_rules, read_scheme
from l10n.repair.word_rules import word_rules
from l10n.workflow.store.configured import project_around

# What reads each file of a pack, by the language
_READERS: Mapping[str, Callable[[str], object]] = {
    "facts": fact_table,
    "typography": typography_table,
    "prose": prose_table,
    "inflection": inflection_of,
    "government": government_of,
    "persons": person_rules,
    "apostrophes": word_rules,
}
_OTHERS = ("established_forms", "back_transcription")


def languages(folder: Path, wanted: Sequence[str] = ()) -> tuple[Language, ...]:
    """Return what is known of the `wanted` locales; of every language with a pack and those of the project, for none.

    Packs of the project around `folder` count. Raises ConfigurationError for what is no locale, and RegistryError for
    a pack that cannot be read.
    """
    project = project_around(folder)
    for locale in wanted:
        if locale_problem(locale) or not (
            language_subtag(locale) in known_languages() or name_of_code(locale)
        ):
            raise unknown_locale(locale, known_languages(), who="packs of languages are there for")
    _read_packs_in_use()
    own = () if project is None else (project.source_locale, *project.locales)
    return tuple(language(locale) for locale in wanted or sorted({*known_languages(), *own}))


def _read_packs_in_use() -> None:
    """Read every file of the project's own packs, so that a mistake is found when it is looked for."""
    established_forms()
    for path in files_in_use():
        tag, name = path.parent.name, path.stem
        if name.startswith("from-"):
            read_scheme(path.read_text(encoding="utf-8"), f"languages/{tag}/{path.name}")
        elif name in _READERS:
            _READERS[name](tag)
        elif name not in _OTHERS:
            known = (*_READERS, *_OTHERS, "from-…")
            hint = did_you_mean(name, known) or f"known are: {', '.join(known)}"
            raise RegistryError(
                "no language has such a file", where=f"languages/{tag}/{path.name}", hint=hint
            )


def silent_checks(
    locales: Sequence[str], codes: Sequence[str] = tuple(CHECKS)
) -> Mapping[str, Mapping[str, str]]:
    """Return locale → code of a check that does not run there → the capability it lacks."""
    return {
        locale: {
            code: str(CHECKS[code].needs)
            for code in codes
            if code in CHECKS and not can_run(CHECKS[code], locale)
        }
        for locale in locales
    }
