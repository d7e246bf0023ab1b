"""Editing one message: only its lines change, and what somebody else saved is never overwritten."""

import difflib
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalog import pofile
from l10n.errors import CatalogError, L10nError
from l10n.project import Project, find_project
from l10n.workflow.editor.message import (
    Address,
    ConflictError,
    Text,
    open_message,
    preview_draft,
    save_message,
)
from l10n.workflow.editor.name_decision import decide_name
from l10n.workflow.store.sources import find_source, read_source
from tests.conftest import Command

DOCUMENT = "source/russian-actress-iss.txt"
NL = "locales/nl/LC_MESSAGES/russian-actress-iss.po"
TITLE = Address(document=DOCUMENT, locale="nl", key=(None, "Tom Cruise wants too"))


@pytest.fixture
def project(article: Path) -> Project:
    return find_project(article)


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line.startswith(("+", "-"))]


def test_saving_rewrites_the_lines_of_the_message_only(project: Project) -> None:
    before = (project.root / NL).read_text(encoding="utf-8")
    read = open_message(project, TITLE).text
    wanted = Text(msgstr=("Ook Tom Cruise wil",), fuzzy=True, comments=("Question: is this a title?",))
    save_message(project, TITLE, read, wanted)
    after = (project.root / NL).read_text(encoding="utf-8")
    assert changed_lines(before, after) == [
        "+ # Question: is this a title?",
        "+ #, fuzzy",
        '- msgstr "Tom Cruise wil ook"',
        '+ msgstr "Ook Tom Cruise wil"',
    ]
    assert open_message(project, TITLE).text == wanted
    save_message(project, TITLE, wanted, read)
    assert (project.root / NL).read_text(encoding="utf-8") == before


def test_what_somebody_else_saved_in_this_message_is_a_conflict(project: Project) -> None:
    read = open_message(project, TITLE).text
    path = project.root / NL
    theirs = path.read_text(encoding="utf-8").replace("Tom Cruise wil ook", "Tom Cruise ook")
    path.write_text(theirs, encoding="utf-8")
    with pytest.raises(ConflictError) as conflict:
        save_message(project, TITLE, read, Text(msgstr=("Mine",)))
    assert conflict.value.current == Text(msgstr=("Tom Cruise ook",))
    assert path.read_text(encoding="utf-8") == theirs


def test_what_somebody_else_saved_elsewhere_in_the_file_stays(project: Project) -> None:
    read = open_message(project, TITLE).text
    path = project.root / NL
    theirs = path.read_text(encoding="utf-8").replace("De raket is vanmorgen", "De raket werd vanmorgen")
    path.write_text(theirs, encoding="utf-8")
    save_message(project, TITLE, read, Text(msgstr=("Mine",)))
    assert path.read_text(encoding="utf-8") == theirs.replace("Tom Cruise wil ook", "Mine")


def test_a_message_that_is_gone_is_a_conflict_too(project: Project) -> None:
    read = open_message(project, TITLE).text
    path = project.root / NL
    file = pofile.read(path.read_bytes(), NL)
    path.write_bytes(pofile.write(file, [message for message in file.messages if message.key != TITLE.key]))
    with pytest.raises(ConflictError) as conflict:
        save_message(project, TITLE, read, Text(msgstr=("Mine",)))
    assert conflict.value.current is None


def test_a_confirmed_message_forgets_what_its_source_was(article: Path, l10n: Command) -> None:
    source = article / DOCUMENT
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("Tom Cruise wants too", "Tom Cruise wants it too"), encoding="utf-8")
    l10n(article, "extract")
    project = find_project(article)
    address = Address(document=DOCUMENT, locale="nl", key=(None, "Tom Cruise wants it too"))
    read = open_message(project, address).text
    assert read.fuzzy
    save_message(project, address, read, Text(msgstr=read.msgstr))
    written = (article / NL).read_text(encoding="utf-8")
    assert "#|" not in written
    assert "fuzzy" not in written


@pytest.mark.parametrize("text", [Text(msgstr=("a\0b",)), Text(msgstr=("a", "b")), Text(msgstr=("\ud800",))])
def test_what_no_catalog_can_hold_is_refused(project: Project, text: Text) -> None:
    before = (project.root / NL).read_bytes()
    with pytest.raises(CatalogError):
        save_message(project, TITLE, open_message(project, TITLE).text, text)
    assert (project.root / NL).read_bytes() == before


@pytest.mark.parametrize(
    "address",
    [
        Address(document="../secret.txt", locale="nl", key=(None, "x")),
        Address(document="/etc/passwd", locale="nl", key=(None, "x")),
        Address(document=DOCUMENT, locale="../nl", key=(None, "x")),
        Address(document=DOCUMENT, locale="nl", key=(None, "not there")),
    ],
    ids=str,
)
def test_an_address_leads_nowhere_else(project: Project, address: Address) -> None:
    with pytest.raises(L10nError):
        open_message(project, address)


def test_names_and_earlier_translations_are_suggested(project: Project) -> None:
    address = Address(
        document=DOCUMENT,
        locale="ru",
        key=(None, "Russian actress and cameraman on the way to ISS space station"),
    )
    assert [(name.label, name.text) for name in open_message(project, address).names] == [("iss", "МКС")]


def test_a_draft_is_checked_and_rendered_and_nothing_is_written(project: Project) -> None:
    before = (project.root / NL).read_bytes()
    source = read_source(project.source_settings, find_source(project.source_settings, DOCUMENT))
    found = preview_draft(project, TITLE, Text(msgstr=("Hij wil ook",)), source)
    assert {finding.code for finding in found.findings} >= {"missing-name"}
    assert "Hij wil ook" in found.preview
    assert "De koppeling duurt" in found.preview
    assert preview_draft(project, TITLE, Text(msgstr=("Tom Cruise wil ook",)), source).findings == ()
    empty = preview_draft(project, TITLE, Text(msgstr=("",)), source)
    assert {finding.code for finding in empty.findings} == {"missing-translation"}
    assert (project.root / NL).read_bytes() == before


PROPOSED = """# ours
[[name]]
id = "a"
kind = "place"
native = "A"
language = "en"
because = "x"
nl = { preferred = "Aa" }

# what was found
[[name]]
id = "b"
kind = "place"
native = "B"
language = "en"
status = "proposed"  # by l10n names find
because = "x"
nl = { preferred = "Bb" }

# the last one
[[name]]
id = "c"
kind = "place"
native = "C"
language = "en"
status = "proposed"
because = "x"
nl = { preferred = "Cc" }
"""


def test_accepting_a_name_takes_its_status_away_and_rejecting_it_its_entry(project: Project) -> None:
    project = replace(project, locales=("nl",))
    project.paths.registry.write_text(PROPOSED, encoding="utf-8")
    decide_name(project, "b", accept=True)
    accepted = project.paths.registry.read_text(encoding="utf-8")
    assert changed_lines(PROPOSED, accepted) == ['- status = "proposed"  # by l10n names find']
    decide_name(project, "c", accept=False)
    assert (
        project.paths.registry.read_text(encoding="utf-8") == accepted[: accepted.index('[[name]]\nid = "c"')]
    )


@pytest.mark.parametrize("entry", ["a", "d"])
def test_only_what_is_proposed_can_be_decided(project: Project, entry: str) -> None:
    project = replace(project, locales=("nl",))
    project.paths.registry.write_text(PROPOSED, encoding="utf-8")
    with pytest.raises(L10nError, match="is proposed"):
        decide_name(project, entry, accept=False)
    assert project.paths.registry.read_text(encoding="utf-8") == PROPOSED
