"""`l10n languages`: what is known of each language, and which checks therefore do not run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.checks.registry import CHECKS, can_run
from l10n.languages.cldr import name_of_code
from l10n.languages.language import Capability, Language, known_languages, language
from l10n.languages.tags import language_subtag, locale_problem
from l10n.languages.unknown_locale import unknown_locale
from l10n.workflow.store.configured import project_around


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
    own = () if project is None else (project.source_locale, *project.locales)
    return tuple(language(locale) for locale in wanted or sorted({*known_languages(), *own}))


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReach:
    """A check that has to know something of a language (`needs`), and the `locales` asked for in which it runs."""

    code: str
    needs: Capability
    locales: tuple[str, ...]


def reach_of_checks(locales: Sequence[str]) -> tuple[CheckReach, ...]:
    """Return where each check that needs to know something of a language runs; all others run in every language."""
    return tuple(
        CheckReach(code=code, needs=check.needs, locales=tuple(one for one in locales if can_run(check, one)))
        for code, check in CHECKS.items()
        if check.needs is not None
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
