"""The one door to git: files as they were at earlier revisions."""

import contextlib
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import FileError

_MOST_REFS, _MOST_MOVES, _MOST_VERSIONS = 1_000, 200, 1_000
_STASH = "refs/stash"
_BY_HAND = re.compile(r"commit(?: \((?:amend|initial)\))?:")


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


def tips(folder: Path) -> tuple[str, ...]:
    """Return the names of the commits that all states git has now are reached from: HEAD first, then its branches, the
    stash, and where HEAD and the stash have been. Raises FileError when there is none.
    """
    form, refs = "--format=%(objectname) %(refname)", ("refs/heads", "refs/remotes", _STASH)
    listed = ["for-each-ref", form, "--sort=-committerdate", f"--count={_MOST_REFS}", *refs]
    known = [
        line.split(" ", 1) for line in _git(folder, ".", *listed).decode("utf-8", "replace").splitlines()
    ]
    found = [head_commit(folder), *(commit for commit, _ in known)]
    for ref in ("HEAD", *(name for _, name in known if name == _STASH)):
        found += _git(folder, ".", "log", "-g", "--format=%H", f"-n{_MOST_MOVES}", ref, "--").decode().split()
    return tuple(dict.fromkeys(found))


def blob_of(path: Path, content: bytes) -> str:
    """Return the name git has for this content of a file; line ends and filters are those of its path."""
    return _beside(path, "hash-object", f"--path={path.name}", "--stdin", given=content).strip()


def staged_blob(path: Path) -> str:
    """Return the name of what the index has of a file, "" where it has nothing, or a conflict."""
    listed = _beside(path, "ls-files", "--stage", "--", path.name).splitlines()
    return listed[0].split()[1] if len(listed) == 1 else ""


def committed_blob(path: Path) -> str:
    """Return the name of what the current commit has of a file. Raises FileError when it has nothing."""
    return _beside(path, "rev-parse", "--verify", "--end-of-options", f"HEAD:./{path.name}").strip()


def is_untouched(path: Path) -> bool:
    """Whether nobody but git has written a file since git last wrote it, or looked at it (`git status`)."""
    return not _beside(path, "diff-files", "--raw", "--", path.name).strip()


def has_been(path: Path, blob: str, earlier: Sequence[str]) -> bool:
    """Whether a file had this content in a commit that is one of the `earlier`, or before one of them."""
    options = [
        "--ignore-missing",
        "--full-history",
        "-m",
        "--raw",
        "--no-abbrev",
        "--no-renames",
        "--format=",
    ]
    given = "".join(f"{commit}\n" for commit in earlier if commit.isalnum()).encode()
    listed = _beside(path, "log", *options, f"-n{_MOST_VERSIONS}", "--stdin", "--", path.name, given=given)
    return any(blob in line.split()[2:4] for line in listed.splitlines() if line.startswith(":"))


def object_time(path: Path, blob: str) -> int | None:
    """Return when git took up an object, in nanoseconds; None where it is packed, and the time not known."""
    place = _beside(path, "rev-parse", "--git-path", f"objects/{blob[:2]}/{blob[2:]}").strip()
    try:
        return (path.parent / place).stat().st_mtime_ns
    except OSError:
        return None


def has_merged_since(folder: Path, earlier: Sequence[str]) -> bool:
    """Whether a merge is being made, or was made on top of one of the `earlier` commits."""
    with contextlib.suppress(FileError):
        _git(folder, ".", "rev-parse", "--verify", "--quiet", "MERGE_HEAD")
        return True
    given = "".join(f"^{commit}\n" for commit in earlier if commit.isalnum()).encode()
    options = ["--ignore-missing", "--merges", "--ancestry-path", "-n1", "--stdin"]
    return bool(_git(folder, ".", "rev-list", *options, "HEAD", given=given).strip())


def is_committed_here(path: Path, earlier: str) -> bool:
    """Whether a commit since `earlier` that has another content of a file was made in this working tree, by hand."""
    if not earlier.isalnum():
        return True
    moves = _beside(path, "log", "-g", "--format=%H %gs", f"-n{_MOST_MOVES}", "HEAD", "--").splitlines()
    here = {move.partition(" ")[0] for move in moves if _BY_HAND.match(move.partition(" ")[2])}
    changed = _beside(path, "rev-list", f"{earlier}..HEAD", "--", path.name).split()
    return not here.isdisjoint(changed)


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
    answer = _git(
        root, "history", "cat-file", "--batch", given="".join(f"{each}\n" for each in asked).encode()
    )
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


def _beside(path: Path, *arguments: str, given: bytes = b"") -> str:
    """Return what git prints in the folder of a file; what it calls a path there is one, and no pattern."""
    return _git(path.parent, path.name, "--literal-pathspecs", *arguments, given=given).decode(
        "utf-8", "replace"
    )


def _git(folder: Path, name: str, *arguments: str, given: bytes = b"") -> bytes:
    try:
        ran = subprocess.run(  # noqa: S603 - no shell, and the arguments are ours
            ["git", *arguments],  # noqa: S607 - the git of the user
            cwd=folder,
            input=given,
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
