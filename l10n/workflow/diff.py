"""`l10n diff`: what changed for the translators of each locale since a git revision."""

from dataclasses import dataclass

from l10n.catalog import pofile
from l10n.catalog.differences import Difference, differences
from l10n.project import Project
from l10n.workflow.store.catalogs import open_catalogs
from l10n.workflow.store.git import read_revision
from l10n.workflow.store.sources import find_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogDifferences:
    """The differences of one catalog; `name` is its path in the project."""

    name: str
    locale: str
    differences: tuple[Difference, ...]


def diff(project: Project, revision: str, locales: list[str] | None = None) -> tuple[CatalogDifferences, ...]:
    """Return the catalogs that differ from `revision`, with how; those of the working folder are the new ones.

    Raises FileError when git cannot tell, CatalogError when a catalog (now or then) cannot be read.
    """
    chosen = project.chosen_locales(locales)
    opened = open_catalogs(
        project.paths, (file.domain for file in find_sources(project.source_settings)), chosen
    )
    found = []
    for (domain, locale), catalog in opened.items():
        if locale is None or catalog.file is None:
            continue
        then = read_revision(catalog.path, catalog.name, revision)
        old = pofile.read(then, f"{revision}:{catalog.name}").catalog(locale, domain) if then else None
        changed = differences(old.messages if old else (), catalog.catalog.messages)
        if changed:
            found.append(CatalogDifferences(name=catalog.name, locale=locale, differences=changed))
    return tuple(found)
