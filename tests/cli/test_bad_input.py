"""Bad input: a clear error, exit code 2, nothing changed, never a traceback."""

import os
from pathlib import Path

import pytest

from tests.conftest import Command, Ran, snapshot


def refused(folder: Path, l10n: Command, *arguments: str) -> Ran:
    before = snapshot(folder)
    ran = l10n(folder, *arguments)
    assert ran.code == 2, ran
    # A check goes on with what it can read: a broken file does not hide the findings of the others.
    assert ran.out == "" or "check" in arguments
    assert snapshot(folder) == before
    return ran


VERBS = (["extract"], ["check"], ["render"], ["status"], ["repair"], ["names", "check"], ["names", "fix"])
each_verb = pytest.mark.parametrize("verb", VERBS, ids=" ".join)


class TestSources:
    @each_verb
    def test_no_source_at_all(self, small: Path, l10n: Command, verb: list[str]) -> None:
        (small / "source" / "note.txt").unlink()
        assert "source: no article to localize" in refused(small, l10n, *verb).err

    def test_bytes_that_are_not_utf8_name_line_column_and_offset(self, small: Path, l10n: Command) -> None:
        (small / "source" / "note.txt").write_bytes("Één\n\ncaf".encode() + b"\xe9.\n")
        assert refused(small, l10n, "extract").err == (
            "l10n: source/note.txt:3:4: not utf-8: byte 0xe9 at offset 10 (invalid continuation byte)\n"
            "  hint: save the file as UTF-8, or declare its encoding: "
            '[tool.l10n.encodings] "source/note.txt" = "cp1252" (or cp1251, koi8-r …)\n'
        )

    @pytest.mark.parametrize("character", ["\0", "\x04"])
    def test_a_character_that_no_catalog_can_hold(self, small: Path, l10n: Command, character: str) -> None:
        (small / "source" / "note.txt").write_bytes(f"One.\n\nTw{character}o.\n".encode())
        error = refused(small, l10n, "extract").err
        assert f"source/note.txt:3:3: the character U+{ord(character):04X}" in error

    def test_two_sources_with_one_domain_name_both(self, small: Path, l10n: Command) -> None:
        (small / "source" / "note.text").write_bytes(b"Other.\n")
        error = refused(small, l10n, "extract").err
        assert "source/note.text and source/note.txt share the domain 'note'" in error

    def test_all_unreadable_sources_are_named_at_once(self, small: Path, l10n: Command) -> None:
        (small / "source" / "a.txt").write_bytes(b"\xff")
        (small / "source" / "b.txt").write_bytes(b"\xfe")
        error = refused(small, l10n, "check").err
        assert "source/a.txt:1:1" in error
        assert "source/b.txt" in error


