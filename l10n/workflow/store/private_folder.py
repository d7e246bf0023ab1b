"""A folder of our own where everybody may write (`/tmp`): nobody else has made it, and nobody else may enter it.

Names there can be guessed. Who makes a link of that name, or a folder of his own, before we do, would have us write
where he wants, or read what he wrote (CWE-377, CWE-59).
"""

import os
import stat
from pathlib import Path

from l10n.errors import FileError

NOT_THROUGH_LINKS = getattr(os, "O_NOFOLLOW", 0)  # not on Windows
_FOLDER = os.O_RDONLY | NOT_THROUGH_LINKS | getattr(os, "O_DIRECTORY", 0)
_HINT = "remove it, or let TMPDIR name a folder of your own"
_OTHERS = 0o077


def private_temporary_folder() -> Path:
    """Return our folder in that of temporary files, made or found to be ours alone.

    Raises FileError when it is somebody else's, a link, or open to be replaced; OSError when the disk refuses.
    """
    import tempfile  # brings random and hashes with it, and is hardly ever needed

    place = Path(tempfile.gettempdir())
    if not hasattr(os, "geteuid"):  # on Windows that place is a user's own
        folder = place / "l10n-user"
        folder.mkdir(mode=0o700, exist_ok=True)
        refuse_link(folder)
        return folder
    folder = place / f"l10n-{os.geteuid()}"
    around = place.stat()
    if around.st_mode & stat.S_IWOTH and not around.st_mode & stat.S_ISVTX:
        raise FileError("everybody may replace what is in it", where=str(place), hint=f"chmod +t {place}")
    _make(folder)
    return folder


def refuse_link(path: Path) -> None:
    """Raise FileError for a link, a junction of Windows among them."""
    is_junction = getattr(path.lstat(), "st_file_attributes", 0) & getattr(
        stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0
    )
    if path.is_symlink() or is_junction:
        raise FileError("is a link", where=str(path), why="it may lead anywhere", hint=_HINT)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        refuse_link(folder)
    descriptor = os.open(folder, _FOLDER)
    try:
        found = os.fstat(descriptor)
        if found.st_uid != os.geteuid():
            raise FileError("belongs to somebody else", where=str(folder), hint=_HINT)
        if found.st_mode & _OTHERS:  # as earlier versions made it
            os.fchmod(descriptor, 0o700)
    finally:
        os.close(descriptor)
