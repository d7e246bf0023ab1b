"""The configuration: found upwards, checked whole, with the environment above the file."""

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


@pytest.mark.parametrize("locale", ["nl", "pt_BR", "zh_Hant", "zh_Hant_TW", "es_419", "sr@latin", "fil"])
def test_well_formed_locales(locale: str) -> None:
    assert locale_problem(locale) == ""


@pytest.mark.parametrize(
    "locale", ["", "NL", "n", "../..", "nl/../x", "nl_nl", "nl-NL", "ru_RU.UTF-8", "nl\n", "a" * 99]
)
def test_what_is_no_locale(locale: str) -> None:
    assert "is not the name of a locale" in locale_problem(locale)
