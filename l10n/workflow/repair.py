"""`l10n repair`: show the damage in the sources, and repair the files themselves if asked."""

from dataclasses import dataclass

from l10n.model import Location
from l10n.project import Project
from l10n.repair import Repair
from l10n.workflow.store.files import Change, apply, changes_only
from l10n.workflow.store.lock import one_writer
from l10n.workflow.store.sources import read_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairReport:
    """Every repair with its place, and the files that change when they are written."""

    repairs: tuple[tuple[Location, Repair], ...]
    changes: tuple[Change, ...]


def repair(project: Project, *, save: bool = False) -> RepairReport:
    """Return the repairs of all sources; with `save` write the clean texts into the source files."""
    with one_writer(project.root, writes=save):
        return _repair(project, save=save)


def _repair(project: Project, *, save: bool) -> RepairReport:
    sources = read_sources(project.source_settings)
    repairs = [
        placed
        for source in sources
        for placed in zip(source.repair_places(), source.repaired.repairs, strict=True)
    ]
    changes = changes_only(
        Change(
            path=source.file.path,
            name=source.file.name,
            before=source.content,
            after=source.repaired.text.encode(source.encoding),
        )
        for source in sources
    )
    if save:
        apply(changes)
    return RepairReport(repairs=tuple(repairs), changes=changes)
