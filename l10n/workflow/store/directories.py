"""What is around files on a disk: folders that are made and flushed, modes, and what is removed."""

import contextlib
import os
import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from l10n.errors import FileError

TEMPORARY_PREFIX = ".l10n-"
_TEMPORARY = re.compile(r"\.l10n-(\d+)-\w{8}\.tmp")


def remove(paths: Sequence[Path], name: str) -> None:
    """Remove files whose content stands elsewhere by now; one that is gone already is no matter.

    Raises FileError, which calls them `name`, when the disk refuses.
    """
    try:
        for path in paths:
            path.unlink(missing_ok=True)
            flush_folder(path.parent)
    except OSError as error:
        raise FileError(f"cannot be removed: {error.strerror}", where=name) from error


def remove_empty(folders: Iterable[Path], top: Path) -> None:
    """Remove the folders that are empty, and those around them that are empty then, up to `top`, which stays."""
    for folder in sorted(folders, key=lambda one: len(one.parts), reverse=True):
        for empty in (folder, *folder.parents):
            if empty == top or not empty.is_relative_to(top):
                break
            try:
                empty.rmdir()
            except OSError:  # there is something in it
                break


def sweep(folder: Path, *, below: bool = False) -> None:
    """Remove what killed processes of ours left in a folder, and with `below` in all folders in it.

    Call it while holding the lock of the project. What belongs to a process that is running stays.
    """
    for place, folders, names in os.walk(folder):
        for name in names:
            leftover = name.startswith(TEMPORARY_PREFIX) and _TEMPORARY.fullmatch(name)
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


def flush_folder(folder: str | Path) -> None:
    """Ask the disk to hold what was renamed in a folder, where the system can."""
    # A rename is only safe from a power cut when its folder is flushed; not every system can open one.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_folders(folder: Path, name: str) -> list[Path]:
    """Make a folder, and return those that were not there, outermost first. Raises FileError, which calls it `name`."""
    try:
        missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"its folder cannot be made: {error.strerror}", where=name) from error
    return missing[::-1]


def mode_of(target: str) -> int | None:
    """Return the permissions of a file, None when it is not there."""
    try:
        return os.stat(target).st_mode & 0o7777  # noqa: PTH116
    except FileNotFoundError:
        return None
