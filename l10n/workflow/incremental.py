"""What the last run of a verb found in each document, so that the next one looks only at what has changed.

Kept beside the repository (`state`), one file for each verb. It is a witness, never a source: an answer counts only
while every file it came from has the content it had then. Size, times and number of a file (stat(2)) stand for its
content when it was last changed long enough before it was read; else the content is read again, as git does with
“racily clean” entries. Who sets the time of a file back cannot set back the time of that change (ctime). Whoever
deletes the file, or damages it, only waits longer.
"""

import contextlib
import hashlib
import json
import os
import sysconfig
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import l10n
from l10n.errors import FileError
from l10n.project import Project
from l10n.workflow.files import Change, apply, read_optional
from l10n.workflow.state import state_folder

_SETTLED = 2_000_000_000  # nanoseconds: the coarsest clock of a file system (FAT) ticks so
_MISSING = "-"
_Signature = list[int]


class Remembered:
    """The answers of one verb, by document.

    `variant` tells runs apart that ask for different things; `circumstances` is all that answers depend on beside
    files: the configuration, the registry, options. With `use=False` nothing is known, and what is found is kept all
    the same.
    """

    def __init__(
        self,
        project: Project,
        verb: str,
        circumstances: Iterable[object],
        *,
        variant: Sequence[str] = (),
        use: bool = True,
    ) -> None:
        self._root = str(project.root)
        name = f"{verb}-{_digest(repr(variant).encode())[:8]}" if variant else verb
        self._path = state_folder(project.root) / "runs" / f"{name}.json"
        self._circumstances = _digest("\0".join(map(str, (*_ourselves(), *circumstances))).encode())
        self._before = _read(self._path)
        known = _parsed(self._before) if use else {}
        if known.get("circumstances") != self._circumstances:
            known = {}
        self._files: dict[str, tuple[_Signature, str]] = known.get("files", {})
        self._answers: dict[str, tuple[str, Any]] = known.get("answers", {})
        self._new_files: dict[str, tuple[_Signature, str]] = {}
        self._new_answers: dict[str, tuple[str, Any]] = {}

    def recall(self, document: str, names: Iterable[str]) -> Any:
        """Return what was remembered of a document, None unless all files of these names are as they were then."""
        answer = self._answers.get(document)
        if answer is None:
            return None
        key = _key({name: self._content(name) for name in names})
        if answer[0] != key:
            return None
        self._new_answers[document] = answer
        return answer[1]

    def remember(self, document: str, digests: Mapping[str, str], answer: Any) -> None:
        """Keep the answer (plain JSON) about a document, for as long as its files have these contents."""
        self._new_answers[document] = (_key(digests), answer)

    def save(self) -> None:
        """Write down what is known now. A state that cannot be written is none: that stops nobody's work."""
        value = {"circumstances": self._circumstances, "files": self._new_files, "answers": self._new_answers}
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        after = f"{_digest(text)}\n".encode() + text
        if after != self._before:
            with contextlib.suppress(FileError):
                apply([Change(path=self._path, name=str(self._path), before=self._before, after=after)])

    def _content(self, name: str) -> str:
        """Return the digest of a file as it is now."""
        path = os.path.join(self._root, name)  # noqa: PTH118  # an absolute name stays what it is
        try:
            state = os.stat(path)  # noqa: PTH116  # fifty thousand times in a large project
        except OSError:
            return _MISSING
        signature = [state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino]
        known = self._files.get(name)
        if known is not None and known[0] == signature:
            self._new_files[name] = known
            return known[1]
        now = time.time_ns()
        content = _read(Path(path))
        if content is None:
            return _MISSING
        digest = _digest(content)
        if max(state.st_mtime_ns, state.st_ctime_ns) < now - _SETTLED:
            self._new_files[name] = (signature, digest)
        return digest


def _ourselves() -> tuple[object, ...]:
    """Return what changes when another version of us, or of what we are made of, is at work."""
    package = Path(l10n.__file__).parent
    newest = max(entry.stat().st_mtime_ns for entry in _files_below(package))
    installed = Path(sysconfig.get_path("purelib")).stat().st_mtime_ns
    return (l10n.__version__, newest, installed)


def _files_below(folder: Path) -> Iterator["os.DirEntry[str]"]:
    for entry in os.scandir(folder):
        if entry.is_file():
            yield entry
        elif entry.name != "__pycache__":
            yield from _files_below(Path(entry.path))


def digest_of(content: bytes | None) -> str:
    """Return what stands for the content of a file, None for one that is not there."""
    return _MISSING if content is None else _digest(content)


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _key(digests: Mapping[str, str]) -> str:
    return _digest(
        "\0".join(f"{name}\0{digest}" for name, digest in sorted(digests.items())).encode(
            "utf-8", "surrogatepass"
        )
    )


def _read(path: Path) -> bytes | None:
    try:
        return read_optional(path, str(path))
    except FileError:
        return None


def _parsed(content: bytes | None) -> dict[str, Any]:
    """Return what was written, {} for a file that is not whole."""
    digest, _, text = (content or b"").partition(b"\n")
    if digest.decode("ascii", "replace") != _digest(text):
        return {}
    known: dict[str, Any] = json.loads(text.decode("utf-8", "surrogatepass"))
    return known