class TestConfiguration:
    def test_no_project(self, tmp_path: Path, l10n: Command) -> None:
        assert "no l10n project in" in refused(tmp_path, l10n, "check").err

    @pytest.mark.parametrize(
        ("line", "error"),
        [
            ('locale = ["nl"]', "l10n.toml:3: locale: unknown key\n  hint: did you mean 'locales'?"),
            ('repair = "no"', "l10n.toml:3: repair: must be true or false"),
            ('encoding = "utf-9"', "l10n.toml:3: encoding: 'utf-9' is not a text encoding Python knows"),
            ('encoding = "rot13"', "l10n.toml:3: encoding: 'rot13' is not a text encoding Python knows"),
            ("name = 3", "l10n.toml:3: name: must be a text"),
            ("broken =", "l10n.toml: not valid TOML: Invalid value (at line 3"),
        ],
    )
    def test_a_wrong_key(self, small: Path, l10n: Command, line: str, error: str) -> None:
        with (small / "l10n.toml").open("a", encoding="utf-8") as config:
            config.write(f"{line}\n")
        assert error in refused(small, l10n, "check").err

    @pytest.mark.parametrize(
        ("locales", "error"),
        [
            ("[]", "must be a list of locales"),
            ('"nl"', "must be a list of locales"),
            ('["../.."]', "'../..' is not the name of a locale"),
            ('["nl-NL"]', "did you mean 'nl_NL'?"),
            ('["ru_RU.UTF-8"]', "did you mean 'ru_RU'?"),
            ('["nl", "nl"]', "names a locale twice"),
        ],
    )
    def test_wrong_locales(self, small: Path, l10n: Command, locales: str, error: str) -> None:
        (small / "l10n.toml").write_text(f'source_locale = "en"\nlocales = {locales}\n', encoding="utf-8")
        ran = refused(small, l10n, "check")
        assert "l10n.toml:2: locales: " in ran.err
        assert error in ran.err

    def test_a_locale_cldr_does_not_know(self, small: Path, l10n: Command) -> None:
        (small / "l10n.toml").write_text('locales = ["xx"]\n', encoding="utf-8")
        assert "'xx' is not a locale CLDR knows" in refused(small, l10n, "extract").err

    def test_two_configurations(self, small: Path, l10n: Command) -> None:
        (small / "pyproject.toml").write_text('[tool.l10n]\nlocales = ["nl"]\n', encoding="utf-8")
        error = refused(small, l10n, "check").err
        assert "pyproject.toml" in error
        assert "l10n.toml" in error

    def test_the_environment_beats_the_file(
        self, small: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("L10N_LOCALES", "ru")
        assert l10n(small, "extract").code == 0
        assert sorted(path.name for path in (small / "locales").iterdir()) == ["note.pot", "ru"]

    def test_a_wrong_variable_is_named(
        self, small: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("L10N_REPAIR", "perhaps")
        assert "L10N_REPAIR: must be true or false" in refused(small, l10n, "check").err


class TestCatalogs:
    @pytest.mark.parametrize(
        "verb", [["extract"], ["check"], ["render"], ["status"], ["names", "fix"]], ids=" ".join
    )
    def test_a_broken_catalog_names_file_and_line(self, small: Path, l10n: Command, verb: list[str]) -> None:
        assert l10n(small, "extract").code == 0
        path = small / "locales/nl/LC_MESSAGES/note.po"
        text = path.read_text(encoding="utf-8").replace('msgid "Second one."', 'msgid "Second one.')
        path.write_text(text, encoding="utf-8")
        line = text[: text.index('msgid "Second')].count("\n") + 1
        assert f"l10n: locales/nl/LC_MESSAGES/note.po:{line}:" in refused(small, l10n, *verb).err

    def test_a_source_that_lost_most_of_its_text_stops_the_update(self, article: Path, l10n: Command) -> None:
        (article / "source/russian-actress-iss.txt").write_bytes(b"Tom Cruise wants too\n")
        error = refused(article, l10n, "extract").err
        assert "most of the translated messages would become obsolete" in error
        assert l10n(article, "extract", "--allow-removal").code == 0


class TestRegistry:
    def test_all_problems_of_the_registry_at_once(self, article: Path, l10n: Command) -> None:
        with (article / "locales/names.toml").open("a", encoding="utf-8") as registry:
            registry.write(
                '\n[[name]]\nid = "x"\nkind = "persn"\nnative = "X"\nlanguage = "en"\nnl = { prefered = "X" }\n'
            )
        error = refused(article, l10n, "check").err
        assert "did you mean 'person'?" in error
        assert "nl.prefered" in error
        assert "nl.preferred" in error


class TestTheDisk:
    def test_a_file_where_a_folder_should_be(self, small: Path, l10n: Command) -> None:
        (small / "locales").write_bytes(b"not a folder")
        error = refused(small, l10n, "extract").err
        assert "locales/" in error
        assert "Not a directory" in error or "File exists" in error

    def test_a_read_only_folder(self, small: Path, l10n: Command) -> None:
        assert l10n(small, "extract").code == 0
        folder = small / "locales" / "nl" / "LC_MESSAGES"
        (small / "source" / "note.txt").write_bytes(b"A title\n\nFirst paragraph.\n\nA new one.\n")
        assert l10n(small, "extract", "--check").code == 1  # somebody else may not read our libraries
        with unprivileged(small):
            folder.chmod(0o555)
            try:
                error = refused(small, l10n, "extract").err
            finally:
                folder.chmod(0o755)
        assert "locales/nl/LC_MESSAGES/note.po: cannot be written: Permission denied" in error
        assert "nothing has been changed" in error


class unprivileged:  # noqa: N801  # reads as a statement: `with unprivileged(folder):`
    """Root may write everywhere, so a test of permissions run as root becomes somebody else meanwhile."""

    NOBODY = 65534

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        if os.geteuid() != 0:
            return
        for parent in self._folder.parents:
            if parent.stat().st_uid == 0 and parent != Path(parent.root) and "pytest" in str(parent):
                parent.chmod(0o755)
        for path in (self._folder, *self._folder.rglob("*")):
            os.chown(path, self.NOBODY, self.NOBODY)
        os.seteuid(self.NOBODY)

    def __exit__(self, *_: object) -> None:
        if os.getuid() == 0:
            os.seteuid(0)
