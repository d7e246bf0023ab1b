"""What is left of documents and locales that are gone: said, taken away when somebody asks, and never lost."""

import shutil
import subprocess
from pathlib import Path

import pytest

from l10n.catalog import pofile
from l10n.workflow.store.state_folder import state_folder
from tests.conftest import Command, snapshot

CONFIGURATION = 'source_locale = "en"\nlocales = ["nl", "ru"]\n'


@pytest.fixture
def project(tmp_path: Path, l10n: Command) -> Path:
    """Return a project with two documents, the old one translated into Dutch, both rendered."""
    (tmp_path / "l10n.toml").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "source" / "deep").mkdir(parents=True)
    (tmp_path / "source" / "deep" / "old.txt").write_text("The old text.\n", encoding="utf-8")
    (tmp_path / "source" / "new.txt").write_text("Something else altogether.\n", encoding="utf-8")
    assert l10n(tmp_path, "extract").code == 0
    old = tmp_path / "locales" / "nl" / "LC_MESSAGES" / "deep" / "old.po"
    text = old.read_text(encoding="utf-8")
    old.write_text(text.replace('text."\nmsgstr ""', 'text."\nmsgstr "De oude tekst."'), encoding="utf-8")
    assert l10n(tmp_path, "extract").code == 0
    assert l10n(tmp_path, "render").code == 0
    return tmp_path


class TestResults:
    def test_one_whose_source_is_gone_is_said_each_time_and_removed_when_asked(
        self, project: Path, l10n: Command
    ) -> None:
        (project / "source" / "deep" / "old.txt").unlink()
        for arguments in ((), ("nl",), ("--check",)):
            ran = l10n(project, "render", *arguments)
            assert ran.code == 0
            for locale in ("nl", "ru"):
                told = "warning: its source is gone; `l10n render --prune` removes it"
                assert f"build/{locale}/deep/old.txt: {told}\n" in ran.err
        before = snapshot(project)
        for option, code in (("--check", 1), ("--diff", 0)):
            ran = l10n(project, "render", "--prune", option)
            assert ran.code == code
            assert "would remove build/nl/deep/old.txt\n" in ran.err
            assert snapshot(project) == before
        ran = l10n(project, "render", "--prune")
        assert (ran.code, "removed build/nl/deep/old.txt\n" in ran.err) == (0, True)
        assert not (project / "build" / "nl" / "deep").exists()
        assert (project / "build" / "nl" / "new.txt").exists()
        ran = l10n(project, "render", "--prune", "--check")
        assert (ran.code, "gone" in ran.err, "remove" in ran.err) == (0, False, False)

    def test_those_of_a_locale_that_is_gone_go_too(self, project: Path, l10n: Command) -> None:
        (project / "l10n.toml").write_text(CONFIGURATION.replace(', "ru"', ""), encoding="utf-8")
        assert "build/ru/new.txt: warning: its source is gone" in l10n(project, "render").err
        assert l10n(project, "render", "--prune").code == 0
        assert not (project / "build" / "ru").exists()
        assert (project / "build" / "nl" / "new.txt").exists()

    def test_what_others_have_there_stays(self, project: Path, l10n: Command) -> None:
        """A file nobody of us wrote, one that was changed since, and what a link leads to."""
        (project / "source" / "deep" / "old.txt").unlink()
        foreign = project / "build" / "nl" / "index.html"
        foreign.write_text("<p>made by the site</p>", encoding="utf-8")
        changed = project / "build" / "nl" / "deep" / "old.txt"
        changed.write_text("changed by hand\n", encoding="utf-8")
        shutil.copytree(project / "build" / "ru" / "deep", project / "elsewhere")
        shutil.rmtree(project / "build" / "ru" / "deep")
        (project / "build" / "ru" / "deep").symlink_to(project / "elsewhere")
        before = snapshot(project)
        ran = l10n(project, "render", "--prune")
        assert snapshot(project) == before
        assert (project / "elsewhere" / "old.txt").exists()
        for locale in ("nl", "ru"):
            assert f"build/{locale}/deep/old.txt: warning: its source is gone, but it is not as" in ran.err
        assert "index.html" not in ran.err

    @pytest.mark.parametrize("damage", ["", "[]", "{", '{"build/nl/new.txt": 1, "../l10n.toml": "-"}'])
    def test_without_a_record_nothing_is_removed(self, project: Path, l10n: Command, damage: str) -> None:
        (state_folder(project) / "results.json").write_text(damage, encoding="utf-8")
        (project / "source" / "deep" / "old.txt").unlink()
        before = snapshot(project)
        assert l10n(project, "render", "--prune").code == 0
        assert snapshot(project) == before

    def test_nothing_is_removed_after_an_error(self, project: Path, l10n: Command) -> None:
        (project / "source" / "deep" / "old.txt").unlink()
        (project / "source" / "new.txt").write_bytes(b"\xff")
        before = snapshot(project)
        assert l10n(project, "render", "--prune").code == 2
        assert snapshot(project) == before


