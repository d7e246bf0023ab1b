"""Each catalog as it was after the last `l10n extract`, kept beside the repository (`state`).

A catalog that is cut off at the end of an entry, or badly merged, is a valid file. Only what was there before tells
that translations are missing, and an update would make them missing for good.
"""

import contextlib
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from l10n.catalog.catalog import Message
from l10n.catalog.conservation import shortened, vanished
from l10n.errors import CatalogError, FileError
from l10n.workflow.store.catalogs import OpenCatalog
from l10n.workflow.store.directories import remove_folder
from l10n.workflow.store.files import Change, apply, apply_groups, changes_only, read_optional
from l10n.workflow.store.git import follows, head_commit, read_revision
from l10n.workflow.store.state_folder import git_folder, state_folder

_HEAD, _ROOT = "commit", "project"
_KEPT_DAYS = 30  # the state of a project that is no longer there


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Translations that a catalog had at the last extract and has no longer; `copy` is the file that has them."""

    messages: tuple[Message, ...]
    copy: Path

    @property
    def what(self) -> str:
        """What is to be said about it, in one sentence."""
        number = len(self.messages)
        return f"{number} translation{'' if number == 1 else 's'} vanished since the last `l10n extract`"

    @property
    def why(self) -> str:
        """Which translation is missing, for example."""
        text = " ".join(self.messages[0].msgid.split())
        return f"for example of “{text if len(text) <= 48 else text[:47] + '…'}”; the file may be cut or badly merged"

    def hint(self, name: str) -> str:
        """Return the way back for the catalog with this name."""
        return f"the catalog as it was is {self.copy}: copy it to {name}, or take it from git"


def snapshots_folder(root: Path) -> Path:
    """Return the folder where the last known state of the catalogs is kept: `<locale>/<domain>.po`."""
    return state_folder(root) / "catalogs"


def loss_of(root: Path, catalog: OpenCatalog, snapshots: Path) -> Loss | None:
    """Return what a catalog has lost since it was last known; None for nothing, and for one that is not there.

    `snapshots` is the folder of the last known states (`snapshots_folder`).

    Whoever has checked out another revision has lost nothing: then the catalog is held against that revision.
    """
    if catalog.content is None:
        return None
    copy = snapshots / (catalog.locale or "") / f"{catalog.domain}.po"
    try:
        known = read_optional(copy, str(copy))
    except FileError:
        return None
    lost = _lost(known, catalog)
    if lost and (then := _checked_out(root, catalog)) is not None:
        lost = _lost(then, catalog)
    return Loss(messages=lost, copy=copy) if lost else None


def _lost(known: bytes | None, catalog: OpenCatalog) -> tuple[Message, ...]:
    if known is None or known == catalog.content:
        return ()
    from l10n.catalog import pofile

    try:
        before = pofile.read(known, catalog.name).messages
    except CatalogError:
        return ()  # not what we have written: no witness
    now = catalog.catalog.messages
    # Nobody edits a file into the exact beginning of what it was.
    is_cut = known.startswith(catalog.content or b"")
    return vanished(before, now) or (shortened(before, now) if is_cut else ())


def _checked_out(root: Path, catalog: OpenCatalog) -> bytes | None:
    """Return the catalog of the current revision, when that does not follow the one the state is of; else None."""
    if git_folder(root) is None:
        return None
    recorded = read_optional(state_folder(root) / _HEAD, _HEAD) or b""
    try:
        current = head_commit(root)
        if not recorded or follows(root, current, recorded.decode("ascii", "replace")):
            return None
        return read_revision(catalog.path, catalog.name, "HEAD") or b""
    except FileError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A catalog after an extract, and what it was before."""

    domain: str
    locale: str
    before: bytes | None
    after: bytes


def record(root: Path, catalogs: Iterable[Saved], *, set_aside: bool) -> tuple[Path, ...]:
    """Keep the contents of catalogs as their last known state; return the older snapshots that were set aside.

    A copy is set aside (`….po.old`) when its translations are not in the new state: with `set_aside`, which is when
    somebody agreed to lose some, and for a catalog that was deleted. A new catalog has nothing to lose yet. A state
    that cannot be written is none: that stops nobody's work, nor does anybody wait until the disk holds it.
    """
    snapshots = snapshots_folder(root)
    kept: list[Change] = []
    aside: list[Path] = []
    try:
        for saved in catalogs:
            copy = snapshots / saved.locale / f"{saved.domain}.po"
            known = read_optional(copy, str(copy))
            if known is None and saved.before is None:
                continue
            asks = known not in (None, saved.after) and (set_aside or saved.before is None)
            if asks and known is not None and _was_more(known, saved.after):
                aside.append(copy.with_name(f"{copy.name}.old"))
                kept.append(_change(aside[-1], known))
            kept.append(Change(path=copy, name=str(copy), before=known, after=saved.after))
    except FileError:
        return ()
    (refused,) = apply_groups([changes_only(kept)], is_lasting=False)
    return () if refused else tuple(aside)


def note_project(root: Path) -> None:
    """Note beside the last known state whose it is, and of which revision; what cannot be written is left out."""
    folder = state_folder(root)
    is_new = not os.path.exists(folder / _ROOT)  # noqa: PTH110  # False, and no error, where nobody may look
    with contextlib.suppress(FileError):
        noted = [_change(folder / _ROOT, os.fsencode(root))]
        with contextlib.suppress(FileError):
            if git_folder(root) is not None:
                noted.append(_change(folder / _HEAD, head_commit(root).encode()))
        apply(changes_only(noted))
        if is_new:
            _prune(folder)


def _was_more(known: bytes, now: bytes) -> bool:
    from l10n.catalog import pofile

    try:
        return bool(vanished(pofile.read(known, "known").messages, pofile.read(now, "now").messages))
    except CatalogError:
        return False


def _change(path: Path, content: bytes) -> Change:
    return Change(path=path, name=str(path), before=read_optional(path, str(path)), after=content)


def _prune(own: Path) -> None:
    """Remove the states of projects that have been gone for long."""
    oldest = time.time() - _KEPT_DAYS * 86_400
    for folder in own.parent.iterdir():
        with contextlib.suppress(OSError):
            project = Path(os.fsdecode((folder / _ROOT).read_bytes()))
            if folder != own and not project.exists() and (folder / _ROOT).stat().st_mtime < oldest:
                remove_folder(folder)
