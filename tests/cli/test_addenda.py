"""Addenda: what one locale has beside the source, and that one without a place stops everything."""

import re
from pathlib import Path

import pytest

from l10n.formats import HoldsAddenda, all_formats, format_of
from l10n.model import SegmentKind
from l10n.rendering import Insertion, with_insertions
from tests.conftest import Command, snapshot

GUIDE = "---\ntitle: A guide\n---\n# Guide\n\nText.\n\nContact\n-------\n\nCall us.\n\n# Part\n\n## Contact\n\nMore.\n"


def project(folder: Path, *tables: str) -> Path:
    (folder / "source").mkdir()
    (folder / "source" / "guide.md").write_text(GUIDE, encoding="utf-8")
    (folder / "addenda").mkdir()
    (folder / "addenda" / "note.md").write_text("\n> Only for *Dutch* readers.\n\n", encoding="utf-8")
    header = 'locales = ["nl", "ru"]\n'
    text = header + "".join(
        f'[[addendum]]\nlocale = "nl"\ndocument = "source/guide.md"\nfile = "addenda/note.md"\n{table}\n'
        for table in tables
    )
    (folder / "l10n.toml").write_text(text, encoding="utf-8")
    return folder


NOTE = "> Only for *Dutch* readers.\n"


@pytest.mark.parametrize(
    ("table", "before", "behind"),
    [
        ("", "More.\n", ""),
        ('position = "end"', "More.\n", ""),
        ('position = "start"', "---\ntitle: A guide\n---\n", "# Guide\n"),
        ('after = "Guide"', "# Guide\n", "Text.\n"),
        ('after = "Guide › Contact"', "Contact\n-------\n", "Call us.\n"),
        ('after = "Part › Contact"', "## Contact\n", "More.\n"),
    ],
)
def test_an_addendum_is_a_block_at_its_place_in_its_locale(
    tmp_path: Path, l10n: Command, table: str, before: str, behind: str
) -> None:
    project(tmp_path, table)
    assert l10n(tmp_path, "extract").code == 0
    assert l10n(tmp_path, "render").code == 0
    written = (tmp_path / "build" / "nl" / "guide.md").read_text(encoding="utf-8")
    assert f"{before}\n{NOTE}" + (f"\n{behind}" if behind else "") in written
    assert written.replace(NOTE, "", 1).split() == GUIDE.split()
    assert (tmp_path / "build" / "ru" / "guide.md").read_text(encoding="utf-8") == GUIDE


def test_the_doctor_names_them_or_says_that_one_finds_no_place(tmp_path: Path, l10n: Command) -> None:
    project(tmp_path, 'after = "Part"')
    said = "    addendum addenda/note.md in nl, after the heading “Part”"
    assert said in l10n(tmp_path, "doctor", "source/guide.md").out.splitlines()
    (tmp_path / "addenda" / "note.md").unlink()
    assert l10n(tmp_path, "doctor", "source/guide.md").code == 2


def test_several_stand_in_the_order_of_the_configuration(tmp_path: Path, l10n: Command) -> None:
    project(tmp_path, 'after = "Part"', 'after = "Guide"', 'after = "Part"')
    l10n(tmp_path, "extract")
    l10n(tmp_path, "render")
    written = (tmp_path / "build" / "nl" / "guide.md").read_text(encoding="utf-8")
    assert written.count(NOTE) == 3
    assert f"# Part\n\n{NOTE}\n{NOTE}\n## Contact" in written


