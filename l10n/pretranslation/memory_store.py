"""The only door to the database of a translation memory: one SQLite file, changed in transactions.

SQLite brings its own journal: a build that is stopped half-way leaves the memory as it was. Words are found through
a full-text index without content of its own; a word that too many texts have is not asked for alone.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from l10n.catalog.sentences import sentence_key
from l10n.errors import FileError
from l10n.pretranslation.memory import (
    Match,
    MatchKind,
    Neighbours,
    Unit,
    fingerprint,
    fingerprint_of_key,
    marks,
    match,
    ranked,
)
from l10n.pretranslation.memory_tables import (
    APPLICATION,
    COLUMNS,
    JOINED,
    VERSION,
    indexed,
    make,
    migrate,
    transaction,
    unit_of,
    version_of,
)

_WAIT = 30.0  # seconds for another process that writes
_BATCH = 2_000
_CACHE = -65_536  # KiB: a build of a million segments keeps its index in memory
_COMMON = 400  # texts; a word in more of them is looked for together with others only
_MOST_MARKS = 24
_MOST_RARE = 6  # words that few texts have: with so many of them, no more are needed
_FEW = 40  # candidates that rare words gave, below which common words are asked as well
_MOST_COMPARED = 64


class Memory:
    """An open memory. Use it as a context manager; each thread opens its own.

    Several projects may share one: `project` is what this one is known by in it. What a memory of an earlier version
    holds is taken to be of `earlier`, "" where that is not known.
    """

    def __init__(self, path: Path, name: str, *, is_new: bool, project: str = "", earlier: str = "") -> None:
        self._name = name
        self._project = project
        with self._readable():
            self._database = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
            try:
                self._database.execute(f"PRAGMA cache_size = {_CACHE}")
                if is_new:
                    make(self._database)
                migrate(self._database, earlier)
                self._check()
            except BaseException:  # nobody has it yet who could close it
                self._database.close()
                raise

    def __enter__(self) -> Self:
        """Return the memory."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the file; what was not finished is as if it had never been begun."""
        self._database.close()

    def digests(self) -> dict[str, str]:
        """Return where the units of this project come from, and the digest each origin had."""
        with self._readable():
            query = "SELECT name, digest FROM origin WHERE project = ?"
            return dict(self._database.execute(query, (self._project,)))

    def count(self) -> int:
        """Return the number of units that are whole messages."""
        with self._readable():
            found = self._database.execute("SELECT count(*) FROM unit WHERE level = 0").fetchone()
        return int(found[0])

    def take(self, name: str, digest: str, units: Iterable[Unit]) -> int:
        """Replace all units of an origin, such as an imported file; return how many there are now.

        All of it or nothing. Raises FileError when the disk refuses or another process keeps the memory.
        """
        with self._readable(), transaction(self._database):
            for project in {self._project, ""}:  # it may have come before projects were known
                self._forget(name, project)
            return self._add(units, self._origin(name, digest))

    def learn(self, origins: Iterable[tuple[str, str, Sequence[Unit]]]) -> int:
        """Add the units of each origin (name, digest, units) to those it gave before; return how many came.

        A source that is translated anew replaces its old translation. What an origin no longer has stays: a memory
        is for what is gone. All of it or nothing; errors as in `take`.
        """
        number = 0
        with self._readable(), transaction(self._database):
            for name, digest, units in origins:
                sources = {unit.source for unit in units}
                for project in {self._project, ""}:  # as in `take`
                    self._forget(name, project, sources)
                number += self._add(units, self._origin(name, digest))
        return number

    def search(  # noqa: PLR0913 - a text, where it stands, and where to look
        self,
        text: str,
        source_locale: str,
        locale: str,
        neighbours: Neighbours | None = None,
        most: int = 5,
        *,
        all_projects: bool = True,
    ) -> tuple[Match, ...]:
        """Return the best matches of a text: the same text first, then the same words, then what is like it.

        Without `all_projects` only what this project has brought is looked through.
        """
        around = neighbours or Neighbours()
        found = self.same(text, source_locale, locale, around, all_projects=all_projects)
        with self._readable():
            pair = self._pair(source_locale, locale)
            candidates = (
                self._candidates(text, pair, all_projects=all_projects)
                if len(found) < most and pair is not None
                else ()
            )
        alike = (match(text, unit, around) for unit in candidates)
        return ranked((*found, *(like for like in alike if like)), most)

    def same(
        self,
        text: str,
        source_locale: str,
        locale: str,
        neighbours: Neighbours | None = None,
        *,
        all_projects: bool = True,
    ) -> tuple[Match, ...]:
        """Return the matches with the same words, the very same text first; `all_projects` as in `search`."""
        query = (
            f"SELECT {COLUMNS} FROM {JOINED} WHERE unit.key = ? AND pair.source_locale = ? AND pair.locale = ? "  # noqa: S608
            "AND (? OR origin.project = ?)"
        )
        values = (fingerprint(text), source_locale, locale, all_projects, self._project)
        with self._readable():
            rows = self._database.execute(query, values).fetchall()
        around = neighbours or Neighbours()
        matches = (match(text, unit_of(row), around) for row in rows)
        # two texts may share a fingerprint: what is only like it is none of these
        found = (one for one in matches if one and one.kind is not MatchKind.FUZZY)
        return ranked(found, len(rows))

    def units(self, locales: Sequence[str] = ()) -> Iterator[Unit]:
        """Yield the units that are whole messages, in the order in which they came; of all locales without a choice."""
        query = f"SELECT {COLUMNS} FROM {JOINED} WHERE unit.level = 0 ORDER BY unit.id"  # noqa: S608
        with self._readable():
            for row in self._database.execute(query):
                if not locales or row[3] in locales:
                    yield unit_of(row)

    def _check(self) -> None:
        if version_of(self._database) != (APPLICATION, VERSION):
            raise FileError(
                "is not a translation memory of this version of l10n",
                where=self._name,
                hint="choose another file, or delete it and run `l10n memory build`",
            )

    def _forget(self, name: str, project: str, sources: Collection[str] | None = None) -> None:
        """Delete the units of an origin of a project, only those of these `sources` when they are given."""
        query = "SELECT id FROM origin WHERE name = ? AND project = ?"
        known = self._database.execute(query, (name, project)).fetchone()
        if known is None:
            return
        rows = self._database.execute("SELECT id, source, pair FROM unit WHERE origin = ?", known).fetchall()
        if sources is not None:
            rows = [row for row in rows if row[1] in sources]
        self._database.executemany(
            "INSERT INTO mark (mark, rowid, marks) VALUES ('delete', ?, ?)",
            ((number, indexed(sentence_key(source), pair)) for number, source, pair in rows),
        )
        self._database.executemany("DELETE FROM unit WHERE id = ?", ((row[0],) for row in rows))
        if sources is None:
            self._database.execute("DELETE FROM origin WHERE id = ?", known)

    def _origin(self, name: str, digest: str) -> int:
        self._database.execute(
            "INSERT INTO origin (name, digest, project) VALUES (?, ?, ?) "
            "ON CONFLICT (name, project) DO UPDATE SET digest = excluded.digest",
            (name, digest, self._project),
        )
        query = "SELECT id FROM origin WHERE name = ? AND project = ?"
        return int(self._database.execute(query, (name, self._project)).fetchone()[0])

    def _add(self, units: Iterable[Unit], origin: int) -> int:
        (first,) = self._database.execute("SELECT coalesce(max(id), 0) + 1 FROM unit").fetchone()
        number = first
        pairs: dict[tuple[str, str], int] = {}
        left = iter(units)
        while batch := tuple(islice(left, _BATCH)):
            rows, found = [], []
            for unit in batch:
                pair = (unit.source_locale, unit.locale)
                if pair not in pairs:
                    pairs[pair] = self._new_pair(*pair)
                key = sentence_key(unit.source)
                own = (number, fingerprint_of_key(key), unit.source, unit.target, pairs[pair], origin)
                rows.append((*own, int(unit.level), unit.place, unit.before, unit.after))
                found.append((number, indexed(key, pairs[pair])))
                number += 1
            self._database.executemany("INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            self._database.executemany("INSERT INTO mark (rowid, marks) VALUES (?, ?)", found)
        return int(number - first)

    def _new_pair(self, source_locale: str, locale: str) -> int:
        self._database.execute(
            "INSERT OR IGNORE INTO pair (source_locale, locale) VALUES (?, ?)", (source_locale, locale)
        )
        return self._pair(source_locale, locale) or 0

    def _pair(self, source_locale: str, locale: str) -> int | None:
        found = self._database.execute(
            "SELECT id FROM pair WHERE source_locale = ? AND locale = ?", (source_locale, locale)
        ).fetchone()
        return int(found[0]) if found else None

    def _candidates(self, text: str, pair: int, *, all_projects: bool) -> tuple[Unit, ...]:
        """Return the units that share most rare words with a text.

        Long words are asked first: they are rarer.
        """
        weights: Counter[int] = Counter()
        common: list[str] = []
        rare = 0
        for mark in sorted(marks(sentence_key(text)), key=len, reverse=True)[:_MOST_MARKS]:
            rows = self._with_marks((mark,), pair)
            if len(rows) > _COMMON:
                common.append(mark)
            elif rows:
                weights.update(rows)
                rare += 1
            if rare == _MOST_RARE:
                break
        if len(weights) < _FEW:
            for place in range(0, len(common), 3):
                weights.update(self._with_marks(common[place : place + 3], pair))
        numbers = [number for number, _ in weights.most_common(_MOST_COMPARED)]
        places = ", ".join("?" * len(numbers))
        query = (
            f"SELECT {COLUMNS} FROM {JOINED} WHERE unit.id IN ({places}) AND unit.pair = ? "  # noqa: S608
            "AND (? OR origin.project = ?)"
        )
        values = (*numbers, pair, all_projects, self._project)
        return tuple(map(unit_of, self._database.execute(query, values)))

    def _with_marks(self, wanted: Sequence[str], pair: int) -> list[int]:
        """Return the first units that have all these marks, one more than what makes a mark common."""
        query = " AND ".join(f'"{mark}~{pair}"' for mark in wanted)  # words have no quotation marks
        found = self._database.execute(
            "SELECT rowid FROM mark WHERE mark MATCH ? LIMIT ?", (query, _COMMON + 1)
        )
        return [row[0] for row in found]

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Turn what SQLite says of a broken, locked or full file into a FileError."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise FileError(f"the memory cannot be used: {error}", where=self._name) from error
        except sqlite3.DatabaseError as error:
            raise FileError(
                "is not a translation memory, or is damaged",
                where=self._name,
                why=str(error),
                hint="delete it and run `l10n memory build`",
            ) from error
