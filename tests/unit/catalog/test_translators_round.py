"""A translator's round: a catalog of ours through GNU gettext's tools and back."""

import subprocess
from pathlib import Path

import pytest

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.header import new_header
from l10n.catalog.merge import merge
from l10n.catalog.pofile import read, write

pytestmark = pytest.mark.usefixtures("gettext_tools")

FIRST = "Russian actress set for launch to the International Space Station, says Roscosmos."
SECOND = "Her flight — the first for a film — begins at “Baikonur” on 5 October 2021 at 11:55 local time."


def template(*msgids: str) -> list[Message]:
    return [
        Message(msgid=msgid, references=("source/a.txt",), extracted_comments=("paragraph in “Title”",))
        for msgid in msgids
    ]


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """Return a fresh Dutch catalog."""
    header = new_header(
        locale="nl",
        language_name="Dutch",
        plural_forms="nplurals=2; plural=(n != 1);",
        project_name="article",
        revision_date="2026-01-01 00:00+0000",
    )
    path = tmp_path / "nl.po"
    path.write_bytes(write(None, merge([header], template(FIRST, SECOND)).messages))
    return path


def run(catalog: Path, *command: str) -> bytes:
    ran = subprocess.run(command, cwd=catalog.parent, capture_output=True, check=True)
    assert b"warning" not in ran.stderr
    return ran.stdout


def test_msgcat_leaves_a_fresh_catalog_as_it_is(catalog: Path) -> None:
    assert run(catalog, "msgcat", "nl.po") == catalog.read_bytes()


def test_msgfmt_checks_a_fresh_catalog_without_a_word(catalog: Path) -> None:
    assert run(catalog, "msgfmt", "--check", "-o", "nl.mo", "nl.po") == b""


def test_what_a_translator_and_the_tools_write_is_read_back(catalog: Path) -> None:
    text = catalog.read_text(encoding="utf-8")
    edited = text.replace('msgstr ""\n\n#.', 'msgstr "Russische actrice klaar voor vertrek."\n\n#.', 1)
    assert edited != text
    catalog.write_text(edited, encoding="utf-8")
    changed = template(FIRST.replace("set", "ready"), SECOND)
    pot = new_header(locale=None, project_name="article")
    (catalog.parent / "a.pot").write_bytes(write(None, [pot, *changed]))
    merged = run(catalog, "msgmerge", "--quiet", "--previous", "nl.po", "a.pot")
    theirs = read(merged, "nl.po")
    ours = merge(read(catalog.read_bytes(), "nl.po").messages, changed)
    assert theirs.messages[1:] == ours.messages[1:]
    assert theirs.messages[1].previous == Previous(msgid=FIRST)
    assert write(theirs, theirs.messages) == merged


def test_msgattrib_confirms_and_retires_what_we_read_again(catalog: Path) -> None:
    pofile = read(catalog.read_bytes(), "nl.po")
    fuzzy = Message(msgid="x", msgstr=("y",), flags=("fuzzy",), previous=Previous(msgid="w"))
    catalog.write_bytes(write(pofile, [*pofile.messages, fuzzy]))
    confirmed = run(catalog, "msgattrib", "--clear-fuzzy", "--clear-previous", "nl.po")
    assert read(confirmed, "nl.po").messages[-1] == Message(msgid="x", msgstr=("y",))
    retired = run(catalog, "msgattrib", "--set-obsolete", "nl.po")
    assert read(retired, "nl.po").messages[-1].obsolete


@pytest.mark.parametrize("tail", ["\\\t", "\\\tabc def", "\\\\\t", '\\"x', "\\ ", "\t", "\u200dx", "—\\"])
@pytest.mark.parametrize("length", [30, 66, 67, 68, 69, 70, 76, 90])
def test_msgcat_folds_a_word_before_backslashes_where_we_do(tail: str, length: int) -> None:
    header = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))
    content = write(None, [header, Message(msgid="w" * length + tail, msgstr=("x",))])
    ran = subprocess.run(["msgcat", "-"], input=content, capture_output=True, check=True)
    assert ran.stdout.decode() == content.decode()
