"""A page that is not UTF-8 is read in the encoding it declares, and written in it."""

from pathlib import Path

import pytest

from l10n.errors import L10nError
from l10n.project import find_project
from l10n.workflow.extract import extract
from l10n.workflow.render import render

PAGE = '<html lang="de"><meta charset="iso-8859-1"><title>Größe</title><p>Die Größe ist 5 €.</p></html>\n'


def _localized(folder: Path, *, more: str = "") -> dict[str, bytes]:
    (folder / "l10n.toml").write_text(
        f'source_locale = "de"\nlocales = ["nl", "ru"]\n{more}', encoding="utf-8"
    )
    project = find_project(folder)
    extract(project)
    for locale, size in (("nl", "Grootte – 5 €"), ("ru", "Размер")):
        catalog = folder / "locales" / locale / "LC_MESSAGES" / "page.po"
        empty = catalog.read_text(encoding="utf-8")
        filled = empty.replace('msgid "Größe"\nmsgstr ""', f'msgid "Größe"\nmsgstr "{size}"')
        catalog.write_text(filled, encoding="utf-8")
    render(project)
    return {locale: (folder / "build" / locale / "page.html").read_bytes() for locale in ("nl", "ru")}


@pytest.fixture
def folder(small: Path) -> Path:
    (small / "source" / "note.txt").unlink()
    (small / "source" / "page.html").write_bytes(PAGE.encode("cp1252"))
    return small


def test_what_its_encoding_lacks_is_a_reference(folder: Path) -> None:
    pages = _localized(folder)
    dutch = PAGE.replace("<title>Größe", "<title>Grootte – 5 €").replace('"de"', '"nl"')
    assert pages["nl"] == dutch.encode("cp1252")
    references = "".join(f"&#{ord(letter)};" for letter in "Размер")
    russian = PAGE.replace("<title>Größe", f"<title>{references}").replace('"de"', '"ru"')
    assert pages["ru"] == russian.encode("cp1252")


def test_it_says_so_when_it_is_written_in_another(folder: Path) -> None:
    russian = _localized(folder, more='output_encoding = "utf-8"\n')["ru"].decode("utf-8")
    assert '<meta charset="utf-8"><title>Размер</title>' in russian


def test_a_page_that_is_what_the_configuration_says_is_not_asked(folder: Path) -> None:
    page = PAGE.replace("iso-8859-1", "koi8-r")
    (folder / "source" / "page.html").write_bytes(page.encode("utf-8"))
    assert (
        _localized(folder)["ru"]
        .decode("utf-8")
        .startswith('<html lang="ru"><meta charset="koi8-r"><title>Размер')
    )


def test_a_page_that_is_not_what_it_says_is_refused(folder: Path) -> None:
    (folder / "source" / "page.html").write_bytes(PAGE.replace("iso-8859-1", "utf-8").encode("cp1252"))
    with pytest.raises(L10nError, match=r"source/page\.html:1:\d+: not utf-8: byte 0xf6"):
        raise extract(find_project(folder)).errors[0]
