"""A person's decision about a name a machine has proposed: it is approved, or leaves the registry."""

from l10n.errors import FileError, RegistryError
from l10n.names import EntryStatus, approve_entry, read_registry, remove_entry
from l10n.project import Project
from l10n.workflow.store.files import Change, apply, read_optional
from l10n.workflow.store.lock import one_writer


def decide_name(project: Project, entry_id: str, *, accept: bool) -> Change:
    """Make a proposed entry of names.toml a decided one, or take it out; return what was written.

    Everything else in the file stays as it is. Raises RegistryError when there is no such proposal.
    """
    with one_writer(project.root):
        return _decide(project, entry_id, accept=accept)


def _decide(project: Project, entry_id: str, *, accept: bool) -> Change:
    path, name = project.paths.registry, project.paths.relative(project.paths.registry)
    before = read_optional(path, name)
    if before is None:
        raise FileError("there is no such file", where=name)
    text = before.decode("utf-8")
    registry = read_registry(text, name, project.locales)
    entry = next((entry for entry in registry.entries if entry.id == entry_id), None)
    if entry is None or entry.status is not EntryStatus.PROPOSED:
        raise RegistryError(
            f"no name {entry_id!r} is proposed", where=name, hint="it may have been decided on already"
        )
    after = (approve_entry if accept else remove_entry)(text, registry, entry)
    found = {one.id: one.status for one in read_registry(after, name, project.locales).entries}
    wanted = {one.id: one.status for one in registry.entries}
    wanted |= {entry_id: EntryStatus.APPROVED}
    if not accept:
        del wanted[entry_id]
    if found != wanted:
        raise RegistryError(
            "this entry cannot be changed safely", where=f"{name}:{entry.line}", hint="edit the file by hand"
        )
    change = Change(path=path, name=name, before=before, after=after.encode("utf-8"))
    apply([change])
    return change
