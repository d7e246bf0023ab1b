"""`l10n memory`: build, search, import, export."""

import json
from pathlib import Path

from tests.conftest import Command, snapshot

PO = """msgid ""
msgstr "Language: nl\\nContent-Type: text/plain; charset=UTF-8\\n"

msgid "The hatch."
msgstr "Het luik."
"""


def test_the_memory_of_the_article_is_built_once_and_asked(l10n: Command, article: Path) -> None:
    before = snapshot(article)
    built = l10n(article, "memory", "build")
    assert (built.code, built.out) == (0, "")
    assert built.err == ".l10n/memory.sqlite: 111 texts from 3 files; 33 messages in all\n"
    again = l10n(article, "memory", "build")
    assert again.err == ".l10n/memory.sqlite is up to date: 33 messages\n"
    after = snapshot(article)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {".l10n/memory.sqlite", ".l10n/.gitignore"}
    found = l10n(article, "memory", "search", "The rocket started this morning:", "--locale", "nl")
    assert found.code == 0
    assert found.out.startswith(
        "86% The rocket launched this morning:\n    De raket is vanmorgen gelanceerd:\n"
    )


def test_matches_as_json_and_none_at_all(l10n: Command, article: Path) -> None:
    l10n(article, "memory", "build")
    arguments = ("--locale", "ru", "--output-format", "json")
    found = json.loads(l10n(article, "memory", "search", "Tom Cruise wants too", *arguments).out)
    assert found["matches"][0]["percent"] == 100
    assert found["matches"][0]["target"] == "Том Круз тоже хочет в космос"
    nothing = l10n(article, "memory", "search", "xyzzy", *arguments)
    assert (nothing.code, json.loads(nothing.out)["matches"]) == (1, [])


def test_what_is_exported_is_imported_again(l10n: Command, article: Path, tmp_path: Path) -> None:
    l10n(article, "memory", "build")
    exported = l10n(article, "memory", "export").out
    (tmp_path / "old.tmx").write_text(exported, encoding="utf-8")
    (article / ".l10n" / "memory.sqlite").unlink()
    imported = l10n(article, "memory", "import", str(tmp_path / "old.tmx"))
    assert imported.err.endswith("111 texts from 1 file; 33 messages in all\n")
    assert l10n(article, "memory", "export").out == exported
    assert l10n(article, "memory", "export", "--locale", "nl").out.count("<tu ") == 11


def test_a_catalog_of_another_project_is_imported(l10n: Command, small: Path) -> None:
    (small / "other.po").write_text(PO, encoding="utf-8")
    assert l10n(small, "memory", "import", "other.po").code == 0
    assert "Het luik." in l10n(small, "memory", "search", "the hatch", "--locale", "nl").out


def test_bad_input_is_told_and_nothing_is_taken(l10n: Command, small: Path) -> None:
    assert "there is no translation memory yet" in l10n(small, "memory", "search", "x", "--locale", "nl").err
    files = {
        "broken.tmx": "<tmx><body>",
        "broken.po": "msgid 1",
        "mute.po": PO.replace("Language: nl\\n", ""),
    }
    for name, text in {**files, "memory.csv": "a,b"}.items():
        (small / name).write_text(text, encoding="utf-8")
        refused = l10n(small, "memory", "import", name)
        assert (refused.code, refused.out) == (2, "")
        assert refused.err.startswith(f"l10n: {name}")
    assert l10n(small, "memory", "import", "absent.tmx").code == 2
    assert l10n(small, "memory", "export").out.count("<tu ") == 0
    (small / "l10n.toml").write_text('locales = ["nl"]\nmemory = "other.po"\n', encoding="utf-8")
    (small / "other.po").write_text(PO, encoding="utf-8")
    refused = l10n(small, "memory", "build")
    assert (refused.code, (small / "other.po").read_text(encoding="utf-8")) == (2, PO)
    assert "is not a translation memory" in refused.err


def test_what_a_catalog_no_longer_has_stays_in_the_memory(l10n: Command, article: Path) -> None:
    l10n(article, "memory", "build")
    catalog = article / "locales" / "nl" / "LC_MESSAGES" / "russian-actress-iss.po"
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text.replace("Tom Cruise wil ook", ""), encoding="utf-8")
    l10n(article, "memory", "build")
    assert (
        "Tom Cruise wil ook"
        in l10n(article, "memory", "search", "Tom Cruise wants too", "--locale", "nl").out
    )
