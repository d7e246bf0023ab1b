"""One writer at a time: a command that writes has its project to itself from its first read to its last rename.

The lock belongs to the process (flock(2)), so that one that is killed leaves none behind. On a disk that cannot lock
(some network disks, some containers) the work is done without: what is left is the comparison before each rename
(`store.files`).
"""

import contextlib
import datetime as dt
import errno
import os
import platform
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from l10n.errors import FileError
from l10n.workflow.store.directories import sweep
from l10n.workflow.store.private_folder import NOT_THROUGH_LINKS, private_temporary_folder, refuse_link
from l10n.workflow.store.state_folder import state_folder

PATIENCE = 60.0  # seconds to wait for one and the same holder
_FIRST_WORD = 0.5  # seconds before we say that we are waiting
_PAUSE = 0.02
_SWEPT = ("source", "locales", "build")
_FAR = 1 << 30  # where Windows locks a byte; the note before it stays readable
_FLAGS = NOT_THROUGH_LINKS | getattr(os, "O_NONBLOCK", 0)  # nor is a pipe waited for
_without: list[OSError] = []  # why this process has to do without a lock, once it is told

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EDEADLK):  # those say that another holds it
                raise
            return False
        return True
else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextlib.contextmanager
def one_writer(root: Path, *, writes: bool = True, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of the project at `root`; with `writes=False` do without, as a command that only looks.

    Waits while another process holds it, and logs a warning then; where nothing can be locked, it logs that once and
    goes on. What killed processes left behind is removed. Raises FileError, which says who holds the lock, when the
    same process has held it for `patience` seconds, and when the lock is a link, or somebody else's.
    """
    if not writes:
        yield
        return
    descriptor = _open(root)
    try:
        is_locked = _is_locked(descriptor, patience)
        _note(descriptor, f"process {os.getpid()} on {platform.node()} since {dt.datetime.now():%H:%M:%S}")  # noqa: DTZ005
        for folder in (*(root / name for name in _SWEPT), state_folder(root)) if is_locked else ():
            sweep(folder, below=True)
        yield
        _note(descriptor, "")
    finally:
        os.close(descriptor)


def _open(root: Path) -> int:
    folder = state_folder(root)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _open_file(folder / "lock", 0o666)
    except OSError:  # nobody has to keep a lock, so any place does that all processes of this user know
        try:
            return _open_file(private_temporary_folder() / f"{folder.name}.lock", 0o600)
        except OSError as error:
            what = f"the project cannot be locked: {error.strerror}"
            raise FileError(what, where=str(root)) from error


def _open_file(path: Path, mode: int) -> int:
    """Return the descriptor of a lock. Raises FileError for what others may have put there to have it written to."""
    with contextlib.suppress(FileNotFoundError):
        refuse_link(path)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _FLAGS, mode)
    except PermissionError:  # that of another user; a lock needs no right to write
        descriptor = os.open(path, os.O_RDONLY | _FLAGS)
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        os.close(descriptor)
        raise FileError("is no lock: it is another file as well", where=str(path), hint="remove it")
    return descriptor


def _is_locked(descriptor: int, patience: float) -> bool:
    """Wait for the lock, and return True; False, and say so once, where there is no such thing."""
    try:
        _wait(descriptor, patience)
    except OSError as error:
        if not _without:
            _without.append(error)
            import logging  # only who has no lock needs it

            logging.getLogger("l10n").warning(
                "this disk cannot lock files (%s): commands that write at once do not wait for each other; what "
                "another saved meanwhile is not overwritten",
                error.strerror,
            )
        return False
    return True


def _wait(descriptor: int, patience: float) -> None:
    holder = ""
    said = False
    since = start = time.monotonic()
    while not _take(descriptor):
        now = time.monotonic()
        if (known := _holder(descriptor)) != holder:  # others get on with their work, so it is no deadlock
            holder, since = known, now
        if now - since > patience:
            raise FileError(
                "another command is writing in this project",
                where=holder or "an unknown process",
                why=f"it has held the lock for {patience:g} seconds",
                hint="wait until it has ended, or end it, and run the command again",
            )
        if not said and now - start > _FIRST_WORD:
            import logging  # only who waits needs it

            logging.getLogger("l10n").warning("waiting for %s, which is writing here", holder or "a process")
            said = True
        time.sleep(_PAUSE)


def _holder(descriptor: int) -> str:
    with contextlib.suppress(OSError):  # the lock is held all the same
        os.lseek(descriptor, 0, os.SEEK_SET)
        return os.read(descriptor, 200).decode("utf-8", "replace")
    return ""


def _note(descriptor: int, text: str) -> None:
    with contextlib.suppress(OSError):  # the lock holds without it
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, text.encode())
        os.ftruncate(descriptor, len(text.encode()))