@pytest.mark.parametrize("command", ["render", "check"])
@pytest.mark.parametrize(
    ("table", "what"),
    [
        ('after = "Contacts"', "source/guide.md has no heading “Contacts”"),
        ('after = "Contact"', "has 2 possible places: the heading “Contact” stands on lines 8, 15"),
    ],
)
def test_one_that_finds_no_place_is_an_error_and_nothing_is_written(
    tmp_path: Path, l10n: Command, command: str, table: str, what: str
) -> None:
    project(tmp_path, table)
    l10n(tmp_path, "extract")
    before = snapshot(tmp_path)
    ran = l10n(tmp_path, command)
    assert ran.code == 2
    assert ran.out == "" or command == "check", "a check goes on with what it can read"
    assert ran.err.startswith("l10n: addenda/note.md: an addendum ")
    assert what in ran.err
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (
            "addenda/note.md",
            "addenda/gone.md",
            "addenda/gone.md: there is no such addendum for source/guide.md",
        ),
        ("source/guide.md", "source/guid.md", "there is no document source/guid.md"),
        ('locale = "nl"', 'locale = "de"', "addenda/note.md: de is German; this project has nl"),
        ('locale = "nl"', 'place = "x"', "addendum: number 1 has an unknown key 'place'"),
        ('file = "addenda/note.md"', "", "addendum: number 1 has no file"),
        ('file = "addenda/note.md"', "file = 3", "addendum: number 1: file must be a text"),
        ('position = "end"', 'position = "top"', "position must be 'start' or 'end'"),
        ('position = "end"', 'position = "end"\nafter = "Guide"', "has both a position and a heading"),
    ],
)
def test_what_is_wrong_with_one_is_said(tmp_path: Path, l10n: Command, old: str, new: str, what: str) -> None:
    path = project(tmp_path, 'position = "end"') / "l10n.toml"
    l10n(tmp_path, "extract")
    head, table = path.read_text(encoding="utf-8").split("[[", 1)
    path.write_text(f"{head}[[{table.replace(old, new)}", encoding="utf-8")
    ran = l10n(tmp_path, "render")
    assert ran.code == 2
    assert what in ran.err


def test_subtitles_have_no_place_for_one(tmp_path: Path, l10n: Command) -> None:
    folder = project(tmp_path, "")
    (folder / "source" / "guide.md").rename(folder / "source" / "guide.srt")
    (folder / "source" / "guide.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nHi\n", encoding="utf-8")
    text = (folder / "l10n.toml").read_text(encoding="utf-8").replace("guide.md", "guide.srt")
    (folder / "l10n.toml").write_text(text, encoding="utf-8")
    l10n(folder, "extract")
    assert "subrip has none for it" in l10n(folder, "render").err


PAGE = "<html><title>T</title>\r\n<body class=x>\r\n<h1>A <b>page</b></h1><p>Text.</p>\r\n</body></html>\r\n"


@pytest.mark.parametrize(
    ("path", "text", "start", "behind", "end"),
    [
        ("x.txt", "\ufeffTitle\n\nText.", "\ufeff|\n\nTitle", "Title\n\n|\n\nText", "Text.\n\n|\n"),
        ("x.md", "Title\n===\nText.\n", "|\n\nTitle", "===\n\n|\n\nText", "Text.\n\n|\n"),
        ("x.html", PAGE, "=x>\r\n\r\n|\r\n\r\n<h1>", "</h1>\r\n\r\n|\r\n\r\n<p>", "</p>\r\n\r\n|\r\n\r\n</body>"),
    ],
)  # fmt: skip
def test_each_format_knows_its_places(path: str, text: str, start: str, behind: str, end: str) -> None:
    known = format_of(path)
    assert known is not None
    form: object = known
    assert isinstance(form, HoldsAddenda)
    document = known.parse(text, path)
    heading = next(part for part in document.segments if part.kind is SegmentKind.HEADING)
    for insertion, expected in (
        (Insertion(text="|", at_start=True), start),
        (Insertion(text="|\n", heading=heading), behind),
        (Insertion(text="|"), end),
    ):
        written = with_insertions(document, form, [insertion]).text
        assert re.sub(r"[\r\n]+", "\n", expected) in re.sub(r"[\r\n]+", "\n", written)
        assert "".join(written.replace("|", "").split()) == "".join(text.split())


def test_every_format_says_whether_it_has_places() -> None:
    forms: tuple[object, ...] = all_formats()
    assert [isinstance(form, HoldsAddenda) for form in forms] == [True, True, True, False, False]
