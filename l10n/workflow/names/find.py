"""`l10n names find`: names in sources and catalogs that nobody has decided on, as entries to decide on."""

from dataclasses import dataclass, replace

from l10n.errors import RegistryError, raise_all
from l10n.names import (
    EntryStatus,
    LocaleForms,
    MergedProposals,
    NameEntry,
    Proposal,
    Registry,
    add_entries,
    change_entries,
    compile_lexicon,
    merge_proposals,
    propose_entries,
    propose_forms,
    read_registry,
)
from l10n.project import Project
from l10n.workflow.per_document.open_project import open_project
from l10n.workflow.store.files import Change, apply, changes_only, read_optional
from l10n.workflow.store.lock import one_writer


@dataclass(frozen=True, slots=True, kw_only=True)
class FindReport:
    """The `proposals` names.toml does not have yet, those it has as `undecided`, and the `forms` that decided entries
    lack, by entry and locale; `revised` are undecided entries as they become, `changes` is what adding all of it
    changes in the registry.

    A proposal that is undecided has the entry of names.toml.
    """

    proposals: tuple[Proposal, ...]
    undecided: tuple[Proposal, ...]
    revised: tuple[NameEntry, ...]
    forms: dict[str, dict[str, LocaleForms]]
    changes: tuple[Change, ...]


def find_names(project: Project, *, least: float, add: bool, save: bool = True) -> FindReport:
    """Return an entry for each name nobody has decided on; with `add` they are the changes of names.toml.

    With `save=False` nothing is written. New entries are added at the end; what is decided stays as it is, and gets a
    proposed form for each locale it lacks; of what is only proposed, guesses give way to what translations have.
    Law: adding again changes nothing. Raises L10nError when a source, a catalog or the registry cannot be read.
    """
    with one_writer(project.root, writes=add and save):
        return _find_names(project, least=least, add=add, save=save)


def _find_names(project: Project, *, least: float, add: bool, save: bool) -> FindReport:
    opened = open_project(project)
    raise_all(opened.errors)
    registry = opened.lexicon.registry
    decided = tuple(entry for entry in registry.entries if entry.status is EntryStatus.APPROVED)
    lexicon = compile_lexicon(replace(registry, entries=decided), project.name_locales)
    passages = opened.passages()
    found = propose_entries(passages, project.source_locale, project.name_locales, lexicon, least)
    merged = merge_proposals(registry, found)
    forms = propose_forms(passages, project.source_locale, project.name_locales, lexicon)
    changes = _changes(project, registry, merged, forms) if add else ()
    if save:
        apply(changes)
    known = (replace(one, entry=registry[entry]) for entry, one in merged.known.items())
    return FindReport(
        proposals=merged.added, undecided=tuple(known), revised=merged.revised, forms=forms, changes=changes
    )


def _changes(
    project: Project, registry: Registry, merged: MergedProposals, forms: dict[str, dict[str, LocaleForms]]
) -> tuple[Change, ...]:
    path, name = project.paths.registry, project.paths.relative(project.paths.registry)
    before = read_optional(path, name)
    text = (before or b"").decode("utf-8")
    text = change_entries(text, registry, merged.revised, forms)
    text = add_entries(text, [proposal.entry for proposal in merged.added])
    _refuse_harm(
        registry, read_registry(text, name, project.locales)
    )  # what could not be read is never written
    after = text.encode("utf-8") if text or before is not None else None
    if after is None:
        return ()
    return changes_only([Change(path=path, name=name, before=before, after=after)])


def _refuse_harm(before: Registry, after: Registry) -> None:
    """Raise RegistryError when an entry is gone, or when anything decided is not what it was."""
    known = {entry.id: _decided_part(entry) for entry in after.entries}
    for entry in before.entries:
        was, now = _decided_part(entry), known.get(entry.id)
        if now is None or (entry.status is EntryStatus.APPROVED and now != was):
            raise RegistryError(
                f"{entry.id} cannot be kept as it is when proposals are added",
                where=f"{before.path}:{entry.line}",
                hint="write each entry below a line [[name]], then try again",
            )


def _decided_part(entry: NameEntry) -> NameEntry:
    """Return an entry without the forms that are only proposed, and without its place in the file."""
    decided = {
        locale: forms for locale, forms in entry.locales.items() if forms.status is EntryStatus.APPROVED
    }
    return replace(entry, locales=decided, line=1)
