"""`l10n status`: how far each document is in each locale."""

from dataclasses import dataclass

from l10n.catalog.statistics import Statistics
from l10n.errors import L10nError, raise_all
from l10n.project import Project
from l10n.workflow.per_document.statistics import statistics_of
from l10n.workflow.store.catalogs import open_catalog
from l10n.workflow.store.sources import find_sources, read_source


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentStatus:
    """One document in one locale, measured against the source as it is now."""

    domain: str
    locale: str
    statistics: Statistics


def status(project: Project, locales: list[str] | None = None) -> tuple[DocumentStatus, ...]:
    """Return the state of every document in the chosen locales (None: all), by locale, then by domain.

    A text that `l10n extract` has not taken up yet counts as untranslated. Raises L10nError, for all of them at once,
    when a source or a catalog cannot be read.
    """
    rows: dict[str, list[DocumentStatus]] = {locale: [] for locale in project.chosen_locales(locales)}
    errors: list[L10nError] = []
    for file in find_sources(project.source_settings):
        try:
            source = read_source(project.source_settings, file)
        except L10nError as error:
            errors.append(error)
            continue
        for locale, known in rows.items():
            try:
                measured = statistics_of(source, open_catalog(project.paths, file.domain, locale))
            except L10nError as error:
                errors.append(error)
            else:
                known.append(DocumentStatus(domain=file.domain, locale=locale, statistics=measured))
    raise_all(errors)
    return tuple(row for known in rows.values() for row in known)
