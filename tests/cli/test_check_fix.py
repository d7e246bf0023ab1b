"""`l10n check --fix`: only what is safe, explained, whole or not at all, and nothing the second time."""

import re
from pathlib import Path

import polib
import pytest

from tests.cli.test_main_job import catalog, plant, plant_in_msgstr
from tests.conftest import Command, snapshot

CYRILLIC_IE = "\N{CYRILLIC SMALL LETTER IE}"


@pytest.fixture
def faulty(article: Path) -> Path:
    """Return the article with three names that are safe to fix, and one that a person has to decide on."""
    plant_in_msgstr(catalog(article, "nl"), "Klim Sjipenko", "Klim Shipenko")
    plant_in_msgstr(catalog(article, "ru"), "Юлия Пересильд", "Yulia Peresild")
    plant_in_msgstr(catalog(article, "nl"), "Peresild", f"P{CYRILLIC_IE}resild")
    plant_in_msgstr(catalog(article, "en"), "Tom Cruise", "He")
    return article


def test_it_fixes_what_is_safe_says_why_and_leaves_the_rest(faulty: Path, l10n: Command) -> None:
    before = snapshot(faulty)
    ran = l10n(faulty, "check", "--fix")
    assert ran.code == 1
    assert re.findall(r"^\S+:\d+:\d+: (\S+)", ran.out, re.MULTILINE) == ["missing-name"]
    assert (
        "“Shipenko” → “Sjipenko”\n    reason: “Shipenko” is the en form of klim-shipenko (surname)\n"
        in ran.err
    )
    assert "reason: CYRILLIC SMALL LETTER IE for LATIN SMALL LETTER E\n" in ran.err
    assert "fixed 3 findings\n" in ran.err
    after = snapshot(faulty)
    assert {name for name in after if after[name] != before.get(name)} == {
        f"locales/{locale}/LC_MESSAGES/russian-actress-iss.po" for locale in ("nl", "ru")
    }


def test_what_was_right_before_is_there_again_byte_for_byte(article: Path, l10n: Command) -> None:
    before = snapshot(article)
    plant_in_msgstr(catalog(article, "nl"), "Klim Sjipenko", "Klim Shipenko")
    plant_in_msgstr(catalog(article, "ru"), "Юлия Пересильд", "Yulia Peresild")
    assert l10n(article, "check", "--fix").code == 0
    assert snapshot(article) == before


def test_the_second_time_changes_nothing(faulty: Path, l10n: Command) -> None:
    l10n(faulty, "check", "--fix")
    before = snapshot(faulty)
    again = l10n(faulty, "check", "--fix")
    assert again.err.startswith("nothing to fix\n")
    assert snapshot(faulty) == before


def test_diff_shows_what_it_would_do_and_writes_nothing(faulty: Path, l10n: Command) -> None:
    before = snapshot(faulty)
    ran = l10n(faulty, "check", "--fix", "--diff")
    assert ran.code == 1
    assert ran.out.startswith("--- a/locales/nl/LC_MESSAGES/russian-actress-iss.po\n")
    assert ran.out.count("\n+++ ") == 2
    assert "would fix 3 findings\nwould write locales/nl/" in ran.err
    assert ran.err.endswith("1 finding would remain\n")
    assert snapshot(faulty) == before


def test_diff_alone_fails_when_it_would_change_something(article: Path, l10n: Command) -> None:
    assert l10n(article, "check", "--fix", "--diff").code == 0
    plant_in_msgstr(catalog(article, "nl"), "Klim Sjipenko", "Klim Shipenko")
    assert l10n(article, "check", "--fix", "--diff").code == 1


def test_only_what_is_selected_is_fixed(faulty: Path, l10n: Command) -> None:
    ran = l10n(faulty, "check", "--fix", "--select", "mixed-script")
    assert ran.code == 0
    assert "fixed 1 finding\n" in ran.err
    assert "Klim Shipenko" in catalog(faulty, "nl").read_text(encoding="utf-8")


