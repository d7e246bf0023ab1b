"""A file that the command line names: anywhere on the disk, and perhaps a pipe."""

import os
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
        with path.open("rb") as stream:
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
    except MemoryError:
        hint = "divide it, or give the process more memory"
        raise FileError("does not fit into memory", where=name, hint=hint) from None
    raise FileError(f"is larger than {LARGEST_FILE} MB", where=name, hint="divide it")
