"""Each catalog as it was after the last `l10n extract`, kept beside the repository (`state`).

A catalog that is cut off at the end of an entry, or badly merged, is a valid file. Only what was there before tells
that translations are missing, and an update would make them missing for good.
"""

import contextlib
import os
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from l10n.catalog.catalog import Message, MessageKey
from l10n.catalog.conservation import shortened, vanished
from l10n.errors import CatalogError, FileError
from l10n.workflow.store.catalogs import OpenCatalog
from l10n.workflow.store.directories import remove_folder
from l10n.workflow.store.files import Change, apply, apply_groups, changes_only, read_optional
from l10n.workflow.store.state.restorations import content_of_git, note_states_of_git, was_put_back
from l10n.workflow.store.state_folder import state_folder

_ROOT = "project"
_MOST_ASIDE = 9  # copies of a catalog, each of which has translations that it lost
_KEPT_DAYS = 30  # the state of a project that is no longer there


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Translations that a catalog had at the last extract and has no longer; `copy` is the file that has them.

    It `is_put_back` when git has set the catalog to a state it had: then nobody is to be alarmed.
    """

    messages: tuple[Message, ...]
    copy: Path
    is_put_back: bool = False

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


def loss_of(
    root: Path, catalog: OpenCatalog, snapshots: Path, wanted: Collection[MessageKey] | None = None
) -> Loss | None:
    """Return what a catalog has lost since it was last known; None for nothing, and for one that is not there.

    `snapshots` is the folder of the last known states (`snapshots_folder`), `wanted` what its source holds, if known.

    Whoever has git set the catalog back, or has checked out another revision, has lost nothing (`restorations`): then
    it `is_put_back`, or is held against that revision.
    """
    if catalog.content is None:
        return None
    copy = snapshots / (catalog.locale or "") / f"{catalog.domain}.po"
    try:
        known = read_optional(copy, str(copy))
    except FileError:
        return None
    lost = _lost(known, catalog, wanted)
    if not lost:
        return None
    is_in_step = wanted is not None and not any(message.key in wanted for message in lost)
    if was_put_back(root, catalog.path, catalog.content, is_in_step=is_in_step, since=copy):
        return Loss(messages=lost, copy=copy, is_put_back=True)
    if (then := content_of_git(root, catalog.path, catalog.name, catalog.content)) is not None:
        still = _lost(then, catalog, wanted)
        return Loss(messages=still or lost, copy=copy, is_put_back=not still)
    return Loss(messages=lost, copy=copy)


def _lost(
    known: bytes | None, catalog: OpenCatalog, wanted: Collection[MessageKey] | None
) -> tuple[Message, ...]:
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
    return vanished(before, now, wanted) or (shortened(before, now, wanted) if is_cut else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A catalog after an extract, and what it was before; `is_put_back` when git had set it back until then."""

    domain: str
    locale: str
    before: bytes | None
    after: bytes
    is_put_back: bool = False


def record(root: Path, catalogs: Iterable[Saved], *, set_aside: bool) -> tuple[Path, ...]:
    """Keep the contents of catalogs as their last known state; return the older snapshots that were set aside.

    A copy is set aside (`….po.old`) when its translations are not in the new state: with `set_aside`, which is when
    somebody agreed to lose some, for a catalog that was deleted, and for one that git has put back. The last nine are
    kept. A new catalog has nothing to lose yet. A state that cannot be written is none: that stops nobody's work, nor
    does anybody wait until the disk holds it.
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
            if known is not None and (saved.is_put_back or (asks and _was_more(known, saved.after))):
                old = _place_aside(copy, known)
                aside.append(old)
                kept.append(_change(old, known))
            kept.append(Change(path=copy, name=str(copy), before=known, after=saved.after))
    except FileError:
        return ()
    (refused,) = apply_groups([changes_only(kept)], is_lasting=False)
    return () if refused else tuple(aside)


def _place_aside(copy: Path, content: bytes) -> Path:
    """Return where a copy is set aside: where it is already, where none is, or in place of the oldest."""
    names = (f"{copy.name}.old", *(f"{copy.name}.old.{number}" for number in range(2, _MOST_ASIDE + 1)))
    places = [copy.with_name(name) for name in names]
    known = {place: read_optional(place, str(place)) for place in places}
    free = next((place for place in places if known[place] in (content, None)), None)
    return free or min(places, key=lambda place: place.stat().st_mtime_ns)


def note_project(root: Path, *, is_clean: bool) -> None:
    """Note beside the last known state whose it is, and of which revision; what cannot be written is left out.

    An extract `is_clean` when it went over all documents and nothing was wrong with any.
    """
    folder = state_folder(root)
    is_new = not os.path.exists(folder / _ROOT)  # noqa: PTH110  # False, and no error, where nobody may look
    with contextlib.suppress(FileError):
        apply(changes_only([_change(folder / _ROOT, os.fsencode(root))]))
        with contextlib.suppress(FileError):
            note_states_of_git(root, is_clean=is_clean)
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