def test_what_is_ignored_or_known_already_is_not_fixed(faulty: Path, l10n: Command) -> None:
    l10n(faulty, "check", "ru", "--baseline", "known.json", "--update-baseline")
    path = catalog(faulty, "nl")
    text = path.read_text(encoding="utf-8")
    start = text.index('msgid ""')
    path.write_text(f"{text[:start]}# l10n: ignore names as it was printed\n{text[start:]}", encoding="utf-8")
    before = snapshot(faulty)
    assert l10n(faulty, "check", "--fix", "--baseline", "known.json").err.startswith("nothing to fix\n")
    assert snapshot(faulty) == before


def test_what_is_fuzzy_is_fixed_and_stays_fuzzy(article: Path, l10n: Command) -> None:
    path = catalog(article, "nl")
    plant_in_msgstr(path, "Tom Cruise wil ook", "Yulia Peresild wil ook")
    plant(path, 'msgid "Tom Cruise wants too"', '#, fuzzy\nmsgid "Tom Cruise wants too"')
    ran = l10n(article, "check", "--fix")
    assert ran.code == 1
    text = path.read_text(encoding="utf-8")
    assert 'msgstr "Joelia Peresild wil ook"' in text
    assert '#, fuzzy\nmsgid "Tom Cruise wants too"' in text
    assert "fuzzy-message" in ran.out


def test_faults_of_every_safe_kind_in_one_message_are_fixed_at_once(article: Path, l10n: Command) -> None:
    path = catalog(article, "nl")
    plant_in_msgstr(
        path, "Tom Cruise wil ook", f'Tom Cruise  wil \\"Yulia P{CYRILLIC_IE}resild\\" op 430 km  zien'
    )
    ran = l10n(article, "check", "--fix")
    assert 'msgstr "Tom Cruise wil “Joelia Peresild” op 430\u00a0km zien"' in path.read_text(encoding="utf-8")
    assert "no-break-space “ ” → “<U+00A0>”\n    reason: use a no-break space here" in ran.err
    before = snapshot(article)
    assert l10n(article, "check", "--fix").err.startswith("nothing to fix\n")
    assert snapshot(article) == before


def test_what_is_a_matter_of_taste_is_fixed_only_when_its_code_is_asked_for(
    tmp_path: Path, l10n: Command
) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "l10n.toml").write_text('source_locale = "en"\nlocales = ["de"]\n', encoding="utf-8")
    text = 'He said "yes", 5 km away.\n\nHe said “no”.\n'
    (tmp_path / "source" / "a.txt").write_text(text, encoding="utf-8")
    l10n(tmp_path, "extract")
    path = tmp_path / "locales" / "de" / "LC_MESSAGES" / "a.po"
    catalog = polib.pofile(str(path))
    catalog[0].msgstr, catalog[1].msgstr = 'Er sagte "ja", 5 km weit weg.', 'Er sagte "nein".'
    catalog.save()
    l10n(tmp_path, "check", "--fix")
    right = ['Er sagte "ja", 5 km weit weg.', "Er sagte „nein“."]
    assert [entry.msgstr for entry in polib.pofile(str(path))] == right
    l10n(tmp_path, "check", "--fix", "--select", "typography")
    assert [entry.msgstr for entry in polib.pofile(str(path))] == right
    l10n(tmp_path, "check", "--fix", "--select", "quotation-marks")
    assert polib.pofile(str(path))[0].msgstr == "Er sagte „ja“, 5 km weit weg."


def test_names_fix_is_the_same_limited_to_names(faulty: Path, l10n: Command) -> None:
    before = snapshot(faulty)
    l10n(faulty, "names", "fix")
    by_names = snapshot(faulty)
    for name, content in before.items():
        (faulty / name).write_bytes(content)
    l10n(faulty, "check", "--fix", "--select", "names")
    assert snapshot(faulty) == by_names
