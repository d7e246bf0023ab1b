"""`l10n names find`: names in sources and catalogs that the registry does not have, as entries to decide on."""

from dataclasses import dataclass

from l10n.errors import raise_all
from l10n.names.proposals import Proposal, propose
from l10n.names.registry import read_registry
from l10n.names.registry_text import with_entries
from l10n.project import Project
from l10n.workflow.files import Change, apply, changes_only, read_optional
from l10n.workflow.locking import one_writer
from l10n.workflow.subjects import open_project


@dataclass(frozen=True, slots=True, kw_only=True)
class FindReport:
    """The proposals, and what adding them changes in the registry."""

    proposals: tuple[Proposal, ...]
    changes: tuple[Change, ...]


def find_names(project: Project, *, least: float, add: bool, save: bool = True) -> FindReport:
    """Return an entry for each name that is not registered; with `add` they are the changes of names.toml.

    With `save=False` nothing is written. Entries are added at the end; what is there already stays as it is.
    Raises L10nError when a source, a catalog or the registry cannot be read.
    """
    with one_writer(project.root, writes=add and save):
        return _find_names(project, least=least, add=add, save=save)


def _find_names(project: Project, *, least: float, add: bool, save: bool) -> FindReport:
    opened = open_project(project)
    raise_all(opened.errors)
    found = propose(opened.passages(), project.source_locale, project.locales, opened.lexicon, least)
    if not add or not found:
        return FindReport(proposals=found, changes=())
    path, name = project.registry_path, project.relative(project.registry_path)
    before = read_optional(path, name)
    after = with_entries((before or b"").decode("utf-8"), [proposal.entry for proposal in found])
    read_registry(after, name, project.locales)  # what could not be read again is never written
    changes = changes_only([Change(path=path, name=name, before=before, after=after.encode("utf-8"))])
    if save:
        apply(changes)
    return FindReport(proposals=found, changes=changes)
