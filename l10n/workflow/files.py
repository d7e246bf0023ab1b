"""The one door to the disk: read whole files, and write all of a command's changes or none of them."""

import contextlib
import difflib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.configuration import MEGABYTE
from l10n.errors import FileError

TEMPORARY_PREFIX, _TEMPORARY_SUFFIX = ".l10n-", ".tmp"
_TEMPORARY = re.compile(r"\.l10n-(\d+)-\w{8}\.tmp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A file that a command wants to write. `before` is None for a file that is not there yet."""

    path: Path
    name: str
    before: bytes | None
    after: bytes


def read_optional(path: Path, name: str, *, most: int | None = None) -> bytes | None:
    """Return the bytes of a file, or None when there is no such file. `name` is how an error calls it.

    With `most` it is a file of the project, which others may have sent: an ordinary file (a pipe would be waited for,
    a device may never end) of at most so many bytes. Raises FileError for another, and when the disk refuses.
    """
    try:
        if most is not None:
            _refuse_odd(path.stat(), name, most)
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}", where=name) from error


def _refuse_odd(status: os.stat_result, name: str, most: int) -> None:
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise FileError(
            "is no ordinary file", where=name, why="a pipe or a device has no end that we know of"
        )
    if status.st_size > most:
        raise FileError(
            f"is larger than {most // MEGABYTE} MB",
            where=name,
            why="reading it would take memory that this machine may not have",
            hint="divide it, or allow more: largest_file in the configuration, in megabytes",
        )


def changes_only(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that change something."""
    return tuple(change for change in changes if change.before != change.after)


def unified_diff(changes: Iterable[Change]) -> str:
    """Return what the changes do, as `diff -u` prints it; of a file that is no text only that it differs."""
    lines: list[str] = []
    for change in changes:
        old_name = "/dev/null" if change.before is None else f"a/{change.name}"
        if b"\0" in change.after or b"\0" in (change.before or b""):
            lines.append(f"Binary files {old_name} and b/{change.name} differ\n")
            continue
        before = _lines(change.before or b"")
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

    A process that is killed before the first rename has changed nothing; one that is killed between two renames
    leaves some files new and the others old, each of them whole: running the command again does the rest. What it
    leaves beside them (`.l10n-….tmp`) goes at the next run (`sweep`).

    Raises FileError, and writes nothing, when a folder refuses, the disk is full, or a file is no longer the
    one that was read (somebody saved it meanwhile).
    """
    prepared: list[tuple[Path, Path, Change]] = []
    made: list[Path] = []
    try:
        for change in changes:
            target = Path(os.path.realpath(change.path))
            made += _make_folders(target.parent, change.name)
            prepared.append((_write_beside(target, change), target, change))
        for _, target, change in prepared:
            _refuse_other_content(target, change)
        _rename(prepared)
    except BaseException:
        for temporary, _, _ in prepared:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    for folder in {target.parent for _, target, _ in prepared}:
        _flush_folder(folder)
        sweep(folder)


def apply_groups(groups: Sequence[Sequence[Change]]) -> list[FileError | None]:
    """Write groups of changes, each of them wholly or not at all; return the error of each group that was refused.

    All are flushed to the disk together; only when that is refused each goes by itself.
    """
    try:
        apply([change for group in groups for change in group])
    except FileError as error:
        if len(groups) == 1:
            return [error]
        return [refused for group in groups for refused in apply_groups([group])]
    return [None] * len(groups)


def _refuse_other_content(target: Path, change: Change) -> None:
    if read_optional(target, change.name) != change.before:
        raise FileError(
            "changed on disk while we worked",
            where=change.name,
            why="another program has saved it since it was read",
            hint="run the command again",
        )


def _rename(prepared: Sequence[tuple[Path, Path, Change]]) -> None:
    """Rename each temporary file into place; when one rename is refused, those before it are taken back."""
    done: list[tuple[Path, Change]] = []
    for temporary, target, change in prepared:
        try:
            temporary.replace(target)
        except OSError as error:
            for written, earlier in reversed(done):
                _take_back(written, earlier)
            hint = "nothing has been changed"
            raise FileError(f"cannot be replaced: {error.strerror}", where=change.name, hint=hint) from error
        done.append((target, change))


def _take_back(target: Path, change: Change) -> None:
    with contextlib.suppress(OSError, FileError):  # as much as the disk still allows
        if change.before is None:
            target.unlink()
        else:
            undone = Change(path=change.path, name=change.name, before=change.after, after=change.before)
            _write_beside(target, undone).replace(target)


def write_report(path: Path, name: str, text: str) -> None:
    """Write a report: whole or not at all, except into what is no file (a pipe, `/dev/stdout`)."""
    content = text.encode("utf-8", "backslashreplace")
    if path.exists() and not path.is_file() and not path.is_dir():
        try:
            path.write_bytes(content)
        except OSError as error:
            raise FileError(f"cannot be written: {error.strerror}", where=name) from error
        return
    change = Change(path=path, name=name, before=read_optional(path, name), after=content)
    apply(changes_only([change]))


def append(path: Path, text: str) -> None:
    """Add text to the end of a file that other programs write to as well, such as the summary of a CI step."""
    try:
        with path.open("ab") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise FileError(f"cannot be written: {error.strerror}", where=str(path)) from error


def _make_folders(folder: Path, name: str) -> list[Path]:
    try:
        missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"its folder cannot be made: {error.strerror}", where=name) from error
    return missing[::-1]


def _write_beside(target: Path, change: Change) -> Path:
    """Return a flushed temporary file in the folder of `target` that holds the new content."""
    temporary: Path | None = None
    try:
        prefix = f"{TEMPORARY_PREFIX}{os.getpid()}-"
        descriptor, path = tempfile.mkstemp(_TEMPORARY_SUFFIX, prefix, target.parent)
        temporary = Path(path)
        try:
            left = memoryview(change.after)
            while left:
                left = left[os.write(descriptor, left) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.chmod(_mode_for(target))
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        raise FileError(
            f"cannot be written: {error.strerror}", where=change.name, hint="nothing has been changed"
        ) from error
    return temporary


def remove(paths: Sequence[Path], name: str) -> None:
    """Remove files whose content stands elsewhere by now; one that is gone already is no matter.

    Raises FileError, which calls them `name`, when the disk refuses.
    """
    try:
        for path in paths:
            path.unlink(missing_ok=True)
            _flush_folder(path.parent)
    except OSError as error:
        raise FileError(f"cannot be removed: {error.strerror}", where=name) from error


def sweep(folder: Path, *, below: bool = False) -> None:
    """Remove what killed processes of ours left in a folder, and with `below` in all folders in it.

    Call it while holding the lock of the project. What belongs to a process that is running stays.
    """
    for place, folders, names in os.walk(folder):
        for name in names:
            leftover = _TEMPORARY.fullmatch(name)
            if leftover and not _is_running(int(leftover[1])):
                with contextlib.suppress(OSError):
                    Path(place, name).unlink()
        if not below:
            folders.clear()


def remove_folder(folder: Path) -> None:
    """Remove a folder of our own state with all that is in it. Raises OSError when the disk refuses."""
    shutil.rmtree(folder)


def _is_running(process: int) -> bool:
    """Whether another process with this number is running; where that cannot be asked the lock has to do."""
    if process == os.getpid() or os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


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
