"""The one door to git: files as they were at earlier revisions."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import FileError


def read_revision(path: Path, name: str, revision: str) -> bytes | None:
    """Return the bytes of a file at a git revision, None when it was not there yet.

    Raises FileError when git is missing, the file is in no repository, or the revision is unknown.
    """
    if revision.startswith("-"):
        raise FileError(f"{revision!r} is not a revision", where=name, hint="for example HEAD, or main~3")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A commit: its day (`2026-11-25`), and the bytes of the files asked for that it had."""

    day: str
    files: Mapping[str, bytes]


def read_history(root: Path, names: Sequence[str], *, most: int) -> tuple[Revision, ...]:
    """Return at most `most` of the commits that changed any of `names`, paths below `root`, the earliest first.

    They are spread evenly, and the last one is always among them. None without git, or outside a repository:
    a history is never needed.
    """
    wanted = [name for name in names if "\n" not in name]
    try:
        log = _git(root, "history", "log", "--format=%H %cs", "--", *wanted) if wanted and most else b""
    except FileError:
        return ()
    commits = [entry.split(" ") for entry in log.decode("ascii").splitlines()][::-1]
    step = max(1.0, len(commits) / most) if most else 1.0
    chosen = [commits[len(commits) - 1 - int(place * step)] for place in range(min(most, len(commits)))][::-1]
    asked = [f"{commit}:./{name}" for commit, _ in chosen for name in wanted]
    answers = iter(_batch(root, asked))
    return tuple(
        Revision(day=day, files={name: content for name in wanted if (content := next(answers)) is not None})
        for _, day in chosen
    )


def _batch(root: Path, asked: Sequence[str]) -> Iterator[bytes | None]:
    """Yield the content of each object asked for, None for what is not there."""
    answer = _git(root, "history", "cat-file", "--batch", given="".join(f"{each}\n" for each in asked))
    position = 0
    for _ in asked:
        end = answer.index(b"\n", position)
        header, position = answer[position:end], end + 1
        if header.endswith(b" missing"):
            yield None
            continue
        size = int(header.rsplit(b" ", 1)[1])
        yield answer[position : position + size]
        position += size + 1


def _git(folder: Path, name: str, *arguments: str, given: str = "") -> bytes:
    try:
        ran = subprocess.run(  # noqa: S603 - no shell, and the arguments are ours
            ["git", *arguments],  # noqa: S607 - the git of the user
            cwd=folder,
            input=given.encode(),
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
