"""The one door to the disk: read whole files, and write all of a command's changes or none of them."""

import contextlib
import difflib
import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import FileError

TEMPORARY_PREFIX = ".l10n-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A file that a command wants to write. `before` is None for a file that is not there yet."""

    path: Path
    name: str
    before: bytes | None
    after: bytes


def read_optional(path: Path, name: str) -> bytes | None:
    """Return the bytes of a file, or None when there is no such file. `name` is how an error calls it."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}", where=name) from error


def changes_only(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that change something."""
    return tuple(change for change in changes if change.before != change.after)


def unified_diff(changes: Iterable[Change]) -> str:
    """Return what the changes do, as `diff -u` prints it."""
    lines: list[str] = []
    for change in changes:
        before = _lines(change.before or b"")
        old_name = "/dev/null" if change.before is None else f"a/{change.name}"
        lines += difflib.unified_diff(before, _lines(change.after), old_name, f"b/{change.name}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(content: bytes) -> list[str]:
    # Only LF separates lines here: U+2028 or a form feed inside a text is content.
    text = content.decode("utf-8", "backslashreplace")
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def apply(changes: Sequence[Change]) -> None:
    """Write all changes, or none.

    Every new content is first written beside its target and flushed to the disk; only when all of them are
    there are they renamed into place. A link keeps pointing where it pointed, a file keeps its mode.

    Raises FileError, and writes nothing, when a folder refuses, the disk is full, or a file is no longer the
    one that was read (somebody saved it meanwhile).
    """
    prepared: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for change in changes:
            target = Path(os.path.realpath(change.path))
            if read_optional(target, change.name) != change.before:
                raise FileError(
                    "changed on disk while we worked",
                    where=change.name,
                    why="another program has saved it since it was read",
                    hint="run the command again",
                )
            made += _make_folders(target.parent, change.name)
            prepared.append((_write_beside(target, change), target))
        for temporary, target in prepared:
            temporary.replace(target)
        for folder in {target.parent for _, target in prepared}:
            _flush_folder(folder)
    except BaseException:
        for temporary, _ in prepared:
            temporary.unlink(missing_ok=True)
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _make_folders(folder: Path, name: str) -> list[Path]:
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"its folder cannot be made: {error.strerror}", where=name) from error
    return missing[::-1]


def _write_beside(target: Path, change: Change) -> Path:
    """Return a flushed temporary file in the folder of `target` that holds the new content."""
    temporary: Path | None = None
    try:
        descriptor, path = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, dir=target.parent)
        temporary = Path(path)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(change.after)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode_for(target))
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise FileError(
            f"cannot be written: {error.strerror}", where=change.name, hint="nothing has been changed"
        ) from error
    return temporary


def _mode_for(target: Path) -> int:
    """Return the mode of the file that is replaced, or what the umask gives a new one."""
    with contextlib.suppress(FileNotFoundError):
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _flush_folder(folder: Path) -> None:
    # A rename is only safe from a power cut when its folder is flushed; not every system can open one.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
