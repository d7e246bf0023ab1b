"""A translator's round, an editor's round, and the flags of each command."""

import io
import json
import subprocess
from pathlib import Path

import polib
import pytest

from tests.conftest import Command, snapshot


def gettext(*arguments: str | Path) -> str:
    ran = subprocess.run([*map(str, arguments)], capture_output=True, text=True, check=True)
    assert "warning" not in ran.stderr
    return ran.stdout


@pytest.mark.usefixtures("gettext_tools")
def test_a_translators_whole_round_with_gnu_gettext(small: Path, l10n: Command) -> None:
    """msgmerge, msgattrib and msgfmt accept our files, and what they edit is read back."""
    assert l10n(small, "extract").code == 0
    template = small / "locales" / "note.pot"
    catalog = small / "locales" / "ru" / "LC_MESSAGES" / "note.po"
    gettext("msgfmt", "--check", "-o", "/dev/null", catalog)
    assert gettext("msgcat", catalog).encode() == catalog.read_bytes()
    gettext("msgmerge", "--update", "--backup=off", "--quiet", catalog, template)
    assert l10n(small, "extract", "--check").code == 0
    # The translator fills in two messages, marks one fuzzy, and lets msgattrib clear the mark again.
    po = polib.pofile(str(catalog), wrapwidth=78)
    for entry, text in zip(po, ["Заголовок", "Первый абзац.", "Второй."], strict=True):
        entry.msgstr = text
    po[2].flags.append("fuzzy")
    po.save()
    assert "fuzzy-message" in l10n(small, "check", "ru").out
    gettext("msgattrib", "--clear-fuzzy", "-o", catalog, catalog)
    gettext("msgfmt", "--check", "-o", "/dev/null", catalog)
    assert l10n(small, "check", "ru").code == 0
    assert l10n(small, "render", "ru").code == 0
    built = (small / "build/ru/note.txt").read_text(encoding="utf-8")
    assert built == "Заголовок\n\nПервый абзац.\n\nВторой.\n"
    # The source moves on; their fuzzy matching and ours agree on what is new.
    (small / "source/note.txt").write_bytes(b"A title\n\nFirst paragraph, longer.\n\nSecond one.\n")
    assert l10n(small, "extract").code == 0
    entry = polib.pofile(str(catalog))[1]
    assert (entry.fuzzy, entry.previous_msgid, entry.msgstr) == (True, "First paragraph.", "Первый абзац.")
    before = catalog.read_bytes()
    gettext("msgmerge", "--update", "--backup=off", "--quiet", "--previous", catalog, template)
    assert l10n(small, "extract").code == 0
    assert catalog.read_bytes() == before


def test_messages_come_and_go_and_nothing_is_lost(small: Path, l10n: Command) -> None:
    l10n(small, "extract")
    catalog = small / "locales/nl/LC_MESSAGES/note.po"
    po = polib.pofile(str(catalog))
    for entry in po:
        entry.msgstr = f"nl: {entry.msgid}"
    po.save()
    l10n(small, "extract")
    complete = catalog.read_bytes()
    (small / "source/note.txt").write_bytes(b"A title\n\nFirst paragraph.\n")
    ran = l10n(small, "extract")
    assert "1 obsolete" in ran.err
    assert '#~ msgstr "nl: Second one."' in catalog.read_text(encoding="utf-8")
    (small / "source/note.txt").write_bytes(b"A title\n\nFirst paragraph.\n\nSecond one.\n")
    assert "1 revived" in l10n(small, "extract").err
    assert catalog.read_bytes() == complete


def test_somebody_elses_name_is_not_explained_as_ours(article: Path, l10n: Command) -> None:
    with (article / "source/russian-actress-iss.txt").open("a", encoding="utf-8") as source:
        source.write("\n\nYulia Navalnaya was not on board.\n")
    assert l10n(article, "extract").code == 0
    text = (article / "locales/nl/LC_MESSAGES/russian-actress-iss.po").read_text(encoding="utf-8")
    assert "Yulia →" not in text


def test_a_catalog_without_a_header_gets_one(small: Path, l10n: Command) -> None:
    catalog = small / "locales/nl/LC_MESSAGES/note.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_bytes(b'msgid "A title"\nmsgstr "Een titel"\n')
    assert l10n(small, "extract").code == 0
    po = polib.pofile(str(catalog))
    assert po.metadata["Language"] == "nl"
    assert po[0].msgstr == "Een titel"
    assert l10n(small, "extract", "--check").code == 0


