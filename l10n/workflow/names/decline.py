"""`l10n names decline`: the case forms of names, the registry's own before any rule."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from l10n.configuration import has_configuration
from l10n.languages.grammar import SIX_CASES, Gender, Kind
from l10n.languages.inflection_rules import declining_locales, inflection_of
from l10n.languages.unknown_locale import unknown_locale
from l10n.names.inflection.surface_forms import decline as decline_by_rule
from l10n.names.inflection.surface_forms import forms
from l10n.project import find_project
from l10n.workflow.store.catalogs import open_registry


def decline(
    names: Iterable[str], locale: str, *, kind: Kind | None, gender: Gender | None, folder: Path
) -> tuple[Mapping[str, str | None], ...]:
    """Return for each name its case forms by case; None stands for a form that no rule tells.

    A name that the registry of the project around `folder` has is declined as the registry says. Raises
    ConfigurationError for a locale whose names have no cases, or of which we know none.
    """
    if not inflection_of(locale).declines:
        raise unknown_locale(locale, declining_locales(), who="case forms are known for")
    known = _registered(folder, locale)
    answers: list[Mapping[str, str | None]] = []
    for name in names:
        cases = known.get(name) or decline_by_rule(name, locale, kind=kind, gender=gender)
        answers.append({str(case): cases[case] for case in SIX_CASES})
    return tuple(answers)


def _registered(folder: Path, locale: str) -> Mapping[str, Mapping[str, str | None]]:
    """Return the case forms of the preferred and admitted forms of the registry, where there is a project."""
    if not has_configuration(folder):
        return {}
    project = find_project(folder)
    found: dict[str, Mapping[str, str | None]] = {}
    for entry in open_registry(project).entries:
        here = entry.locales.get(locale)
        for form in (here.preferred, *here.admitted) if here else ():
            surfaces = forms(form, entry, locale)
            found[form] = {case: surfaces.written(case) for case in SIX_CASES}
    return found
