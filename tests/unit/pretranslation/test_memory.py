"""What goes into a translation memory, and what it finds again."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalog.catalog import Message
from l10n.errors import FileError
from l10n.pretranslation.memory import Level, MatchKind, Neighbours, Unit, fingerprint, units_of
from l10n.pretranslation.memory_store import Memory


def unit(source: str, target: str, locale: str = "nl") -> Unit:
    return Unit(source=source, target=target, source_locale="en", locale=locale)


def message(msgid: str, msgstr: str, *flags: str) -> Message:
    return Message(msgid=msgid, msgstr=(msgstr,), flags=flags)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with Memory(tmp_path / "memory.sqlite", "memory.sqlite", is_new=True) as opened:
        yield opened


class TestWhatGoesIn:
    def test_only_finished_messages_are_units(self) -> None:
        messages = [
            message("", "Language: nl\n"),
            message("One.", "Een."),
            message("Two.", "Twee.", "fuzzy"),
            message("Three.", ""),
            replace(message("Four.", "Vier."), obsolete=True),
        ]
        assert [found.source for found in units_of(messages, "en", "nl")] == ["One."]

    def test_a_plural_gives_its_singular_and_its_last_form(self) -> None:
        plural = Message(msgid="one day", msgid_plural="%d days", msgstr=("een dag", "%d dagen"))
        found = [(found.source, found.target) for found in units_of([plural], "en", "nl")]
        assert found == [("one day", "een dag"), ("%d days", "%d dagen")]

    def test_a_paragraph_is_also_known_by_its_sentences(self) -> None:
        text = message(
            "The rocket flew away. Nobody saw it land.", "De raket steeg op. Niemand zag hem landen."
        )
        found = [(found.source, found.level) for found in units_of([text], "en", "nl")]
        assert found == [
            (text.msgid, Level.PARAGRAPH),
            ("The rocket flew away.", Level.SENTENCE),
            ("Nobody saw it land.", Level.SENTENCE),
        ]

    def test_a_unit_knows_where_it_stood(self) -> None:
        placed = replace(message("Two.", "Twee."), extracted_comments=("paragraph in “A”", "names: B → C"))
        (found,) = units_of([message("One.", ""), placed, message("Three.", "")], "en", "nl")
        assert (found.place, found.before, found.after) == (
            "paragraph in “A”",
            fingerprint("One."),
            fingerprint("Three."),
        )

    def test_bytes_of_another_charset_in_a_comment_do_no_harm(self, memory: Memory) -> None:
        odd = replace(message("One.", "Een."), extracted_comments=("caf\udce9",))
        memory.take("test", "", units_of([odd], "en", "nl"))
        assert memory.search("One.", "en", "nl")[0].unit.place == "caf?"


class TestWhatIsFound:
    def test_the_same_text_comes_first_then_the_same_words_then_what_is_alike(self, memory: Memory) -> None:
        memory.take(
            "test",
            "",
            [
                unit("The rocket launched this evening.", "vanavond"),
                unit("the  rocket launched this “morning”.", "woorden"),
                unit("The rocket launched this morning.", "zelfde"),
                unit("Something else altogether.", "anders"),
            ],
        )
        found = memory.search("The rocket launched this morning.", "en", "nl")
        assert [(match.unit.target, match.kind) for match in found] == [
            ("zelfde", MatchKind.EXACT),
            ("woorden", MatchKind.NORMALISED),
            ("vanavond", MatchKind.FUZZY),
        ]
        assert [match.percent for match in found[:2]] == [100, 99]
        assert 60 <= found[2].percent < 99

    def test_other_locales_are_not_looked_at(self, memory: Memory) -> None:
        memory.take("test", "", [unit("The launch.", "Запуск.", "ru")])
        assert memory.search("The launch.", "en", "nl") == ()
        assert memory.search("The launch.", "ru", "nl") == ()

    def test_of_equal_texts_the_one_in_the_same_surroundings_comes_first(self, memory: Memory) -> None:
        here = Neighbours(place="heading", before="Before.", after="After.")
        units = [
            unit("Open", "los"),
            replace(
                unit("Open", "hier"),
                place="heading",
                before=fingerprint("Before."),
                after=fingerprint("After."),
            ),
            replace(unit("Open", "half"), place="heading"),
        ]
        memory.take("test", "", units)
        found = memory.search("Open", "en", "nl", here)
        assert [(match.unit.target, match.context) for match in found] == [
            ("hier", 3),
            ("half", 1),
            ("los", 0),
        ]

    def test_a_short_text_is_found_with_a_letter_changed(self, memory: Memory) -> None:
        memory.take("test", "", [unit("Cosmonauts", "Kosmonauten")])
        assert [match.unit.target for match in memory.search("Cosmonaut", "en", "nl")] == ["Kosmonauten"]

    @pytest.mark.parametrize("text", ["", "—", '"', "a" * 50_000, "NEAR(", "* OR ~", "\0", "ﬁ " * 300, "й́"])
    def test_no_text_breaks_the_search(self, memory: Memory, text: str) -> None:
        memory.take("test", "", [unit("Plain words here.", "Gewone woorden.")])
        assert memory.search(text, "en", "nl") == ()


class TestChangingIt:
    def test_what_is_taken_again_replaces_what_came_before(self, memory: Memory) -> None:
        memory.take("a", "1", [unit("One day.", "oud"), unit("Two days.", "oud")])
        memory.take("b", "1", [unit("One day.", "ander")])
        memory.take("a", "2", [unit("One day.", "nieuw")])
        assert sorted(found.target for found in memory.units()) == ["ander", "nieuw"]
        assert memory.digests() == {"a": "2", "b": "1"}
        assert memory.search("Two days are", "en", "nl") == ()

    def test_what_is_learnt_replaces_only_what_is_translated_anew(self, memory: Memory) -> None:
        memory.learn([("a", "1", [unit("One day.", "oud"), unit("Two days.", "oud")])])
        memory.learn([("a", "2", [unit("One day.", "nieuw")])])
        assert [(found.source, found.target) for found in memory.units()] == [
            ("Two days.", "oud"),
            ("One day.", "nieuw"),
        ]

    def test_a_build_that_breaks_off_changes_nothing(self, memory: Memory) -> None:
        memory.take("a", "1", [unit("One day.", "oud")])

        def broken() -> Iterator[Unit]:
            yield unit("One day.", "nieuw")
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            memory.take("a", "2", broken())
        assert [found.target for found in memory.units()] == ["oud"]
        assert memory.search("One day.", "en", "nl")[0].unit.target == "oud"

    @pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"x" * 100])
    def test_another_file_is_not_opened(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "other"
        path.write_bytes(content)
        with (
            pytest.raises(FileError, match="is not a translation memory"),
            Memory(path, "other", is_new=False),
        ):
            pass
        assert path.read_bytes() == content

    def test_the_database_of_another_program_is_not_touched(self, tmp_path: Path) -> None:
        path = tmp_path / "other"
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE unit (id)")
        other.close()
        content = path.read_bytes()
        with pytest.raises(FileError, match="is not a translation memory of this version"):
            Memory(path, "other", is_new=False)
        assert path.read_bytes() == content


class TestSharedByProjects:
    """Each project has its own origins, also of the same name; an earlier version did not tell them apart."""

    def opened(self, path: Path, project: str, earlier: str = "") -> Memory:
        is_new = not path.exists()
        return Memory(path, "shared", is_new=is_new, project=project, earlier=earlier)

    def test_a_project_finds_what_all_have_brought_or_only_its_own(self, tmp_path: Path) -> None:
        path = tmp_path / "shared"
        for project, target in (("a", "Een dag."), ("b", "Eén dag.")):
            with self.opened(path, project) as memory:
                memory.learn([("nl.po", "1", [unit("One day.", target), unit("One more day.", project)])])
        for project, target in (("a", "Een dag."), ("b", "Eén dag.")):
            with self.opened(path, project) as memory:
                assert memory.digests() == {"nl.po": "1"}
                every = {found.unit.target for found in memory.search("One day.", "en", "nl")}
                assert {"Een dag.", "Eén dag.", "a", "b"} == every
                own = memory.search("One day.", "en", "nl", all_projects=False)
                assert {found.unit.target for found in own} == {target, project}
                same = memory.same("One day.", "en", "nl", all_projects=False)
                assert [found.unit.target for found in same] == [target]

    def test_what_one_project_takes_anew_leaves_that_of_the_others(self, tmp_path: Path) -> None:
        path = tmp_path / "shared"
        for project in ("a", "b"):
            with self.opened(path, project) as memory:
                memory.take("x.tmx", "1", [unit("One day.", project)])
        with self.opened(path, "a") as memory:
            memory.take("x.tmx", "2", [unit("Two days.", "a")])
            assert memory.digests() == {"x.tmx": "2"}
            assert [found.unit.target for found in memory.same("One day.", "en", "nl")] == ["b"]

    def old(self, path: Path) -> None:
        """Make a memory of version 1 that holds one unit."""
        with Memory(path, "old", is_new=True) as memory:
            memory.take("nl.po", "1", [unit("One day.", "Een dag."), unit("Two days.", "Twee dagen.")])
        database = sqlite3.connect(path)
        database.executescript(
            "CREATE TABLE old (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, digest TEXT NOT NULL);"
            "INSERT INTO old SELECT id, name, digest FROM origin; DROP TABLE origin;"
            "ALTER TABLE old RENAME TO origin; PRAGMA user_version = 1;"
        )
        database.close()

    @pytest.mark.parametrize(("earlier", "own"), [("a", 1), ("", 0)])
    def test_a_memory_of_version_1_is_taken_over_and_nothing_is_lost(
        self, tmp_path: Path, earlier: str, own: int
    ) -> None:
        path = tmp_path / "old"
        self.old(path)
        for _ in range(2):
            with self.opened(path, "a", earlier) as memory:
                assert memory.count() == 2
                assert memory.digests() == ({"nl.po": "1"} if own else {})
                assert len(memory.same("One day.", "en", "nl")) == 1
                assert len(memory.same("One day.", "en", "nl", all_projects=False)) == own
                assert memory.search("One fine day.", "en", "nl")[0].unit.target == "Een dag."

    def test_what_a_project_brings_again_is_its_own_from_then_on(self, tmp_path: Path) -> None:
        path = tmp_path / "old"
        self.old(path)
        with self.opened(path, "a") as memory:
            memory.learn([("nl.po", "2", [unit("One day.", "Een dag.")])])
            assert memory.count() == 2  # not twice
            assert len(memory.same("One day.", "en", "nl", all_projects=False)) == 1
            assert memory.same("Two days.", "en", "nl", all_projects=False) == ()
            assert len(memory.same("Two days.", "en", "nl")) == 1
