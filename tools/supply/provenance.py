"""Where the data of the package is from: every file that is no code has a source, and a licence we may pass on.

`PROVENANCE.toml` says it of the files of its folder and below: a [[source]] for each thing a file was made of, with its
`licence` (SPDX) and what of it was used. A file may have several sources; each licence must be one of ALLOWED.
"""

import fnmatch
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAME = "PROVENANCE.toml"
_LICENCES = "LICENSES"  # the folder with their texts, which are no data
# They let anybody use, change and pass on what is made of them, also under another licence, and ask no more than to be
# named. Not here, on purpose: what asks to be shared alike (CC-BY-SA, ODbL, GPL, LGPL, MPL), what forbids a use, and
# CC-BY, which would ask it of everybody who passes on a name that we wrote.
ALLOWED = frozenset({"MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "Unicode-3.0", "CC0-1.0"})
OURS = "this project"
_TEXT = ("name", "url", "version", "licence", "copyright", "used")
# what our own tables need not say, and what nobody has to be named for
_NEEDED = ("name", "licence", "used")


def data_files(package: Path) -> Iterator[Path]:
    """Yield the files below `package` that are no code and hold something, sorted."""
    for path in sorted(package.rglob("*")):
        is_data = path.is_file() and path.suffix not in {".py", ".pyc"} and path.name != NAME
        is_data = is_data and path.parent != package / _LICENCES
        if is_data and path.stat().st_size:
            yield path


def find_faults(package: Path) -> list[str]:
    """Return a sentence for each data file without a source, and each source that is not as it must be."""
    faults: list[str] = []
    covered: set[Path] = set()
    for record in sorted(package.rglob(NAME)):
        where = record.relative_to(package.parent).as_posix()
        try:
            content = tomllib.loads(record.read_text(encoding="utf-8"))
        except (ValueError, OSError) as error:
            faults.append(f"{where}: {error}")
            continue
        for number, source in enumerate(content.get("source", []), start=1):
            title = f"{where}: source {number} ({source.get('name', 'no name')})"
            faults += (f"{title}: {fault}" for fault in _faults_of(source))
            for pattern in source.get("files", []):
                found = matches(record.parent, pattern)
                covered |= found
                if not found:
                    faults.append(f"{title}: {pattern} is gone")
    for path in data_files(package):
        if path not in covered:
            faults.append(f"{path.relative_to(package.parent).as_posix()}: no {NAME} says where it is from")
    return faults


def matches(folder: Path, pattern: str) -> set[Path]:
    """Return the files of `folder` that `pattern` names: a path, whose last part may have `*`.

    No pattern reaches into folders it does not name, so that a file in a new one is not taken for an old one.
    """
    *parents, last = pattern.split("/")
    home = folder.joinpath(*parents)
    if ".." in parents or not home.is_dir():
        return set()
    return {path for path in home.iterdir() if path.is_file() and fnmatch.fnmatchcase(path.name, last)}


def licences_of(package: Path) -> set[str]:
    """Return the licences that the data of `package` has."""
    records = (tomllib.loads(path.read_text(encoding="utf-8")) for path in package.rglob(NAME))
    return {source["licence"] for record in records for source in record.get("source", [])}


def _faults_of(source: dict[str, Any]) -> Iterator[str]:
    for key in source.keys() - {*_TEXT, "files"}:
        yield f"unknown key {key}"
    needed = _NEEDED if source.get("name") == OURS else (*_NEEDED, "url")
    for key in needed:
        if not source.get(key):
            yield f"{key} is missing"
    licence = source.get("licence", "")
    if licence and licence not in ALLOWED:
        yield f"licence {licence} is not one we pass on ({', '.join(sorted(ALLOWED))})"
    if licence not in {"CC0-1.0", ""} and source.get("name") != OURS and not source.get("copyright"):
        yield f"copyright is missing: {licence} asks to be named"
    if not source.get("files"):
        yield "files is missing"
