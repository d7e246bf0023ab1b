"""Spelling and wrong languages: dictionaries of the project, words of the house, and what is not there."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Command

DICTIONARIES = Path(__file__).parent.parent / "cases" / "checks" / "dictionaries"


@pytest.fixture
def story(tmp_path: Path, l10n: Command) -> Path:
    """A project with one translated sentence and a Dutch dictionary of seven words, and no other dictionaries."""
    (tmp_path / "l10n.toml").write_text('locales = ["nl"]\ndictionaries = "words"\n', encoding="utf-8")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "story.txt").write_text("She flies to the station.\n", encoding="utf-8")
    shutil.copytree(DICTIONARIES, tmp_path / "words")
    assert l10n(tmp_path, "extract").code == 0
    write(tmp_path, "Ze vliegt naar het station.")
    return tmp_path


def write(folder: Path, msgstr: str) -> None:
    path = folder / "locales/nl/LC_MESSAGES/story.po"
    head, _, _ = path.read_text(encoding="utf-8").rpartition("msgstr ")
    path.write_text(f'{head}msgstr "{msgstr}"\n', encoding="utf-8")


class TestSpelling:
    def test_what_the_dictionary_has_is_no_finding(self, story: Path, l10n: Command) -> None:
        assert l10n(story, "check").code == 0

    def test_a_word_that_it_lacks_is_found_once_with_what_may_be_meant(
        self, story: Path, l10n: Command
    ) -> None:
        write(story, "Ze vleigt en vleigt naar het station.")
        ran = l10n(story, "check")
        assert ran.code == 1
        assert ran.out.count("“vleigt” is not in the dictionary") == 1
        assert "did you mean “vliegt”?" in ran.out

    def test_a_word_of_the_house_is_right_from_the_next_run_on(self, story: Path, l10n: Command) -> None:
        write(story, "Ze vliegt razendsnel naar het station.")
        assert "“razendsnel” is not in the dictionary" in l10n(story, "check").out
        (story / "words" / "nl.txt").write_text("Razendsnel\n", encoding="utf-8")
        assert l10n(story, "check").code == 0

    def test_a_group_does_not_ask_for_it(self, story: Path, l10n: Command) -> None:
        write(story, "Ze vleigt naar het station.")
        assert l10n(story, "check", "--select", "text").code == 0
        assert l10n(story, "check", "--select", "spelling").code == 1

    @pytest.mark.parametrize(
        ("rules", "words"), [("SET UTF-8\n", ""), ("SET nothing-of-the-kind\n", "1\nze\n")]
    )
    def test_a_dictionary_that_is_none_is_an_error_with_its_place(
        self, story: Path, l10n: Command, rules: str, words: str
    ) -> None:
        (story / "words" / "nl.dic").write_text(words, encoding="utf-8")
        (story / "words" / "nl.aff").write_text(rules, encoding="utf-8")
        ran = l10n(story, "check")
        assert ran.code == 2
        assert "nl.dic: this dictionary cannot be read" in ran.err

    def test_a_language_without_dictionary_is_an_error_that_says_what_to_install(
        self, story: Path, l10n: Command
    ) -> None:
        (story / "l10n.toml").write_text('locales = ["fy"]\ndictionaries = "words"\n', encoding="utf-8")
        assert l10n(story, "extract").code == 0
        path = story / "locales/fy/LC_MESSAGES/story.po"
        path.write_text(
            path.read_text(encoding="utf-8")
            .replace('msgstr ""\n', 'msgstr "x"\n')
            .replace('msgstr "x"\n"', 'msgstr ""\n"'),
            encoding="utf-8",
        )
        ran = l10n(story, "check")
        assert ran.code == 2
        assert "there is no hunspell dictionary for fy" in ran.err
        assert "hunspell-fy" in ran.err


class TestWrongLanguage:
    def test_a_translation_into_another_language_is_found(self, story: Path, l10n: Command) -> None:
        write(story, "Elle vole vers la station spatiale avec son équipage.")
        ran = l10n(story, "check", "--select", "wrong-language")
        assert ran.code == 1
        assert "this looks like fr, but the catalog is nl" in ran.out
