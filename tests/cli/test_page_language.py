"""A localized page says which language it is in, unless the configuration leaves that to its author."""

from pathlib import Path

import pytest

from tests.conftest import Command

PAGE = '<!doctype html>\n<html lang="en">\n<title>The launch</title>\n<p>Text.</p>\n'


@pytest.fixture
def project(tmp_path: Path, l10n: Command) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "l10n.toml").write_text(
        'source_locale = "en"\nlocales = ["nl", "he", "pt_BR"]\n', encoding="utf-8"
    )
    assert l10n(tmp_path, "extract").code == 0
    return tmp_path


def translate(project: Path, locale: str) -> None:
    path = project / "locales" / locale / "LC_MESSAGES" / "page.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgid "Text."\nmsgstr ""', 'msgid "Text."\nmsgstr "X."'), encoding="utf-8")


def rendered(project: Path, locale: str) -> str:
    return (project / "build" / locale / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("locale", "tag"),
    [("nl", '<html lang="nl">'), ("he", '<html dir="rtl" lang="he">'), ("pt_BR", '<html lang="pt-BR">')],
)
def test_lang_and_dir_follow_the_locale(project: Path, l10n: Command, locale: str, tag: str) -> None:
    translate(project, locale)
    assert l10n(project, "render", locale).code == 0
    assert rendered(project, locale) == PAGE.replace('<html lang="en">', tag).replace("Text.", "X.")


def test_a_page_of_which_nothing_is_translated_stays_as_it_is(project: Path, l10n: Command) -> None:
    assert l10n(project, "render", "nl").code == 0
    assert rendered(project, "nl") == PAGE


def test_the_configuration_can_leave_it_to_the_author(project: Path, l10n: Command) -> None:
    translate(project, "nl")
    configuration = project / "l10n.toml"
    configuration.write_text(
        configuration.read_text(encoding="utf-8") + "rewrite_lang = false\n", encoding="utf-8"
    )
    assert l10n(project, "render", "nl").code == 0
    assert rendered(project, "nl") == PAGE.replace("Text.", "X.")
