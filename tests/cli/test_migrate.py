"""`l10n migrate`: catalogs of other tools, and of renamed sources."""

from pathlib import Path

from tests.conftest import Command, snapshot

PO4A = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#. type: Title #
#: note.md:1
#, no-wrap
msgid "A title"
msgstr "Een titel"

#. type: Plain text
msgid "First\\nparagraph."
msgstr "Eerste\\nalinea."

msgid "Elsewhere."
msgstr "Elders."
"""


def catalog(folder: Path, name: str = "note", locale: str = "nl") -> Path:
    return folder / "locales" / locale / "LC_MESSAGES" / f"{name}.po"


def test_a_catalog_of_another_tool_fills_what_is_empty(small: Path, l10n: Command) -> None:
    l10n(small, "extract")
    (small / "old.po").write_text(PO4A, encoding="utf-8")
    before = snapshot(small)
    assert l10n(small, "migrate", "--from", "old.po", "--locale", "nl", "--check").code == 1
    assert snapshot(small) == before
    ran = l10n(small, "migrate", "--from", "old.po", "--locale", "nl")
    assert (ran.code, ran.err.splitlines()[0]) == (
        0,
        "2 messages filled, 0 of them fuzzy; 1 translation of old.po could not be placed",
    )
    text = catalog(small).read_text(encoding="utf-8")
    assert 'msgid "First paragraph."\nmsgstr "Eerste alinea."' in text
    assert l10n(small, "migrate", "--from", "old.po", "--locale", "nl").err.endswith("nothing to fill\n")


def test_a_broken_or_missing_catalog_is_refused_with_its_line(small: Path, l10n: Command) -> None:
    l10n(small, "extract")
    (small / "old.po").write_text('msgid "a"\nmsgstr "b\n', encoding="utf-8")
    ran = l10n(small, "migrate", "--from", "old.po", "--locale", "nl")
    assert ran.code == 2
    assert "old.po:2" in ran.err
    assert l10n(small, "migrate", "--from", "none.po", "--locale", "nl").code == 2
    assert "either --from FILE" in l10n(small, "migrate", "--locale", "nl").err


def test_a_renamed_source_takes_its_translations_along(small: Path, l10n: Command) -> None:
    l10n(small, "extract")
    for locale in ("nl", "ru"):
        path = catalog(small, locale=locale)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('msgid "A title"\nmsgstr ""', f'msgid "A title"\nmsgstr "{locale}"'))
    (small / "source" / "news").mkdir()
    (small / "source" / "note.txt").rename(small / "source" / "news" / "first.txt")
    proposed = l10n(small, "extract")
    assert "news/first looks like note renamed: `l10n migrate --rename note news/first`" in proposed.err
    ran = l10n(small, "migrate", "--rename", "note", "news/first")
    assert ran.code == 0
    assert "removed locales/note.pot" in ran.err
    for locale in ("nl", "ru"):
        assert f'msgstr "{locale}"' in catalog(small, "news/first", locale).read_text(encoding="utf-8")
        assert not catalog(small, locale=locale).exists()
    assert l10n(small, "extract").code == 0
    assert "outdated-catalog" not in l10n(small, "check").out


def test_a_renamed_source_does_not_overwrite_translations(small: Path, l10n: Command) -> None:
    l10n(small, "extract")
    (small / "source" / "other.txt").write_bytes(b"A title\n")
    l10n(small, "extract")
    for name in ("note", "other"):
        path = catalog(small, name)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('msgid "A title"\nmsgstr ""', f'msgid "A title"\nmsgstr "{name}"'))
    before = snapshot(small)
    ran = l10n(small, "migrate", "--rename", "note", "source/other.txt")
    assert ran.code == 2
    assert "has translations already" in ran.err
    assert snapshot(small) == before
