"""What becomes of a file that is too large for the memory there is: an error that names it."""

from collections.abc import Iterator
from contextlib import contextmanager

from l10n.errors import FileError


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
