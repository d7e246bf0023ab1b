"""The one door to git: a file as it was at an earlier revision."""

import subprocess
from pathlib import Path

from l10n.errors import FileError


def read_revision(path: Path, name: str, revision: str) -> bytes | None:
    """Return the bytes of a file at a git revision, None when it was not there yet.

    Raises FileError when git is missing, the file is in no repository, or the revision is unknown.
    """
    if revision.startswith("-"):
        raise FileError(f"{revision!r} is no revision", where=name, hint="for example HEAD, or main~3")
    folder = path.parent
    while not folder.is_dir():
        folder = folder.parent
    top = _git(folder, name, "rev-parse", "--show-toplevel").decode().rstrip("\n")
    commit = _git(folder, name, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    inside = path.resolve().relative_to(Path(top).resolve()).as_posix()
    listed = _git(Path(top), name, "ls-tree", "--name-only", commit.decode().strip(), "--", inside)
    return _git(Path(top), name, "show", f"{commit.decode().strip()}:{inside}") if listed.strip() else None


def head_commit(folder: Path) -> str:
    """Return the name of the commit a working tree is at. Raises FileError when there is none."""
    return _git(folder, ".", "rev-parse", "--verify", "HEAD^{commit}").decode().strip()


def follows(folder: Path, commit: str, earlier: str) -> bool:
    """Return whether `commit` is `earlier`, or was made after it in the same history; False for one git lost."""
    if not all(name.isalnum() for name in (commit, earlier)):
        return False
    try:
        _git(folder, ".", "merge-base", "--is-ancestor", earlier, commit)
    except FileError:
        return False
    return True


def _git(folder: Path, name: str, *arguments: str) -> bytes:
    try:
        ran = subprocess.run(  # noqa: S603 - no shell, and the arguments are ours
            ["git", *arguments],  # noqa: S607 - the git of the user
            cwd=folder,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise FileError("git is not installed", where=name) from error
    if ran.returncode:
        why = ran.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").splitlines()
        raise FileError(
            "git does not know it",
            where=name,
            why=why[0] if why else "",
            hint="give a revision of the repository the project is in, such as HEAD or main~3",
        )
    return ran.stdout
