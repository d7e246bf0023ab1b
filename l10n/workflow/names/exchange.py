"""`l10n names export` and `l10n names import`: the registry to other programs, and back."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from l10n.budgets import hold_toml
from l10n.errors import L10nError, RegistryError, raise_all
from l10n.names import NameEntry, add_entries, export_registry, import_registry
from l10n.project import Project
from l10n.workflow.store.catalogs import open_registry
from l10n.workflow.store.files import Change, apply, changes_only, read_optional
from l10n.workflow.store.lock import one_writer
from l10n.workflow.store.named_file import fitting, read_named


def export_names(project: Project, format_name: str) -> str:
    """Return the registry of the project as the text of a file in that format."""
    return export_registry(open_registry(project), format_name)


def import_names(project: Project, file: Path, format_name: str, *, save: bool = True) -> tuple[Change, ...]:
    """Add to names.toml what `file` has more; return the change. What is there already stays as it is.

    Raises RegistryError for a file that is not in the format, whose entries are wrong, or which spells a name
    of the registry differently: a person has decided that one, and only a person can decide otherwise.
    """
    with one_writer(project.root, writes=save):
        return _import_names(project, file, format_name, save=save)


def _import_names(project: Project, file: Path, format_name: str, *, save: bool) -> tuple[Change, ...]:
    content = read_named(file, file.name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RegistryError("not UTF-8", where=f"{file.name}:{line}") from error
    known = {entry.id: entry for entry in open_registry(project).entries}
    with fitting(file.name):
        found = import_registry(text, file.name, format_name, project.locales).entries
    _refuse_differences(file.name, [entry for entry in found if entry.id in known], known)
    path = project.paths.registry
    before = read_optional(path, project.paths.relative(path))
    after = add_entries((before or b"").decode("utf-8"), [entry for entry in found if entry.id not in known])
    hold_toml(after, path.name)  # a registry that nobody could read again is not written
    changes = changes_only(
        [Change(path=path, name=project.paths.relative(path), before=before, after=after.encode("utf-8"))]
        if before is not None or after
        else []
    )
    if save:
        apply(changes)
    return changes


def _refuse_differences(name: str, again: Sequence[NameEntry], known: dict[str, NameEntry]) -> None:
    errors: list[L10nError] = [
        RegistryError(
            f"{entry.id!r} is in the registry already, and differs",
            where=f"{name}: {entry.id}",
            hint="change the entry in names.toml by hand, or take it out of the file",
        )
        for entry in again
        if replace(entry, line=known[entry.id].line) != known[entry.id]
    ]
    raise_all(errors)