def test_extracted_comments_tell_what_and_whose_names(article: Path) -> None:
    text = (article / "locales/nl/LC_MESSAGES/russian-actress-iss.po").read_text(encoding="utf-8")
    assert "#. names: Joelia Peresild → Joelia Peresild; Vizov → Vyzov" in text
    template = (article / "locales/russian-actress-iss.pot").read_text(encoding="utf-8")
    assert "Joelia Peresild → Юлия Пересильд" in template
    assert "POT-Creation-Date" not in template


class TestRender:
    def test_what_is_untranslated_stands_in_the_source_language_with_a_warning(
        self, small: Path, l10n: Command
    ) -> None:
        l10n(small, "extract")
        ran = l10n(small, "render", "nl")
        assert ran.code == 0
        assert "build/nl/note.txt: warning: 3 texts left in the source language\n" in ran.err
        assert (small / "build/nl/note.txt").read_bytes() == (small / "source/note.txt").read_bytes()

    def test_require_refuses_a_locale_below_it_and_writes_the_others(
        self, small: Path, l10n: Command
    ) -> None:
        l10n(small, "extract")
        catalog = small / "locales/nl/LC_MESSAGES/note.po"
        text = catalog.read_text(encoding="utf-8")
        head, body = text.split("#. heading", 1)
        catalog.write_text(head + "#. heading" + body.replace('msgstr ""', 'msgstr "x"'), encoding="utf-8")
        ran = l10n(small, "render", "--require", "50")
        assert ran.code == 1
        assert "build/ru/note.txt: not written: 0% translated, 50% required" in ran.err
        assert [path.name for path in (small / "build").iterdir()] == ["nl"]

    def test_fuzzy_is_never_used_unless_asked(self, article: Path, l10n: Command) -> None:
        path = article / "locales/nl/LC_MESSAGES/russian-actress-iss.po"
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace('msgid "Tom Cruise wants too"', '#, fuzzy\nmsgid "Tom Cruise wants too"'),
            encoding="utf-8",
        )
        l10n(article, "render", "nl")
        built = article / "build/nl/russian-actress-iss.txt"
        assert "Tom Cruise wants too" in built.read_text(encoding="utf-8")
        l10n(article, "render", "nl", "--use-fuzzy")
        assert "Tom Cruise wil ook" in built.read_text(encoding="utf-8")

    def test_a_source_in_another_encoding_is_written_in_it_unless_it_cannot_be(
        self, small: Path, l10n: Command
    ) -> None:
        (small / "source/note.txt").write_bytes("Café\n\nFirst.\n".encode("latin-1"))
        (small / "l10n.toml").write_text('locales = ["ru"]\nencoding = "latin-1"\n', encoding="utf-8")
        l10n(small, "extract")
        catalog = small / "locales/ru/LC_MESSAGES/note.po"
        l10n(small, "render")
        assert (small / "build/ru/note.txt").read_bytes() == (small / "source/note.txt").read_bytes()
        text = catalog.read_text(encoding="utf-8")
        catalog.write_text(
            text.replace('msgid "Café"\nmsgstr ""', 'msgid "Café"\nmsgstr "Кафе"'), encoding="utf-8"
        )
        before = snapshot(small)
        ran = l10n(small, "render")
        assert ran.code == 2
        assert "build/ru/note.txt:1:1: 'К' cannot be written in iso8859-1" in ran.err
        assert snapshot(small) == before
        with (small / "l10n.toml").open("a", encoding="utf-8") as config:
            config.write('output_encoding = "utf-8"\n')
        assert l10n(small, "render").code == 0
        assert (small / "build/ru/note.txt").read_text(encoding="utf-8") == "Кафе\n\nFirst.\n"


class TestCheckAndDiffWriteNothing:
    @pytest.mark.parametrize("verb", [["extract"], ["render"], ["names", "fix"], ["repair"]], ids=" ".join)
    @pytest.mark.parametrize("flag", ["--check", "--diff"])
    def test_nothing_is_written(self, article: Path, l10n: Command, verb: list[str], flag: str) -> None:
        path = article / "locales/en/LC_MESSAGES/russian-actress-iss.po"
        path.write_text(path.read_text(encoding="utf-8").replace("Yulia", "Joelia"), encoding="utf-8")
        with (article / "source/russian-actress-iss.txt").open("a", encoding="utf-8") as source:
            source.write("\n\nOne more paragraph.\n")
        before = snapshot(article)
        ran = l10n(article, *verb, flag)
        assert snapshot(article) == before
        assert ran.code == (1 if flag == "--check" else 0)
        assert ran.out.startswith("--- ") == (flag == "--diff")


