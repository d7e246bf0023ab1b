"""A file that the command line names, perhaps a pipe; and what becomes of any file that memory does not hold."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from l10n.configuration import LARGEST_FILE, MEGABYTE
from l10n.errors import FileError

_PIECE = 1 << 20


def read_named(path: Path, name: str) -> bytes:
    """Return the bytes of a file; `name` is how an error calls it.

    Raises FileError when it is not there, is larger than any file may be, and when the disk refuses.
    """
    most = LARGEST_FILE * MEGABYTE
    pieces: list[bytes] = []
    try:
        with fitting(name), path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            while size <= most and (piece := stream.read(_PIECE)):
                pieces.append(piece)
                size = max(size, stream.tell() if stream.seekable() else sum(map(len, pieces)))
            if size <= most:
                return b"".join(pieces)
    except FileNotFoundError:
        raise FileError("there is no such file", where=str(path)) from None
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}", where=name) from error
    raise FileError(f"is larger than {LARGEST_FILE} MB", where=name, hint="divide it")


@contextmanager
def fitting(name: str) -> Iterator[None]:
    """Let running out of memory be a FileError that names the file which was being read or worked on."""
    try:
        yield
    except MemoryError:
        raise does_not_fit(name) from None


def does_not_fit(name: str) -> FileError:
    """Return the error."""
    hint = "divide it, or give the process more memory"
    return FileError("does not fit into memory, with the work on it", where=name, hint=hint)
