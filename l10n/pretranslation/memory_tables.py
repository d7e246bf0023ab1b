"""The tables of a translation memory, and its rows as units."""

from l10n.pretranslation.memory import Level, Unit, marks

APPLICATION = 0x6C31306E  # "l10n", so that `file` and we know the file for ours (sqlite.org/pragma.html)
VERSION = 1
SCHEMA = """
CREATE TABLE origin (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, digest TEXT NOT NULL);
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
