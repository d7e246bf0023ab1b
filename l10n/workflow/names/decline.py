"""`l10n names decline`: the case forms of names, the registry's own before any rule."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from l10n.errors import ConfigurationError
from l10n.languages.grammar import SIX_CASES, Gender, Kind
from l10n.languages.inflection_rules import declining_locales, inflection_of
from l10n.languages.unknown_locale import unknown_locale
from l10n.names import Registry, surface_forms
from l10n.names import decline as decline_by_rule
from l10n.workflow.store.catalogs import open_registry
from l10n.workflow.store.configured import project_around


def decline(
    names: Iterable[str], locale: str | None, *, kind: Kind | None, gender: Gender | None, folder: Path
) -> tuple[Mapping[str, str | None], ...]:
    """Return for each name its case forms by case; None stands for a form that no rule tells.

    Without a locale it is the one whose case forms are known. A name that the registry of the project around `folder`
    has is declined as the registry says. Raises ConfigurationError for a locale whose names have no cases, or of which
    we know none, and where several may be meant.
    """
    project = project_around(folder)
    declining = declining_locales()
    if locale is None and len(declining) > 1:
        hint = f"case forms are known for {', '.join(declining)}"
        raise ConfigurationError("no locale is given", where="--locale", hint=hint)
    locale = locale or declining[0]
    if not inflection_of(locale).declines:
        raise unknown_locale(locale, declining, who="case forms are known for")
    known = {} if project is None else _registered(open_registry(project), locale)
    answers: list[Mapping[str, str | None]] = []
    for name in names:
        cases = known.get(name) or decline_by_rule(name, locale, kind=kind, gender=gender)
        answers.append({str(case): cases[case] for case in SIX_CASES})
    return tuple(answers)


def _registered(registry: Registry, locale: str) -> Mapping[str, Mapping[str, str | None]]:
    """Return the case forms of the preferred and admitted forms of a registry."""
    found: dict[str, Mapping[str, str | None]] = {}
    for entry in registry.entries:
        here = entry.locales.get(locale)
        for form in (here.preferred, *here.admitted) if here else ():
            surfaces = surface_forms(form, entry, locale)
            found[form] = {case: surfaces.written(case) for case in SIX_CASES}
    return found
