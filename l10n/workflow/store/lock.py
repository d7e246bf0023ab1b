"""One writer at a time: a command that writes has its project to itself from its first read to its last rename.

The lock belongs to the process (flock(2)), so that one that is killed leaves none behind.
"""

import contextlib
import datetime as dt
import os
import platform
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from l10n.errors import FileError
from l10n.workflow.store.directories import sweep
from l10n.workflow.store.state_folder import state_folder, temporary_state_folder

PATIENCE = 60.0  # seconds to wait for one and the same holder
_FIRST_WORD = 0.5  # seconds before we say that we are waiting
_PAUSE = 0.02
_SWEPT = ("source", "locales", "build")
_FAR = 1 << 30  # where Windows locks a byte; the note before it stays readable

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
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

    Waits while another process holds it, and logs a warning then. What killed processes left behind is removed.
    Raises FileError, which says who holds the lock, when the same process has held it for `patience` seconds.
    """
    if not writes:
        yield
        return
    descriptor = _open(root)
    try:
        _wait(descriptor, patience)
        _note(descriptor, f"process {os.getpid()} on {platform.node()} since {dt.datetime.now():%H:%M:%S}")  # noqa: DTZ005
        for folder in (*(root / name for name in _SWEPT), state_folder(root)):
            sweep(folder, below=True)
        yield
        _note(descriptor, "")
    finally:
        os.close(descriptor)


def _open(root: Path) -> int:
    refused: OSError | None = None
    for place_of in (state_folder, temporary_state_folder):
        folder = place_of(root)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            try:
                return os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o666)
            except PermissionError:  # that of another user; a lock needs no right to write
                return os.open(folder / "lock", os.O_RDONLY)
        except OSError as error:
            refused = error
    raise FileError(f"the project cannot be locked: {refused and refused.strerror}", where=str(root))


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
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 200).decode("utf-8", "replace")


def _note(descriptor: int, text: str) -> None:
    with contextlib.suppress(OSError):  # the lock holds without it
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, text.encode())
        os.ftruncate(descriptor, len(text.encode()))
