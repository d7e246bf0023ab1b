"""What files are at one moment, to tell afterwards whether anybody has saved one since.

A state stands for a content: size, number and times of the file (stat(2)); that of the last change no program can set.
Where it is too near to the look to tell a later save from it, as in git's “racily clean” entries, the content itself is
known as well. What we wrote ourselves is known by its content alone.
"""

import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from l10n.workflow.store.state.run_cache import SETTLED, digest_of

_Stamp = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileState:
    """What a file was: its `stamp`, None for one that we wrote ourselves; its `digest`, "" where the stamp will do."""

    stamp: _Stamp | None = None
    digest: str = ""


States = Mapping[str, FileState]


def look(places: Iterable[Path]) -> States:
    """Return the state of each file among the places and below them, by path, the hidden ones left out.

    What is not there, or cannot be looked at, has no state. Links to folders are not followed.
    """
    settled = time.time_ns() - SETTLED
    return {path: state for path in _files(places) if (state := _state(path, settled))}


def changed(known: States, now: States) -> bool:
    """Return whether any file is not what it was: saved, gone, or new."""
    return known.keys() != now.keys() or any(
        not _is_same(path, state, now[path]) for path, state in known.items()
    )


def _files(places: Iterable[Path]) -> Iterator[str]:
    for place in map(os.fspath, places):
        if not os.path.isdir(place):  # noqa: PTH112  # 100,000 times in a large project
            yield place
            continue
        for folder, folders, names in os.walk(place):
            folders[:] = [name for name in folders if not name.startswith(".")]
            yield from (os.path.join(folder, name) for name in names if not name.startswith("."))  # noqa: PTH118


def _state(path: str, settled: int) -> FileState | None:
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    stamp = (found.st_mode, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
    is_settled = max(found.st_mtime_ns, found.st_ctime_ns) <= settled
    return FileState(stamp=stamp, digest="" if is_settled or not stat.S_ISREG(found.st_mode) else _read(path))


def _is_same(path: str, known: FileState, now: FileState) -> bool:
    if known.stamp is not None and known.stamp != now.stamp:
        return False
    return not known.digest or known.digest == (now.digest or _read(path))


def _read(path: str) -> str:
    """Return what stands for the content of a file."""
    try:
        return digest_of(Path(path).read_bytes())
    except OSError:
        return digest_of(None)
