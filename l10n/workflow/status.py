"""`l10n status`: how far each document is in each locale."""

from dataclasses import dataclass

from l10n.catalog.statistics import Statistics
from l10n.project import Project
from l10n.workflow.catalogs import open_catalogs
from l10n.workflow.sources import by_domain, read_sources
from l10n.workflow.statistics import statistics_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentStatus:
    """One document in one locale, measured against the source as it is now."""

    domain: str
    locale: str
    statistics: Statistics


def status(project: Project, locales: list[str] | None = None) -> tuple[DocumentStatus, ...]:
    """Return the state of every document in the chosen locales (None: all), by locale, then by domain.

    A text that `l10n extract` has not taken up yet counts as untranslated.
    """
    chosen = project.chosen_locales(locales)
    sources = by_domain(read_sources(project))
    opened = open_catalogs(project, sources, chosen)
    rows: list[DocumentStatus] = []
    for locale in chosen:
        for domain, source in sources.items():
            measured = statistics_of(source, opened[domain, locale])
            rows.append(DocumentStatus(domain=domain, locale=locale, statistics=measured))
    return tuple(rows)
