"""What is left of documents and locales that are gone: results below `build/`, catalogs below `locales/`."""

from collections.abc import Collection
from dataclasses import dataclass

from l10n.project import Project
from l10n.workflow.store.gone_catalogs import GoneCatalog, gone_catalogs, set_aside
from l10n.workflow.store.lock import one_writer
from l10n.workflow.store.results import (
    GoneResult,
    gone_results,
    record_results,
    recorded_results,
    remove_results,
)
from l10n.workflow.store.sources import find_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftResults:
    """The results whose document or locale is gone, and the names of those that were removed, or would be."""

    gone: tuple[GoneResult, ...]
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftCatalogs:
    """The catalogs whose document or locale is gone, and those of them that were set aside or removed, or would be."""

    gone: tuple[GoneCatalog, ...]
    pruned: tuple[GoneCatalog, ...] = ()


def left_results(project: Project, *, prune: bool = False, save: bool = True) -> LeftResults:
    """Return the results that no document makes any more; with `prune` those that are ours are removed.

    Ours is what `render` has written, as it wrote it. Without `save` nothing is removed. Raises FileError when the disk
    refuses.
    """
    paths = project.paths
    with one_writer(project.root, writes=prune and save):
        names = [file.built_name for file in find_sources(project.source_settings)]
        wanted = {paths.localized_name(name, locale) for name in names for locale in project.locales}
        recorded = recorded_results(project.root)
        gone = gone_results(paths, recorded, wanted)
        removed = tuple(one.name for one in gone if one.is_ours) if prune else ()
        if removed and save:
            remove_results(paths, removed)
            left = {one.name for one in gone}.difference(removed) | wanted
            record_results(project.root, {name: recorded[name] for name in recorded if name in left})
    return LeftResults(gone=gone, removed=removed)


def left_catalogs(
    project: Project, *, renamed: Collection[str] = (), prune: bool = False, save: bool = True
) -> LeftCatalogs:
    """Return the catalogs that belong to no document and locale any more; with `prune` they are set aside.

    `renamed` are domains that another source seems to have taken over: they are left to `migrate`. A catalog without
    translations is removed. Without `save` nothing is touched. Raises FileError when the disk refuses.
    """
    with one_writer(project.root, writes=prune and save):
        domains = {file.domain for file in find_sources(project.source_settings)}
        gone = gone_catalogs(project.paths, domains | set(renamed), project.locales)
        pruned = tuple(one for one in gone if not one.obstacle) if prune else ()
        if save:
            set_aside(project.paths, pruned)
    return LeftCatalogs(gone=gone, pruned=pruned)
