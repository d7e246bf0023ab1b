"""What goes to whoever reads it: reports into a file, a pipe or a device, and the summary of a step of a build."""

from collections.abc import Iterable
from pathlib import Path

from l10n.errors import FileError
from l10n.workflow.store.files import Change, apply, changes_only, read_optional


def is_stream(path: Path) -> bool:
    """Return whether a path is no ordinary file, such as `/dev/stdout`."""
    return path.exists() and not path.is_file() and not path.is_dir()


def write_report(path: Path, name: str, pieces: Iterable[str]) -> None:
    """Write a report: whole or not at all, except into what is no file (a pipe, `/dev/stdout`)."""
    content = b"".join(piece.encode("utf-8", "backslashreplace") for piece in pieces)
    if is_stream(path):
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
