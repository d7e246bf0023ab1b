"""The tables of a translation memory, of this version and from earlier ones, and its rows as units."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from l10n.pretranslation.memory import Level, Unit, marks

APPLICATION = 0x6C31306E  # "l10n", so that `file` and we know the file for ours (sqlite.org/pragma.html)
VERSION = 2
SCHEMA = """
CREATE TABLE origin (id INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, project TEXT NOT NULL,
    UNIQUE (name, project));
CREATE TABLE pair (id INTEGER PRIMARY KEY, source_locale TEXT NOT NULL, locale TEXT NOT NULL,
    UNIQUE (source_locale, locale));
CREATE TABLE unit (id INTEGER PRIMARY KEY, key INTEGER NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
    pair INTEGER NOT NULL, origin INTEGER NOT NULL, level INTEGER NOT NULL, place TEXT NOT NULL,
    before INTEGER NOT NULL, after INTEGER NOT NULL);
CREATE INDEX unit_key ON unit (key);
CREATE INDEX unit_origin ON unit (origin);
CREATE VIRTUAL TABLE mark USING fts5 (marks, content='', columnsize=0, detail=none,
    tokenize="ascii tokenchars '_~'");
"""
# A memory of version 1 did not know which project its origins are of: `?` is whose they are taken to be.
_FROM_VERSION_1 = """
ALTER TABLE origin RENAME TO origin_1;
CREATE TABLE origin (id INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, project TEXT NOT NULL,
    UNIQUE (name, project));
INSERT INTO origin SELECT id, name, digest, ? FROM origin_1;
DROP TABLE origin_1
"""
COLUMNS = (
    "unit.source, unit.target, pair.source_locale, pair.locale, unit.level, unit.place, unit.before, unit.after, "
    "origin.name"
)
JOINED = "unit JOIN pair ON pair.id = unit.pair JOIN origin ON origin.id = unit.origin"
Row = tuple[str, str, str, str, int, str, int, int, str]


def indexed(key: str, pair: int) -> str:
    """Return what the full-text index holds of a text: its marks, those of each pair of locales apart."""
    return f"~{pair} ".join((*marks(key), ""))


def unit_of(row: Row) -> Unit:
    """Return a row of COLUMNS as a unit."""
    source, target, source_locale, locale, level, place, before, after, origin = row
    return Unit(
        source=source,
        target=target,
        source_locale=source_locale,
        locale=locale,
        level=Level(level),
        place=place,
        before=before,
        after=after,
        origin=origin,
    )


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Do all of it or nothing, while nobody else writes."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        database.execute("ROLLBACK")
        raise


def make(database: sqlite3.Connection) -> None:
    """Make the tables in a database that is new."""
    with transaction(database):
        if database.execute("PRAGMA application_id").fetchone()[0] == APPLICATION:
            return  # another process was faster
        for statement in SCHEMA.split(";\n"):
            database.execute(statement)
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {VERSION}")


def migrate(database: sqlite3.Connection, project: str) -> None:
    """Make a memory of version 1 one of this version, whose units are all of `project`: nothing in it is lost."""
    if version_of(database) != (APPLICATION, 1):
        return
    with transaction(database):
        if version_of(database) != (APPLICATION, 1):
            return  # another process was faster
        for statement in _FROM_VERSION_1.split(";\n"):
            database.execute(statement, (project,) if "?" in statement else ())
        database.execute(f"PRAGMA user_version = {VERSION}")


def version_of(database: sqlite3.Connection) -> tuple[int, int]:
    """Return whose database it is, and of which version."""
    keys = ("application_id", "user_version")
    application, version = (database.execute(f"PRAGMA {key}").fetchone()[0] for key in keys)
    return int(application), int(version)
