"""Which catalogs have, or have had, a text: an index beside the repository (`state_folder`), asked when a document has
new texts.

It is a witness, never a source: it says where to look. A catalog that has not changed since it was read for the index
(as in `run_cache`) is not read again. Whoever deletes the file, or damages it, only waits longer.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n import version
from l10n.catalog.borrowing import lent, words_key
from l10n.errors import L10nError
from l10n.settings import ProjectPaths
from l10n.workflow.store.files import read_optional
from l10n.workflow.store.state.run_cache import SETTLED
from l10n.workflow.store.state_folder import state_folder

_NAME = "texts.sqlite"
_READING = 1  # of how keys are made from a catalog: with another number the index is made anew
_WAIT = 30.0  # seconds for another process that writes
_MOST_PLACES = 16  # of one text; a text that more documents have is said in all of them
_SCHEMA = """
CREATE TABLE made (by TEXT);
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT UNIQUE, stamp TEXT);
CREATE TABLE text (key INTEGER, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE INDEX text_place ON text (place);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A domain, in whose catalogs a text may be found; `is_aside` when these were set aside with their document."""

    domain: str
    is_aside: bool


def bring_up_to_date(paths: ProjectPaths, locales: Sequence[str]) -> Path | None:
    """Read the catalogs that have changed since, and return the file of the index; None where it cannot be kept."""
    stamps: dict[str, list[tuple[str, str]]] = {}
    for place, name, stamp in _catalogs(paths, locales):
        stamps.setdefault(place, []).append((name, stamp))
    path = state_folder(paths.root) / _NAME
    for _ in range(2):
        with contextlib.suppress(sqlite3.Error, OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.closing(sqlite3.connect(path, timeout=_WAIT, isolation_level=None)) as index:
                _update(index, paths, stamps)
            return path
        with contextlib.suppress(OSError):  # damaged, or of another version
            path.unlink()
    return None


def places_of(index: Path, keys: Iterable[int]) -> Mapping[int, Sequence[Place]]:
    """Return the places where texts with these keys (`words_key`) may be found, a few for each; {} without an index."""
    found: dict[int, Sequence[Place]] = {}
    with (
        contextlib.suppress(sqlite3.Error),
        contextlib.closing(sqlite3.connect(f"{index.as_uri()}?mode=ro", uri=True, timeout=_WAIT)) as database,
    ):
        asked = (
            "SELECT name FROM text JOIN place ON place.id = text.place WHERE key = ? ORDER BY name LIMIT ?"
        )
        for key in keys:
            rows = database.execute(asked, (key, _MOST_PLACES)).fetchall()
            if rows:
                found[key] = [_place(name) for (name,) in rows]
    return found


def _place(name: str) -> Place:
    kind, _, domain = name.partition("/")
    return Place(domain=domain, is_aside=kind == "aside")


def _update(
    index: sqlite3.Connection, paths: ProjectPaths, stamps: Mapping[str, list[tuple[str, str]]]
) -> None:
    index.execute("PRAGMA journal_mode = MEMORY")
    index.execute("PRAGMA synchronous = OFF")
    index.execute("BEGIN IMMEDIATE")
    made = f"{version.__version__} {_READING}"
    if not index.execute("SELECT 1 FROM sqlite_master WHERE name = 'made'").fetchall():
        for statement in filter(str.strip, _SCHEMA.split(";")):
            index.execute(statement)
        index.execute("INSERT INTO made VALUES (?)", (made,))
    elif index.execute("SELECT by FROM made").fetchall() != [(made,)]:
        raise sqlite3.DatabaseError(made)
    known = dict(index.execute("SELECT name, stamp FROM place"))
    for name in known.keys() - stamps.keys():
        _forget(index, name)
    for name, catalogs in stamps.items():
        stamp = (
            "" if any(not one for _, one in catalogs) else "\n".join(sorted(f"{n}\t{s}" for n, s in catalogs))
        )
        if stamp and known.get(name) == stamp:
            continue
        _forget(index, name)
        place = index.execute("INSERT INTO place (name, stamp) VALUES (?, ?)", (name, stamp)).lastrowid
        texts = {text for catalog, _ in catalogs for text in _texts(paths, catalog)}
        index.executemany(
            "INSERT INTO text VALUES (?, ?)", ((key, place) for key in set(map(words_key, texts)))
        )
    index.execute("COMMIT")


def _forget(index: sqlite3.Connection, name: str) -> None:
    index.execute("DELETE FROM text WHERE place = (SELECT id FROM place WHERE name = ?)", (name,))
    index.execute("DELETE FROM place WHERE name = ?", (name,))


def _texts(paths: ProjectPaths, name: str) -> Iterator[str]:
    from l10n.catalog import pofile

    with contextlib.suppress(L10nError):  # a broken catalog is an error of its own document
        content = read_optional(paths.inside(name), name, most=paths.most_bytes) or b""
        yield from (message.msgid for message in lent(pofile.read(content, name).messages))


def _catalogs(paths: ProjectPaths, locales: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the place of each catalog, its name, and what stands for its content; "" where that is too new to tell."""
    latest = time.time_ns() - SETTLED
    for locale in locales:
        for kind, catalog_name in (("live", paths.catalog_name), ("aside", paths.aside_name)):
            folder = os.path.dirname(catalog_name("x", locale))  # noqa: PTH120
            for below, entry in _below(os.path.join(paths.root, folder), ""):  # noqa: PTH118
                try:
                    state = entry.stat()
                except OSError:
                    continue
                is_settled = max(state.st_mtime_ns, state.st_ctime_ns) < latest
                stamp = (
                    f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}"
                    if is_settled
                    else ""
                )
                domain = below.removesuffix(".po")
                yield f"{kind}/{domain}", catalog_name(domain, locale), stamp


def _below(folder: str, prefix: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".po") and not entry.name.startswith("."):
            yield prefix + entry.name, entry
