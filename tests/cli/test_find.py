"""`l10n names find`: from an empty registry to one that a person decides on."""

import json
from pathlib import Path

from tests.conftest import Command, snapshot


def test_it_shows_what_it_would_propose_and_writes_nothing(article: Path, l10n: Command) -> None:
    (article / "locales" / "names.toml").write_text("", encoding="utf-8")
    before = snapshot(article)
    ran = l10n(article, "names", "find")
    assert ran.code == 0
    assert (
        "person yulia-peresild (0.93)\n    nl Joelia Peresild, en Yulia Peresild, ru Юлия Пересильд\n"
        in ran.out
    )
    assert "    source/russian-actress-iss.txt:5:9 Joelia Peresild\n" in ran.out
    assert ran.err == "14 names to register; --add writes them to names.toml\n"
    assert l10n(article, "names", "find", "--check").code == 1
    assert l10n(article, "names", "find", "--add", "--check").code == 1
    assert "+id = " in l10n(article, "names", "find", "--add", "--diff").out
    assert snapshot(article) == before


def test_what_it_adds_is_proposed_gives_no_error_and_is_found_only_once(article: Path, l10n: Command) -> None:
    registry = article / "locales" / "names.toml"
    registry.write_text("# ours\n", encoding="utf-8")
    added = l10n(article, "names", "find", "--add")
    assert (added.code, added.err) == (0, "wrote locales/names.toml\n")
    lines = added.out.splitlines()
    assert "added yulia-peresild: nl Joelia Peresild, en Yulia Peresild, ru Юлия Пересильд" in lines
    assert len(lines) == 14
    assert all(line.startswith("added ") for line in lines)
    text = registry.read_text(encoding="utf-8")
    assert text.startswith("# ours\n")
    assert text.count('status = "proposed"') == text.count("[[name]]") == 14
    assert l10n(article, "names", "check").code == 0
    again = l10n(article, "names", "find", "--add")
    assert (again.code, again.err) == (0, "no names to add\n")
    assert registry.read_text(encoding="utf-8") == text


def test_comments_and_order_of_the_registry_survive(article: Path, l10n: Command) -> None:
    registry = article / "locales" / "names.toml"
    text = registry.read_text(encoding="utf-8")
    start = text.index('[[name]]\nid = "elon-musk"')
    end = text.index("[[name]]", start + 1)
    shorter = text[:start] + text[end:]
    registry.write_text(shorter, encoding="utf-8")
    assert l10n(article, "names", "find", "--add").code == 0
    after = registry.read_text(encoding="utf-8")
    assert after.startswith(shorter.rstrip("\n"))
    assert 'id = "elon-musk"' in after
    assert 'ru = { preferred = "Илон Маск" }' in after


def test_a_misspelling_of_a_proposed_name_is_information(article: Path, l10n: Command) -> None:
    (article / "locales" / "names.toml").write_text("", encoding="utf-8")
    l10n(article, "names", "find", "--add")
    path = article / "locales" / "nl" / "LC_MESSAGES" / "russian-actress-iss.po"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Tom Cruise wil ook", "Tom Cruse wil ook"), encoding="utf-8"
    )
    found = json.loads(l10n(article, "names", "check", "--output-format", "json").out)["findings"]
    assert [(one["code"], one["severity"]) for one in found] == [("inconsistent-name", "info")]
    before = path.read_bytes()
    assert l10n(article, "names", "check").code == 0
    assert l10n(article, "names", "fix").code == 0
    assert l10n(article, "check", "--fix").code == 0
    assert path.read_bytes() == before


def test_unregistered_names_and_second_spellings_are_information(article: Path, l10n: Command) -> None:
    (article / "locales" / "names.toml").write_text("", encoding="utf-8")
    path = article / "locales" / "nl" / "LC_MESSAGES" / "russian-actress-iss.po"
    text = path.read_text(encoding="utf-8").replace(
        'msgstr "Tom Cruise wil ook"', 'msgstr "Tom Cruze wil ook"'
    )
    path.write_text(text, encoding="utf-8")
    ran = l10n(article, "names", "check", "nl")
    assert ran.code == 0
    assert (
        "source/russian-actress-iss.txt:5:9: unregistered-name “Joelia Peresild” is not in the registry"
        in ran.out
    )
    assert "inconsistent-name “Tom Cruze” and “Tom Cruise” are two spellings of one name" in ran.out


