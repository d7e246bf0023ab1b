"""What the last run of a verb found in each document, so that the next one looks only at what has changed.

Kept beside the repository (`state`), one file for each verb. It is a witness, never a source: an answer counts only
while every file it came from has the content it had then. Size, times and number of the files of a document (stat(2))
stand for their contents when they were last changed long enough before they were read; else they are read again, as
git does with “racily clean” entries. Who sets the time of a file back cannot set back the time of that change (ctime).
Whoever deletes the file, or damages it, only waits longer.
"""

import hashlib
import json
import os
import sysconfig
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from l10n import version
from l10n.errors import FileError
from l10n.languages.packs import files_in_use
from l10n.workflow.store.files import Change, apply_groups, read_optional
from l10n.workflow.store.state_folder import state_folder

SETTLED = 2_000_000_000  # nanoseconds: the coarsest clock of a file system (FAT) ticks so
_MISSING = "-"
# what stands for the files without and with reading them, and what was remembered
_Answer = tuple[str, str, Any]


class RunCache:
    """The answers of one verb, by document.

    `variant` tells runs apart that ask for different things; `circumstances` is all that answers depend on beside
    files: the configuration, the registry, options. With `use=False` nothing is known, and what is found is kept all
    the same.
    """

    def __init__(
        self,
        root: Path,
        verb: str,
        circumstances: Iterable[object],
        *,
        variant: Sequence[str] = (),
        use: bool = True,
    ) -> None:
        self._root = str(root)
        name = f"{verb}-{_digest(repr(variant).encode())[:8]}" if variant else verb
        self._path = state_folder(root) / "runs" / f"{name}.json"
        self._circumstances = _digest("\0".join(map(str, (*_ourselves(), *circumstances))).encode())
        self._before = _read(self._path)
        known = _parsed(self._before) if use else {}
        if known.get("circumstances") != self._circumstances:
            known = {}
        self._known: dict[str, _Answer] = known.get("answers", {})
        self._new: dict[str, _Answer] = {}
        self._unsettled: dict[str, tuple[str, ...]] = {}

    def get(self, document: str, names: Iterable[str]) -> Any:
        """Return what was remembered of a document, None unless all files of these names are as they were then."""
        answer = self._known.get(document)
        if answer is None:
            return None
        wanted = sorted(names)
        stamp = self._stamp(wanted)
        if not stamp or answer[0] != stamp:
            if answer[1] != self._key(wanted):
                return None
            answer = (stamp, answer[1], answer[2])
        self._new[document] = answer
        return answer[2]

    def put(self, document: str, digests: Mapping[str, str], answer: Any) -> None:
        """Keep the answer (plain JSON) about a document, for as long as its files have these contents."""
        self._new[document] = ("", _joined(digests.items()), answer)
        self._unsettled[document] = tuple(sorted(digests))

    def save(self) -> None:
        """Write down what is known now. A state that cannot be written is none: that stops nobody's work."""
        for document, names in self._unsettled.items():
            # What was read or written a while ago has settled by now, and the next run need not read it for that.
            _, key, answer = self._new[document]
            if (stamp := self._stamp(names)) and key == self._key(names):
                self._new[document] = (stamp, key, answer)
        value = {"circumstances": self._circumstances, "answers": self._new}
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        after = f"{_digest(text)}\n".encode() + text
        if after != self._before:
            change = Change(path=self._path, name=str(self._path), before=self._before, after=after)
            apply_groups([[change]], is_lasting=False)

    def _stamp(self, names: Sequence[str]) -> str:
        """Return what stands for the files as they are now, without reading them; "" where a time is too near to now
        to tell a later change from it."""
        newest, parts = 0, []
        for name in names:
            try:
                # an absolute name stays what it is
                state = os.stat(os.path.join(self._root, name))  # noqa: PTH116, PTH118  # 80,000 times in a large project
            except OSError:
                parts.append(f"{name}\0{_MISSING}")
                continue
            newest = max(newest, state.st_mtime_ns, state.st_ctime_ns)
            parts.append(f"{name}\0{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}")
        if newest > time.time_ns() - SETTLED:
            return ""
        return _digest("\0".join(parts).encode("utf-8", "surrogatepass"))

    def _key(self, names: Sequence[str]) -> str:
        """Return what stands for the contents of the files as they are now."""
        return _joined((name, digest_of(_read(Path(self._root, name)))) for name in names)


def _ourselves() -> tuple[object, ...]:
    """Return what changes when another version of us, or of what we are made of, is at work."""
    package = Path(version.__file__).parent
    newest = max(entry.stat().st_mtime_ns for entry in _files_below(package))
    packs = tuple((str(path), digest_of(path.read_bytes())) for path in files_in_use())
    installed = Path(sysconfig.get_path("purelib")).stat().st_mtime_ns
    return (version.__version__, newest, installed, packs)


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


def _joined(digests: Iterable[tuple[str, str]]) -> str:
    pairs = (f"{name}\0{digest}" for name, digest in sorted(digests))
    return _digest("\0".join(pairs).encode("utf-8", "surrogatepass"))


def _read(path: Path) -> bytes | None:
    try:
        return read_optional(path, str(path))
    except FileError:
        return None


def _parsed(content: bytes | None) -> dict[str, Any]:
    """Return what was written, {} for a file that is not whole, or of a version that wrote something else."""
    digest, _, text = (content or b"").partition(b"\n")
    if digest.decode("ascii", "replace") != _digest(text):
        return {}
    try:
        known = json.loads(text.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):  # not ours: somebody has put it there
        return {}
    return known if isinstance(known, dict) else {}