class TestCatalogs:
    LIVE = Path("locales/nl/LC_MESSAGES/deep/old.po")
    ASIDE = Path("locales/.gone/nl/LC_MESSAGES/deep/old.po")

    def test_those_of_a_document_that_is_gone_are_said_once_and_set_aside_when_asked(
        self, project: Path, l10n: Command
    ) -> None:
        (project / "source" / "deep" / "old.txt").unlink()
        ran = l10n(project, "extract")
        told = "its document is gone; `l10n extract --prune` sets its translations aside"
        assert (ran.code, ran.err.count("is gone")) == (0, 1)
        assert f"locales/deep/old.pot: warning: {told}\n" in ran.err
        before, content = snapshot(project), (project / self.LIVE).read_bytes()
        for option, code in (("--check", 1), ("--diff", 0)):
            ran = l10n(project, "extract", "--prune", option)
            assert ran.code == code
            assert f"would write {self.ASIDE}\n" in ran.err
            assert f"would remove {self.LIVE}\n" in ran.err
            assert snapshot(project) == before
        ran = l10n(project, "extract", "--prune")
        assert (ran.code, f"wrote {self.ASIDE}\n" in ran.err) == (0, True)
        assert f"removed {self.LIVE}\n" in ran.err
        left = [name for name in snapshot(project / "locales") if "old" in name]
        assert left == [self.ASIDE.relative_to("locales").as_posix()]  # Russian had no translation
        assert (project / self.ASIDE).read_bytes() == content
        ran = l10n(project, "extract", "--prune", "--check")
        assert (ran.code, "gone" in ran.err, "old" in ran.err) == (0, False, False)
        assert "old" not in l10n(project, "check").out

    def test_a_document_that_returns_has_its_catalogs_back_byte_for_byte(
        self, project: Path, l10n: Command
    ) -> None:
        source = project / "source" / "deep" / "old.txt"
        text, before = source.read_bytes(), (project / self.LIVE).read_bytes()
        source.unlink()
        assert l10n(project, "extract", "--prune").code == 0
        source.write_bytes(text)
        assert l10n(project, "extract", "--check").code == 1
        assert (project / self.ASIDE).exists()
        assert l10n(project, "extract").code == 0
        assert (project / self.LIVE).read_bytes() == before
        assert not (project / self.ASIDE).exists()

    def test_a_paragraph_of_a_document_that_is_gone_may_return_in_another(
        self, project: Path, l10n: Command
    ) -> None:
        (project / "source" / "deep" / "old.txt").unlink()
        assert l10n(project, "extract", "--prune").code == 0
        with (project / "source" / "new.txt").open("a", encoding="utf-8") as source:
            source.write("\nThe old text.\n")
        assert "1 translated as in other documents" in l10n(project, "extract").err
        new = project / "locales" / "nl" / "LC_MESSAGES" / "new.po"
        assert 'msgstr "De oude tekst."' in new.read_text(encoding="utf-8")
        assert (project / self.ASIDE).exists()

    def test_those_of_a_locale_that_is_gone_are_said_in_one_line_and_come_back(
        self, project: Path, l10n: Command
    ) -> None:
        before = snapshot(project / "locales")
        (project / "l10n.toml").write_text(CONFIGURATION.replace('"nl", ', ""), encoding="utf-8")
        ran = l10n(project, "extract")
        told = "the configuration names no such locale; `l10n extract --prune` sets 2 catalogs aside"
        assert ran.err.count("warning") == 1
        assert f"locales/nl: warning: {told}\n" in ran.err
        assert l10n(project, "extract", "--prune").code == 0
        assert not (project / "locales" / "nl").exists()
        (project / "l10n.toml").write_text(CONFIGURATION, encoding="utf-8")
        assert l10n(project, "extract").code == 0
        name = self.LIVE.relative_to("locales").as_posix()
        assert snapshot(project / "locales")[name] == before[name]

    def test_what_is_set_aside_twice_is_not_overwritten(self, project: Path, l10n: Command) -> None:
        (project / "source" / "deep" / "old.txt").unlink()
        live = (project / self.LIVE).read_bytes()
        assert l10n(project, "extract", "--prune").code == 0
        (project / self.LIVE).parent.mkdir(parents=True)
        (project / self.LIVE).write_bytes(live.replace(b"De oude", b"Een oude"))
        before = snapshot(project)
        ran = l10n(project, "extract", "--prune")
        assert f"{self.LIVE}: warning: its document is gone, but it stays: {self.ASIDE} has" in ran.err
        assert snapshot(project) == before
        (project / self.LIVE).write_bytes(live)
        assert l10n(project, "extract", "--prune").code == 0
        assert not (project / self.LIVE).exists()

    def test_catalogs_of_other_programs_and_those_that_links_lead_to_stay(
        self, project: Path, l10n: Command, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        text = 'msgid ""\nmsgstr "Language: de\\n"\n\n#: site/views.py:7\nmsgid "Home"\nmsgstr "Start"\n'
        for name in ("de/LC_MESSAGES/django.po", "nl/LC_MESSAGES/django.po", "django.pot", "nl/notes.po"):
            path = project / "locales" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        outside = tmp_path_factory.mktemp("outside")
        shutil.copytree(project / "locales" / "nl", outside / "fr")
        (project / "locales" / "fr").symlink_to(outside / "fr")
        before, theirs = snapshot(project), snapshot(outside)
        ran = l10n(project, "extract", "--prune")
        assert (ran.code, "django" in ran.err, "fr" in ran.err) == (0, False, False)
        assert (snapshot(project), snapshot(outside)) == (before, theirs)

    def test_nothing_is_set_aside_or_taken_back_out_of_the_project(
        self, project: Path, l10n: Command, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        source, outside = project / "source" / "deep" / "old.txt", tmp_path_factory.mktemp("outside")
        text = source.read_bytes()
        source.unlink()
        (project / "locales" / ".gone").symlink_to(outside)
        before = snapshot(project)
        ran = l10n(project, "extract", "--prune")
        assert (ran.code, f"{self.ASIDE}: leads out of the project" in ran.err) == (2, True)
        assert (snapshot(project), snapshot(outside)) == (before, {})
        theirs = outside / "nl" / "LC_MESSAGES" / "deep" / "old.po"
        theirs.parent.mkdir(parents=True)
        (project / self.LIVE).rename(theirs)
        source.write_bytes(text)
        ran = l10n(project, "extract")
        assert (ran.code, f"{self.ASIDE}: leads out of the project" in ran.err) == (2, True)
        assert theirs.exists()
        assert not (project / self.LIVE).exists()

    def test_a_renamed_source_is_left_to_migrate(self, project: Path, l10n: Command) -> None:
        (project / "source" / "deep" / "old.txt").rename(project / "source" / "other.txt")
        ran = l10n(project, "extract", "--prune")
        assert "`l10n migrate --rename deep/old other` moves its translations" in ran.err
        assert (project / self.LIVE).exists()
        assert l10n(project, "migrate", "--rename", "deep/old", "other").code == 0
        assert not (project / self.LIVE).exists()
        found = (project / "locales/nl/LC_MESSAGES/other.po").read_bytes()
        assert {m.msgid: m.msgstr[0] for m in pofile.read(found, "other.po").messages}["The old text."] == (
            "De oude tekst."
        )

    def test_git_shows_what_was_set_aside(self, project: Path, l10n: Command) -> None:
        subprocess.run(["git", "init", "-q"], cwd=project, check=True)
        (project / "source" / "deep" / "old.txt").unlink()
        assert l10n(project, "extract", "--prune").code == 0
        shown = subprocess.run(
            ["git", "status", "--porcelain", "-uall"], cwd=project, check=True, capture_output=True, text=True
        )
        assert f"?? {self.ASIDE}\n" in shown.stdout
