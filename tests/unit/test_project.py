"""The configuration: found upwards, checked whole, with the environment above the file."""

import re
from pathlib import Path

import pytest

from l10n.errors import ConfigurationError
from l10n.languages.tags import locale_problem
from l10n.project import Project, find_project


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_it_is_found_upwards_from_a_folder_below(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", '[tool.l10n]\nlocales = ["nl"]\n')
    below = tmp_path / "source" / "deep"
    below.mkdir(parents=True)
    write(below, "pyproject.toml", "[tool.other]\n")
    assert find_project(below, {}).root == tmp_path


def test_the_defaults(tmp_path: Path) -> None:
    write(tmp_path, "l10n.toml", 'locales = ["nl", "zh_Hant_TW", "sr@latin"]\n')
    assert find_project(tmp_path, {}) == Project(root=tmp_path, locales=("nl", "zh_Hant_TW", "sr@latin"))


def test_the_environment_beats_the_file(tmp_path: Path) -> None:
    write(tmp_path, "l10n.toml", 'locales = ["nl"]\nrepair = true\n')
    project = find_project(
        tmp_path, {"L10N_LOCALES": "ru, en", "L10N_REPAIR": "0", "L10N_OTHER": "x", "L10N": "y"}
    )
    assert project.locales == ("ru", "en")
    assert project.repair is False


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, "l10n.toml", 'locale = ["nl"]\nrepair = 3\n')
    with pytest.raises(ConfigurationError.__mro__[1]) as raised:
        find_project(tmp_path, {})
    assert [
        line.split(": ")[1] for line in str(raised.value).splitlines() if line.startswith("l10n.toml")
    ] == ["locale", "repair", "locales"]


def test_the_last_matching_pattern_gives_the_encoding() -> None:
    project = Project(root=Path("/x"), encodings={"source/*.txt": "cp1251", "source/b*.txt": "koi8-r"})
    assert project.source_settings.encoding_of("source/a.txt") == "cp1251"
    assert project.source_settings.encoding_of("source/b.txt") == "koi8-r"
    assert project.source_settings.encoding_of("source/deep/a.md") == "utf-8"


def test_the_last_matching_pattern_gives_the_most_characters_and_a_locale_its_own_rules(
    tmp_path: Path,
) -> None:
    table = '[max_length]\n"source/*.md" = 80\n"source/b*.md" = 20\n'
    rules = "[subtitles]\nlines = 3\n[subtitles.ja]\ncharacters_per_line = 26\n"
    write(tmp_path, "l10n.toml", f'locales = ["nl", "ja"]\n{table}{rules}')
    settings = find_project(tmp_path, {}).check_settings
    assert settings.limits_of("source/a.md", "nl").characters == 80
    assert settings.limits_of("source/b.md", "nl").characters == 20
    assert settings.limits_of("source/b.txt", "nl").characters is None
    for locale, width in (("nl", 42), ("ja", 26)):
        found = settings.limits_of("source/a.srt", locale).subtitles
        assert (found.lines, found.characters_per_line, found.is_house) == (3, width, True)
    assert not Project(root=tmp_path).check_settings.limits_of("source/a.srt", "nl").subtitles.is_house


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("max_length = 80", "must be a table"),
        ('max_length = { "*.md" = 0 }', "*.md must be a whole number from 1"),
        ('max_length = { "*.md" = true }', "*.md must be a whole number from 1"),
        ("subtitles = { line = 2 }", "line is not one of characters_per_second, characters_per_line, lines"),
        ("subtitles = { is_house = true }", "is_house is not one of"),
        ('subtitles = { nl = { lines = "2" } }', "nl.lines must be a whole number from 1"),
        ("subtitles = { lines = { nl = 2 } }", "lines.nl is not one of"),
        ("subtitles = { nl-NL = { lines = 2 } }", "is not the name of a locale"),
        ('fail_on = "never"', 'must be one of "error", "warning", "info"'),
    ],
)
def test_what_is_no_limit_is_told(tmp_path: Path, table: str, said: str) -> None:
    write(tmp_path, "l10n.toml", f'locales = ["nl"]\n{table}\n')
    with pytest.raises(ConfigurationError, match=re.escape(said)):
        find_project(tmp_path, {})


@pytest.mark.parametrize("locale", ["nl", "pt_BR", "zh_Hant", "zh_Hant_TW", "es_419", "sr@latin", "fil"])
def test_well_formed_locales(locale: str) -> None:
    assert locale_problem(locale) == ""


@pytest.mark.parametrize(
    "locale", ["", "NL", "n", "../..", "nl/../x", "nl_nl", "nl-NL", "ru_RU.UTF-8", "nl\n", "a" * 99]
)
def test_what_is_no_locale(locale: str) -> None:
    assert "is not the name of a locale" in locale_problem(locale)
