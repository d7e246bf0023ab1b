"""How long a translation may be, from the source and the configuration to the exit code."""

import re
from pathlib import Path

import pytest

from tests.conftest import Command, Ran

CUES = "1\n00:00:01,000 --> 00:00:02,000\nIt flies again.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl"]\n', encoding="utf-8")
    (tmp_path / "source").mkdir()
    return tmp_path


def configure(project: Path, text: str) -> None:
    with (project / "l10n.toml").open("a", encoding="utf-8") as file:
        file.write(text)


def translate(project: Path, l10n: Command, name: str, source: str, msgid: str, msgstr: str) -> Path:
    (project / "source" / name).write_text(source, encoding="utf-8")
    assert l10n(project, "extract").code == 0
    path = project / f"locales/nl/LC_MESSAGES/{Path(name).stem}.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"'), encoding="utf-8"
    )
    return path


def codes(ran: Ran) -> list[str]:
    return re.findall(r"^\S+?:\d+:\d+: (\S+) ", ran.out, re.MULTILINE)


class TestMessages:
    def test_a_comment_of_the_author_limits_a_message_in_every_locale(
        self, project: Path, l10n: Command
    ) -> None:
        source = "<!-- i18n:comment max-length:20 -->\nSave the file\n"
        translate(project, l10n, "a.md", source, "Save the file", "Het bestand opslaan dan maar")
        assert codes(l10n(project, "check", "--select", "too-long")) == ["too-long"]

    def test_a_flag_stays_in_the_catalog_and_limits_its_message(self, project: Path, l10n: Command) -> None:
        path = translate(project, l10n, "a.md", "Save the file\n", "Save the file", "Het bestand opslaan")
        assert l10n(project, "check", "--select", "too-long").code == 0
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('msgid "Save', '#, max-length:10\nmsgid "Save'), encoding="utf-8")
        (project / "source/a.md").write_text("Save the file\n\nAnother text\n", encoding="utf-8")
        assert l10n(project, "extract").code == 0
        ran = l10n(project, "check", "--select", "too-long")
        assert (ran.code, codes(ran)) == (1, ["too-long"])
        assert "19 characters, and its flag allows 10" in ran.out

    def test_the_configuration_limits_a_document(self, project: Path, l10n: Command) -> None:
        translate(project, l10n, "a.md", "Save the file\n", "Save the file", "Het bestand opslaan")
        configure(project, '[max_length]\n"source/b.md" = 10\n')
        assert l10n(project, "check", "--select", "too-long").code == 0
        configure(project, '"source/a.md" = 10\n')
        assert codes(l10n(project, "check", "--select", "too-long")) == ["too-long"]


class TestSubtitles:
    OPTIONS = ("check", "--select", "subtitle-too-fast,subtitle-too-long")

    def test_broadcasters_inform_and_the_house_warns(self, project: Path, l10n: Command) -> None:
        translate(project, l10n, "a.srt", CUES, "It flies again.", "Het vliegtuig vliegt weer.")
        ran = l10n(project, *self.OPTIONS)
        assert (ran.code, codes(ran)) == (0, ["subtitle-too-fast"])
        assert "26 characters in 1 s are 26.0 a second, and readers have 20 [info]" in ran.out
        configure(project, "[subtitles]\ncharacters_per_second = 17\n")
        assert l10n(project, *self.OPTIONS).code == 1
        configure(project, "[subtitles.nl]\ncharacters_per_second = 30\n")
        assert l10n(project, *self.OPTIONS).out == ""

    def test_a_text_that_is_no_subtitle_has_no_lines(self, project: Path, l10n: Command) -> None:
        configure(project, "[subtitles]\nlines = 1\ncharacters_per_line = 5\n")
        translate(project, l10n, "a.md", "It flies again.\n", "It flies again.", "Het vliegtuig vliegt weer.")
        assert l10n(project, *self.OPTIONS).out == ""
