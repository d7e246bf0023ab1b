"""The one door to the disk: read whole files, and write all of a command's changes or none of them."""

import contextlib
import os
import stat
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from l10n.configuration import MEGABYTE
from l10n.errors import FileError
from l10n.interruption import held
from l10n.workflow.store.directories import TEMPORARY_PREFIX, flush_folder, make_folders, mode_of, sweep
from l10n.workflow.store.named_file import fitting

_NEW_FILE = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_TEMPORARY_SUFFIX = ".tmp"
_MANY = 16  # files that are flushed by several threads
_AT_ONCE = 16


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
        with fitting(name):
            return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}", where=name) from error


def _refuse_odd(status: os.stat_result, name: str, most: int) -> None:
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise FileError("is not a regular file", where=name, why="pipes and devices may never end")
    if status.st_size > most:
        raise FileError(
            f"is larger than {most // MEGABYTE} MB",
            where=name,
            why="reading it may take more memory than this machine has",
            hint="split it, or raise largest_file (in megabytes) in the configuration",
        )


def changes_only(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that change something."""
    return tuple(change for change in changes if change.before != change.after)


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
    (error,) = apply_groups([changes])
    if error is not None:
        raise error
    for folder in {os.path.dirname(os.path.realpath(change.path)) for change in changes}:  # noqa: PTH120
        sweep(Path(folder))


def apply_groups(groups: Sequence[Sequence[Change]], *, is_lasting: bool = True) -> list[FileError | None]:
    """Write groups of changes, each of them wholly or not at all; return the error of each group that was refused.

    The disk is asked to hold all of them when all are written, and each folder once: that is most of the time which
    small files take. Without `is_lasting` it is not asked: after a power cut such a file may be empty.
    """
    writing = _Writing()
    try:
        for changes in groups:
            writing.prepare(changes)
        if is_lasting:
            _flush([one for group in writing.groups for one in group.files])
        for group in writing.groups:
            writing.attempt(group, _rename)
    except BaseException:
        for group in writing.groups:
            _discard(group)
        raise
    finally:
        writing.tidy()
    if is_lasting:
        for folder in {os.path.dirname(one.target) for group in writing.groups for one in group.files}:  # noqa: PTH120
            flush_folder(folder)
    return [group.error for group in writing.groups]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prepared:
    """A new content, written beside its target."""

    temporary: str
    target: str
    change: Change
    refused: list[FileError] = field(default_factory=list)  # what the disk has answered


@dataclass(slots=True)
class _Group:
    files: list[_Prepared] = field(default_factory=list)
    error: FileError | None = None


class _Writing:
    """Groups on their way to the disk; the folders they go to are looked up once."""

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self._folders: dict[Path, str] = {}
        self._made: list[Path] = []

    def prepare(self, changes: Sequence[Change]) -> None:
        """Write the new contents of a group beside their targets."""
        group = _Group()
        self.groups.append(group)

        def write(group: _Group) -> None:
            for change in changes:
                target = self._target(change)
                one = _Prepared(temporary=_beside(target), target=target, change=change)
                group.files.append(one)  # before it is written: who interrupts that leaves nothing behind
                _write(one)

        self.attempt(group, write)

    def attempt(self, group: _Group, step: Callable[[_Group], None]) -> None:
        """Do a step with a group that is whole so far; when it is refused, nothing of the group is left."""
        if group.error is None:
            try:
                step(group)
            except FileError as error:
                group.error = error
                _discard(group)

    def tidy(self) -> None:
        """Remove the folders that were made for nothing."""
        for folder in (
            reversed(self._made) if any(group.error or not group.files for group in self.groups) else ()
        ):
            with contextlib.suppress(OSError):  # there is something in it
                folder.rmdir()

    def _target(self, change: Change) -> str:
        path = change.path
        if os.path.islink(path):  # noqa: PTH114  # False, and no error, where nobody may look
            path = Path(os.path.realpath(path))
        if path.parent not in self._folders:
            self._made += make_folders(path.parent, change.name)
            self._folders[path.parent] = os.path.realpath(path.parent)
        return os.path.join(self._folders[path.parent], path.name)  # noqa: PTH118


def _discard(group: _Group) -> None:
    for one in group.files:
        with contextlib.suppress(OSError):
            os.unlink(one.temporary)  # noqa: PTH108
    group.files.clear()


def _flush(files: Sequence[_Prepared]) -> None:
    """Ask the disk to hold these; many at once, for it holds them in a tenth of the time then."""
    if len(files) < _MANY:
        for one in files:
            _flush_one(one)
        return
    from concurrent.futures import ThreadPoolExecutor  # a single document does without

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(_flush_one, files))


def _flush_one(one: _Prepared) -> None:
    try:
        descriptor = os.open(one.temporary, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        one.refused.append(_refused(error, one.change))


def _refuse_other_content(target: Path, change: Change) -> None:
    if read_optional(target, change.name) != change.before:
        raise FileError(
            "changed on disk in the meantime",
            where=change.name,
            why="another program has saved it since it was read",
            hint="run the command again",
        )


def _rename(group: _Group) -> None:
    """Rename each temporary file into place; when one rename is refused, those before it are taken back."""
    for one in group.files:
        for refused in one.refused:
            raise refused
        _refuse_other_content(Path(one.target), one.change)
    with held():  # not between two files that belong together
        for number, one in enumerate(group.files):
            try:
                os.replace(one.temporary, one.target)  # noqa: PTH105
            except OSError as error:
                for written in reversed(group.files[:number]):
                    _take_back(written)
                hint = "nothing has been changed"
                raise FileError(
                    f"cannot be replaced: {error.strerror}", where=one.change.name, hint=hint
                ) from error


def _take_back(written: _Prepared) -> None:
    change = written.change
    with contextlib.suppress(OSError, FileError):  # as much as the disk still allows
        if change.before is None:
            os.unlink(written.target)  # noqa: PTH108
        else:
            undone = Change(path=change.path, name=change.name, before=change.after, after=change.before)
            one = _Prepared(temporary=_beside(written.target), target=written.target, change=undone)
            _write(one)
            os.replace(one.temporary, one.target)  # noqa: PTH105


def _beside(target: str) -> str:
    """Return a name for a temporary file in the folder of `target`."""
    name = f"{TEMPORARY_PREFIX}{os.getpid()}-{os.urandom(4).hex()}{_TEMPORARY_SUFFIX}"
    return os.path.join(os.path.dirname(target), name)  # noqa: PTH118, PTH120


def _write(one: _Prepared) -> None:
    """Write the new content into its temporary file; it need not be flushed yet."""
    change = one.change
    try:
        mode = mode_of(one.target) if change.before is not None else None
        # what replaces a file is nobody else's to read before it has the mode of that file
        first = 0o666 if mode is None else 0o600
        descriptor = os.open(one.temporary, _NEW_FILE, first)
        try:
            left = memoryview(change.after)
            while left:
                left = left[os.write(descriptor, left) :]
        finally:
            os.close(descriptor)
        if mode is not None:
            os.chmod(one.temporary, mode)  # noqa: PTH101
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(one.temporary)  # noqa: PTH108
        raise _refused(error, change) from error


def _refused(error: OSError, change: Change) -> FileError:
    return FileError(
        f"cannot be written: {error.strerror}", where=change.name, hint="nothing has been changed"
    )
