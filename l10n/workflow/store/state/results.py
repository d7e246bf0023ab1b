"""What `l10n render` has written below `build/`, as it was (`state_folder`): only of that do we know that it is ours.

Somebody else may have files there, too. What is not in this record, or has changed since, is nobody's to remove.
"""

import contextlib
import json
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.budgets import read_json
from l10n.errors import BudgetError, FileError
from l10n.settings import ProjectPaths
from l10n.workflow.store.directories import remove, remove_empty
from l10n.workflow.store.files import Change, apply_groups, changes_only, read_optional
from l10n.workflow.store.state.run_cache import digest_of
from l10n.workflow.store.state_folder import state_folder

_RECORD = "results.json"
_BUILD = "build"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneResult:
    """A result whose document or locale is gone; `is_ours` while it is as it was written, and no link is on its way."""

    name: str
    is_ours: bool


def recorded_results(root: Path) -> dict[str, str]:
    """Return the digest of each result that was written, by its name; {} for a record that is not whole."""
    path = state_folder(root) / _RECORD
    with contextlib.suppress(FileError, ValueError, BudgetError):
        known = read_json((read_optional(path, str(path)) or b"{}").decode("utf-8", "surrogatepass"), _RECORD)
        if isinstance(known, dict):
            return {name: digest for name, digest in known.items() if isinstance(digest, str)}
    return {}


def record_results(root: Path, results: Mapping[str, str]) -> None:
    """Keep the record; one that cannot be written is none: that stops nobody's work."""
    path = state_folder(root) / _RECORD
    with contextlib.suppress(FileError):
        text = json.dumps(dict(sorted(results.items())), ensure_ascii=False, separators=(",", ":"))
        after = text.encode("utf-8", "surrogatepass")
        change = Change(path=path, name=str(path), before=read_optional(path, str(path)), after=after)
        apply_groups([changes_only([change])], is_lasting=False)


def gone_results(
    paths: ProjectPaths, recorded: Mapping[str, str], wanted: Collection[str]
) -> tuple[GoneResult, ...]:
    """Return the recorded results that are still there, and that nothing makes any more: `wanted` are those it does."""
    found = []
    for name, digest in sorted(recorded.items()):
        if name in wanted or not name.startswith(f"{_BUILD}/") or ".." in name.split("/"):
            continue
        if os.path.lexists(paths.root / name):
            found.append(GoneResult(name=name, is_ours=_is_as_written(paths, name, digest)))
    return tuple(found)


def _is_as_written(paths: ProjectPaths, name: str, digest: str) -> bool:
    path = paths.root / name
    way = [path, *(folder for folder in path.parents if folder.is_relative_to(paths.root / _BUILD))]
    if any(os.path.islink(one) for one in way):  # noqa: PTH114  # False, and no error, where nobody may look
        return False
    try:
        return digest_of(read_optional(path, name, most=paths.most_bytes)) == digest
    except FileError:
        return False


def remove_results(paths: ProjectPaths, names: Sequence[str]) -> None:
    """Remove results, and the folders that are empty then. Raises FileError when the disk refuses."""
    for name in names:
        remove([paths.root / name], name)
    remove_empty({(paths.root / name).parent for name in names}, paths.root / _BUILD)
