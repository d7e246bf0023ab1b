"""`l10n names audit`: the whole archive, and what cannot be read of it."""

import json
from pathlib import Path

from tests.conftest import Command
from tests.registries import YULIA


def archive(folder: Path, l10n: Command, dutch: str = "Yulia Peresild zag Elon Musk.") -> Path:
    (folder / "l10n.toml").write_text(
        'source_locale = "en"\nlocales = ["nl", "en", "ru"]\n', encoding="utf-8"
    )
    for place in ("source", "locales"):
        (folder / place).mkdir()
    (folder / "locales" / "names.toml").write_text(YULIA, encoding="utf-8")
    for number in (1, 2):
        text = "Yulia Peresild met Elon Musk.\n"
        (folder / "source" / f"{number}.txt").write_text(text, encoding="utf-8")
    assert l10n(folder, "extract").code == 0
    for path in sorted(folder.glob("locales/nl/LC_MESSAGES/*.po")):
        empty = path.read_text(encoding="utf-8")
        filled = empty.replace('Musk."\nmsgstr ""', f'Musk."\nmsgstr "{dutch}"')
        assert filled != empty
        path.write_text(filled, encoding="utf-8")
    return folder


def test_the_wrong_spelling_stands_first_with_its_places_and_what_to_write(
    tmp_path: Path, l10n: Command
) -> None:
    answer = l10n(archive(tmp_path, l10n), "names", "audit")
    assert answer.code == 0
    assert answer.out == (
        "yulia-peresild: 4×, misspelled 2×\n"
        "    source  Yulia Peresild      2×\n"
        "    nl      Yulia               2×  wrong: write Joelia Peresild\n"
        "              locales/nl/LC_MESSAGES/1.po:18:9\n"
        "              locales/nl/LC_MESSAGES/2.po:18:9\n"
        "\n"
        "not registered:\n"
        "person elon-musk: 2×, confidence 0.80\n"
        "    nl Elon Musk, en Elon Musk, ru Илон Маск\n"
        "    Elon Musk  source/1.txt:1:20\n"
    )
    assert answer.err == (
        "1 registered name in 2 documents: 1 misspelled, 0 with more than one spelling; 1 name to register\n"
    )


def test_json_tells_counts_and_places(tmp_path: Path, l10n: Command) -> None:
    answer = l10n(archive(tmp_path, l10n), "names", "audit", "--output-format", "json")
    told = json.loads(answer.out)
    (name,) = told["names"]
    assert (name["id"], name["kind"], name["wrong"]) == ("yulia-peresild", "person", 2)
    assert name["uses"][1]["places"] == [
        "locales/nl/LC_MESSAGES/1.po:18:9",
        "locales/nl/LC_MESSAGES/2.po:18:9",
    ]
    assert told["candidates"][0]["entry"]["id"] == "elon-musk"
    assert told["candidates"][0]["count"] == 2


def test_the_page_shows_every_text_as_text(tmp_path: Path, l10n: Command) -> None:
    folder = archive(tmp_path, l10n, dutch="Yulia Peresild zag <b>Elon Musk</b>.")
    answer = l10n(folder, "names", "audit", "--output-format", "html", "--output-file", "names.html")
    page = (folder / "names.html").read_text(encoding="utf-8")
    assert answer.out == ""
    assert "<mark>Yulia</mark>" in page
    assert "write Joelia Peresild" in page
    assert "<b>" not in page
    assert "<script" not in page


def test_a_broken_catalog_does_not_hide_the_rest(tmp_path: Path, l10n: Command) -> None:
    folder = archive(tmp_path, l10n)
    (folder / "locales" / "nl" / "LC_MESSAGES" / "1.po").write_text('msgid "x\n', encoding="utf-8")
    answer = l10n(folder, "names", "audit")
    assert answer.code == 2
    assert "locales/nl/LC_MESSAGES/1.po:1" in answer.err
    assert "misspelled 1×" in answer.out


def test_an_unknown_locale_is_told(tmp_path: Path, l10n: Command) -> None:
    answer = l10n(archive(tmp_path, l10n), "names", "audit", "xx")
    assert answer.code == 2
    assert "xx" in answer.err
