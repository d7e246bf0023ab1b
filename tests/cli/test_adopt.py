"""`l10n adopt`: translations made before become the catalog's."""

from pathlib import Path

import pytest

from l10n.catalog import pofile
from tests.conftest import Command, snapshot


def catalog(folder: Path, locale: str) -> Path:
    return folder / "locales" / locale / "LC_MESSAGES" / "russian-actress-iss.po"


def texts(path: Path) -> dict[str, str]:
    live = pofile.read(path.read_bytes(), path.name).catalog("", "").live
    return {message.msgid: message.msgstr[0] for message in live}


@pytest.mark.parametrize("locale", ["nl", "en", "ru"])
def test_a_rendered_article_gives_back_its_translations(article: Path, l10n: Command, locale: str) -> None:
    before = texts(catalog(article, locale))
    l10n(article, "render", locale)
    catalog(article, locale).unlink()
    l10n(article, "extract")
    translated = f"build/{locale}/russian-actress-iss.txt"
    empty = snapshot(article)
    assert l10n(article, "adopt", translated, "--locale", locale, "--check").code == 1
    assert snapshot(article) == empty
    ran = l10n(article, "adopt", translated, "--locale", locale)
    assert (ran.code, ran.err.splitlines()[0].split(",")[0]) == (0, "11 messages filled")
    assert texts(catalog(article, locale)) == before
    again = l10n(article, "adopt", translated, "--locale", locale)
    assert again.err.splitlines()[-1] == "nothing to fill"


def test_what_a_person_has_translated_stays(article: Path, l10n: Command) -> None:
    before = snapshot(article)
    (article / "other.txt").write_text("Een titel\n\nIets heel anders.\n", encoding="utf-8")
    ran = l10n(
        article, "adopt", "other.txt", "--locale", "nl", "--document", "source/russian-actress-iss.txt"
    )
    assert ran.code == 0
    assert {name: content for name, content in snapshot(article).items() if name != "other.txt"} == before


def test_errors_say_what_to_do(article: Path, l10n: Command) -> None:
    missing = l10n(
        article, "adopt", "nowhere.txt", "--locale", "nl", "--document", "source/russian-actress-iss.txt"
    )
    assert (missing.code, missing.err) == (2, "l10n: nowhere.txt: there is no such file\n")
    (article / "other.txt").write_text("Een titel\n", encoding="utf-8")
    unknown = l10n(article, "adopt", "other.txt", "--locale", "nl")
    assert unknown.code == 2
    assert "it is not known of which source this is a translation" in unknown.err
    assert "--document" in unknown.err
    assert l10n(article, "adopt", "other.txt", "--locale", "fr").code == 2