def test_json_has_entry_confidence_places_and_reasons(article: Path, l10n: Command) -> None:
    (article / "locales" / "names.toml").write_text("", encoding="utf-8")
    names = json.loads(l10n(article, "names", "find", "--output-format", "json").out)["names"]
    (klim,) = [name for name in names if name["entry"]["id"] == "klim-shipenko"]
    assert klim["entry"]["status"] == "proposed"
    assert klim["seen"] == {"Klim Sjipenko": ["source/russian-actress-iss.txt:13:50"]}
    assert klim["answers"]["ru"] == ["Клим Шипенко"]
    assert 0.9 < klim["confidence"] <= 1
    assert any("Sjipenko → шипенко" in step for step in klim["because"])


def test_a_threshold_above_one_is_refused(article: Path, l10n: Command) -> None:
    assert l10n(article, "names", "find", "--least", "2").code == 2


def test_what_waits_for_a_decision_is_listed(article: Path, l10n: Command) -> None:
    (article / "locales" / "names.toml").write_text("", encoding="utf-8")
    l10n(article, "names", "find", "--add")
    ran = l10n(article, "names", "find")
    assert ran.err == "0 names to register, 14 names to decide on\n"
    assert "person yulia-peresild (0.93), awaiting a decision in names.toml\n" in ran.out
    assert l10n(article, "names", "find", "--check").code == 0


def test_a_locale_added_to_the_project_gets_proposed_forms(article: Path, l10n: Command) -> None:
    configuration = article / "l10n.toml"
    configuration.write_text(
        configuration.read_text(encoding="utf-8").replace('"ru"]', '"ru", "de"]'), encoding="utf-8"
    )
    registry = article / "locales" / "names.toml"
    before = registry.read_text(encoding="utf-8")
    ran = l10n(article, "names", "check", "de")
    assert (ran.code, ran.out.count("missing-form")) == (1, 1)
    assert "19 of 19 names have no form in de" in ran.out
    would = l10n(article, "names", "find", "--add", "--check").out
    assert "would add to klim-shipenko: de Klim Schipenko\n" in would
    assert l10n(article, "names", "find", "--add").out == would.replace("would add", "added")
    after = registry.read_text(encoding="utf-8")
    assert 'de = { preferred = "Klim Schipenko", status = "proposed" }\n' in after
    assert [line for line in after.splitlines() if not line.startswith("de = ")] == before.splitlines()
    assert l10n(article, "names", "find", "--add").err == "no names to add\n"
    assert registry.read_text(encoding="utf-8") == after


def test_a_russian_source_gives_one_entry_a_name_however_often_it_is_looked_for(
    small: Path, l10n: Command
) -> None:
    (small / "l10n.toml").write_text('source_locale = "ru"\nlocales = ["nl", "en"]\n', encoding="utf-8")
    (small / "source" / "note.txt").write_text(
        "Он приехал из Москвы.\n\nОна живёт в Москве.\n\nМосква не верит слезам.\n", encoding="utf-8"
    )
    registry = small / "locales" / "names.toml"
    texts = set()
    for _ in range(3):
        l10n(small, "extract")
        assert l10n(small, "names", "find", "--add").code == 0
        texts.add(registry.read_text(encoding="utf-8"))
    (text,) = texts
    assert text.count("[[name]]") == 1
    assert 'ru = { preferred = "Москва" }' in text


def test_what_translators_confirm_takes_the_place_of_a_guess(small: Path, l10n: Command) -> None:
    (small / "source" / "note.txt").write_text("They met Angela Merkel in Prague.\n", encoding="utf-8")
    l10n(small, "extract")
    l10n(small, "names", "find", "--add")
    registry = small / "locales" / "names.toml"
    assert "guessed = " in registry.read_text(encoding="utf-8")
    path = small / "locales" / "ru" / "LC_MESSAGES" / "note.po"
    text = path.read_text(encoding="utf-8").replace(
        'msgid "They met Angela Merkel in Prague."\nmsgstr ""',
        'msgid "They met Angela Merkel in Prague."\nmsgstr "Они встретились с Ангелой Меркель в Праге."',
    )
    path.write_text(text, encoding="utf-8")
    l10n(small, "names", "find", "--add")
    after = registry.read_text(encoding="utf-8")
    assert 'ru = { preferred = "Ангела Меркель" }' in after
    assert 'ru = { preferred = "Прага" }' in after
    assert l10n(small, "check", "ru").code == 0
