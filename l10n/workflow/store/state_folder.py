"""Where a project keeps what is no part of its repository: its lock, and its catalogs as they were last known.

In a git repository that is `l10n/` in git's own folder, which git neither lists nor commits; elsewhere a folder of
the user (XDG Base Directory Specification, `$XDG_STATE_HOME`).
"""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from l10n.workflow.store.private_folder import private_temporary_folder


def state_folder(root: Path, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for the state of the project at `root`; it need not be there yet.

    Raises FileError for a user without a home who cannot have a folder of his own among the temporary files either.
    """
    root = root.resolve()
    git = git_folder(root)
    # One repository may hold several projects: each has a folder of its own.
    key = hashlib.blake2b(os.fsencode(root), digest_size=8).hexdigest()
    if git is not None and os.access(git, os.W_OK):
        return git / "l10n" / key
    return _user_folder(environment) / "l10n" / key


def git_folder(root: Path) -> Path | None:
    """Return git's folder of the working tree that `root` is in (gitrepository-layout), None without git.

    A folder above it that we may not look into has none for us.
    """
    for folder in (root, *root.parents):
        known = folder / ".git"
        if os.path.isdir(known):  # noqa: PTH112  # False, and no error, where nobody may look
            return known
        if os.path.isfile(known):  # noqa: PTH113  # a linked working tree, or a submodule
            try:
                written = known.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
            except (OSError, UnicodeDecodeError):
                return None
            linked = Path(folder, written)
            return linked if linked.is_dir() else None
    return None


def _user_folder(environment: Mapping[str, str]) -> Path:
    if os.name == "nt" and environment.get("LOCALAPPDATA"):
        return Path(environment["LOCALAPPDATA"])
    given = environment.get("XDG_STATE_HOME", "")
    if os.path.isabs(given):  # noqa: PTH117
        return Path(given)
    try:
        return Path.home() / ".local" / "state"
    except RuntimeError:  # a user without a home, as in many containers
        return private_temporary_folder()