class TestRepair:
    def test_each_repair_is_listed_with_place_before_after_and_rule(
        self, article: Path, l10n: Command
    ) -> None:
        ran = l10n(article, "repair")
        assert ran.code == 0
        lines = ran.out.splitlines()
        assert len(lines) == 14
        assert lines[0].startswith("source/russian-actress-iss.txt:3:")
        assert "lost-apostrophe" in lines[0]
        assert lines[-1].endswith("cp874-quotation-mark โ€ → ”")

    def test_write_repairs_the_source_and_then_there_is_nothing_left(
        self, article: Path, l10n: Command
    ) -> None:
        assert l10n(article, "repair", "--write").code == 0
        text = (article / "source/russian-actress-iss.txt").read_text(encoding="utf-8")
        assert "They’re going to shoot" in text
        assert "“We always tell them" in text
        assert l10n(article, "repair", "--check").code == 0
        assert l10n(article, "check").code == 0

    def test_repair_false_turns_it_off(self, article: Path, l10n: Command) -> None:
        with (article / "l10n.toml").open("a", encoding="utf-8") as config:
            config.write("repair = false\n")
        ran = l10n(article, "extract")
        assert ran.code == 0
        assert "repaired" not in ran.err
        assert "Theyre" in (article / "locales/russian-actress-iss.pot").read_text(encoding="utf-8")

    def test_write_does_not_go_with_check(self, article: Path, l10n: Command) -> None:
        assert l10n(article, "repair", "--write", "--check").code == 2


class TestInit:
    def test_a_new_project_works_from_the_first_minute(self, tmp_path: Path, l10n: Command) -> None:
        ran = l10n(tmp_path, "init", "--source-locale", "en", "--locale", "nl", "--locale", "ru")
        assert ran.code == 0
        (tmp_path / "source" / "a.txt").write_bytes(b"Hello.\n")
        assert l10n(tmp_path, "extract").code == 0
        assert l10n(tmp_path, "check").code == 1
        assert l10n(tmp_path, "render").code == 0

    def test_a_project_is_not_started_twice(self, tmp_path: Path, l10n: Command) -> None:
        l10n(tmp_path, "init", "--source-locale", "en", "--locale", "nl")
        before = snapshot(tmp_path)
        ran = l10n(tmp_path, "init", "--source-locale", "en", "--locale", "nl")
        assert (ran.code, ran.err) == (2, "l10n: l10n.toml: this folder already is an l10n project\n")
        assert snapshot(tmp_path) == before

    def test_without_a_terminal_it_does_not_ask(
        self, tmp_path: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO())
        assert "standard input is not a terminal" in l10n(tmp_path, "init").err

    def test_what_is_no_locale_is_refused(self, tmp_path: Path, l10n: Command) -> None:
        assert l10n(tmp_path, "init", "--source-locale", "en", "--locale", "xx").code == 2
        assert not any(tmp_path.iterdir())


class TestMachineReadable:
    def test_status(self, article: Path, l10n: Command) -> None:
        answer = json.loads(l10n(article, "status", "--output-format", "json").out)
        assert answer["schema_version"] == 1
        assert [row["percent"] for row in answer["documents"]] == [100, 100, 100]

    def test_check(self, article: Path, l10n: Command) -> None:
        path = article / "locales/en/LC_MESSAGES/russian-actress-iss.po"
        path.write_text(path.read_text(encoding="utf-8").replace("Yulia", "Joelia"), encoding="utf-8")
        (finding,) = json.loads(l10n(article, "check", "--output-format", "json").out)["findings"]
        assert finding["code"] == "inconsistent-name"
        assert finding["edit"]["replacement"].startswith("Yulia")
        assert finding["because"]

    def test_names(self, article: Path, l10n: Command) -> None:
        names = json.loads(l10n(article, "names", "list", "--output-format", "json").out)["names"]
        assert {name["id"] for name in names} >= {"yulia-peresild", "klim-shipenko", "vyzov", "iss"}


def test_the_table_of_names_fits_a_terminal(article: Path, l10n: Command) -> None:
    table = l10n(article, "names", "list").out
    assert "Joelia Peresild" in table
    assert max(len(line) for line in table.splitlines()) <= 110


def test_an_unknown_command_is_a_usage_error(small: Path, l10n: Command) -> None:
    assert l10n(small, "extrat").code == 2


def test_the_version(small: Path, l10n: Command) -> None:
    from l10n import __version__

    assert l10n(small, "--version").out == f"l10n {__version__}\n"
