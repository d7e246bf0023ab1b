"""What git has put back: a working tree that is set to a state git had is no lost translation.

`git restore`, `git stash`, `git checkout REVISION -- FILE`, `git reset --hard`, `git switch` and an aborted merge or
rebase leave a file exactly as git had it before the last extract at which nothing was wrong. Whatever damages a file
leaves it as git never had it, or as git got it afterwards, when somebody commits the damage. An editor that saves an
old buffer may write what git had, but then not git has written it. Git is trusted, as `SECURITY.md` says; where it is
not there, or does not answer, nothing was put back.
"""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from l10n.errors import FileError
from l10n.workflow.store.files import Change, apply, changes_only, read_optional
from l10n.workflow.store.git import (
    blob_of,
    committed_blob,
    follows,
    has_been,
    has_merged_since,
    head_commit,
    is_committed_here,
    is_untouched,
    object_time,
    read_revision,
    staged_blob,
    tips,
)
from l10n.workflow.store.state.run_cache import digest_of
from l10n.workflow.store.state_folder import git_folder, state_folder

_HEAD = "commit"  # at the last extract
_TIPS = "git"  # what git had at the last extract at which nothing was wrong
_REFUSED = "refused"  # the contents that were taken for losses
_MOST_REFUSED = 1_000


def was_put_back(
    root: Path, path: Path, content: bytes, *, is_in_step: bool, since: Path | None = None
) -> bool:
    """Whether git has given a file this content, out of what it had at the last extract at which nothing was wrong.

    A content that was refused as a loss stays one, until somebody agrees to it, and so does one that came with a merge
    since. What git has staged counts when it was staged before the file `since` was written, and when nobody else has
    written the file; with `is_in_step`, when what goes with the file is as old, who has written it is not asked:
    `git restore --source` does not note that it was git.
    """
    earlier = _lines(root, _TIPS)
    if git_folder(root) is None or not earlier or digest_of(content) in _lines(root, _REFUSED):
        return False
    file = Path(os.path.realpath(path))
    try:
        if has_merged_since(root, earlier):
            return False
        blob = blob_of(file, content)
        is_staged = blob == staged_blob(file)
        if is_staged and not is_in_step and not is_untouched(file):
            return False
        return has_been(file, blob, earlier) or (is_staged and _is_older(file, blob, since))
    except FileError:
        return False


def _is_older(path: Path, blob: str, since: Path | None) -> bool:
    staged = object_time(path, blob)
    try:
        return since is not None and staged is not None and staged < since.stat().st_mtime_ns
    except OSError:
        return False


def content_of_git(root: Path, path: Path, name: str, content: bytes) -> bytes | None:
    """Return what a catalog is to be held against where not the last extract, but git says what it was; else None.

    That is what the current commit has, where it does not follow that of the last extract; and what the commit of the
    last extract had, where git has brought the file of a later commit that nobody has made in this working tree.
    None as well for a content that was refused as a loss.
    """
    if git_folder(root) is None or digest_of(content) in _lines(root, _REFUSED):
        return None
    recorded, earlier = _lines(root, _HEAD)[:1], _lines(root, _TIPS)[:1]
    try:
        current = head_commit(root)
        if recorded and not follows(root, current, recorded[0]):
            return read_revision(path, name, "HEAD") or b""
        if not earlier or earlier[0] == current or not follows(root, current, earlier[0]):
            return None
        file = Path(os.path.realpath(path))
        is_brought = blob_of(file, content) == committed_blob(file) and is_untouched(file)
        if (
            not is_brought
            or digest_of(content) in _lines(root, _REFUSED)
            or is_committed_here(file, earlier[0])
        ):
            return None
        return read_revision(path, name, earlier[0]) or b""
    except FileError:
        return None


def note_states_of_git(root: Path, *, is_clean: bool) -> None:
    """Note which commit an extract was made at, and after one at which nothing was wrong also what git has.

    Raises FileError when the disk refuses, or git does not answer.
    """
    if git_folder(root) is None:
        return
    known = tips(root) if is_clean else (head_commit(root),)
    _note(root, _HEAD, known[:1])
    if is_clean:
        _note(root, _TIPS, known)


def note_refused(root: Path, contents: Iterable[str]) -> None:
    """Note the digests of contents that were refused as losses; what cannot be written is left out."""
    new = tuple(contents)
    if new and git_folder(root) is not None:
        with contextlib.suppress(FileError):
            known = dict.fromkeys((*_lines(root, _REFUSED), *new))
            _note(root, _REFUSED, tuple(known)[-_MOST_REFUSED:])


def note_agreed(root: Path, contents: Iterable[str]) -> None:
    """Forget that contents with these digests were refused: somebody has agreed to them."""
    if known := _lines(root, _REFUSED):
        agreed = set(contents)
        with contextlib.suppress(FileError):
            _note(root, _REFUSED, [one for one in known if one not in agreed])


def _lines(root: Path, name: str) -> tuple[str, ...]:
    path = state_folder(root) / name
    try:
        return tuple((read_optional(path, str(path)) or b"").decode("ascii", "replace").split())
    except FileError:
        return ()


def _note(root: Path, name: str, lines: Iterable[str]) -> None:
    path = state_folder(root) / name
    after = "\n".join(lines).encode()
    apply(
        changes_only([Change(path=path, name=str(path), before=read_optional(path, str(path)), after=after)])
    )
