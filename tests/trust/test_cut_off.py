"""A catalog that was cut off, at whatever byte: never taken for a complete one.

What is promised, after an `extract` on this machine: a cut that lost or shortened a translation is an error, or the
finding `lost-translations`, and no update overwrites it. Without such a state, as in a fresh clone: every message that
is missing is a finding, for the source has it; only a last translation that was cut between two lines cannot be told.
"""

import re
from pathlib import Path

import pytest

from l10n.catalog import pofile
from l10n.errors import CatalogError
from l10n.project import Project, find_project
from l10n.workflow.store.catalogs import OpenCatalog, open_catalog
from l10n.workflow.store.state.catalog_snapshots import loss_of, snapshots_folder
from tests.conftest import Command, snapshot

MESSAGES = 40
NAME = "locales/nl/LC_MESSAGES/note.po"
LONG = "die zo lang is dat een catalogus er meer dan één regel voor nodig heeft, en dan nog een halve"


def translation(number: int) -> str:
    return f"Alinea {number}, „met tekens”, {LONG}" if number % 3 == 0 else f"Alinea {number}"


@pytest.fixture
def forty(small: Path, l10n: Command) -> Project:
    """Return a project whose Dutch catalog has forty translations, as the last extract left it."""
    texts = [f"Paragraph {number}." for number in range(MESSAGES)]
    (small / "source" / "note.txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    assert l10n(small, "extract").code == 0
    path = small / NAME
    numbers = iter(range(MESSAGES))
    before, entries = path.read_text(encoding="utf-8").split("\n\n", 1)
    filled = re.sub(r'msgstr ""', lambda _: f'msgstr "{translation(next(numbers))}"', entries)
    path.write_text(f"{before}\n\n{filled}", encoding="utf-8")
    assert l10n(small, "extract").code == 0
    # As our own writer wraps them: a cut may be between two lines of a translation.
    project = find_project(small)
    catalog = open_catalog(project.paths, "note", "nl")
    path.write_bytes(pofile.write(None, catalog.catalog.messages))
    assert l10n(small, "extract").code == 0
    return project


def cut(catalog: OpenCatalog, size: int) -> OpenCatalog | None:
    """Return the catalog as it is with so many of its bytes, None when it cannot be read."""
    content = (catalog.content or b"")[:size]
    try:
        file = pofile.read(content, catalog.name)
    except CatalogError:
        return None
    return OpenCatalog(
        path=catalog.path, name=catalog.name, domain="note", locale="nl", content=content, file=file
    )


def test_no_cut_at_any_byte_is_silently_accepted(forty: Project) -> None:
    catalog = open_catalog(forty.paths, "note", "nl")
    size = len(catalog.content or b"")
    wanted = {f"Paragraph {number}.": (translation(number),) for number in range(MESSAGES)}
    accepted, refused, reported, harmless = [], 0, 0, 0
    for place in range(size):
        rest = cut(catalog, place)
        if rest is None:
            refused += 1
            continue
        found = {message.msgid: message.msgstr for message in rest.catalog.live if not message.fuzzy}
        if wanted.items() <= found.items():
            harmless += 1
        elif loss_of(forty.root, rest, snapshots_folder(forty.root)):
            reported += 1
        else:
            accepted.append(place)
    assert accepted == []
    assert harmless <= 2  # the last newline, and a blank line
    assert refused > 1_000
    assert reported > MESSAGES
    assert refused + reported + harmless == size


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8, 0.97])
def test_the_commands_say_so_and_change_nothing(forty: Project, l10n: Command, share: float) -> None:
    path = forty.root / NAME
    whole = path.read_bytes()
    lines = whole.split(b"\n")
    for size in (int(len(whole) * share), len(b"\n".join(lines[: int(len(lines) * share)]))):
        path.write_bytes(whole[:size])
        before = snapshot(forty.root)
        assert l10n(forty.root, "check", "nl").code in (1, 2)
        ran = l10n(forty.root, "extract")
        assert ran.code == 2
        assert f"{NAME}:" in ran.err
        assert {**snapshot(forty.root), NAME: b""} == {**before, NAME: b""}
        assert path.read_bytes() == whole[:size]


def test_in_a_fresh_clone_every_missing_message_is_a_finding(
    forty: Project, l10n: Command, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("nothing")))
    path = forty.root / NAME
    blocks = path.read_bytes().split(b"\n\n")
    for kept in range(1, MESSAGES + 1, 7):
        path.write_bytes(b"\n\n".join(blocks[:kept]) + b"\n")
        ran = l10n(forty.root, "check", "nl")
        assert ran.code == 1
        assert ran.out.count("outdated-catalog") >= 1


def test_an_editor_that_purges_obsolete_messages_has_cut_nothing_off(forty: Project, l10n: Command) -> None:
    path = forty.root / NAME
    path.write_bytes(path.read_bytes() + b'\n#~ msgid "Old."\n#~ msgstr "Oud."\n')
    assert l10n(forty.root, "extract").code == 0
    path.write_bytes(path.read_bytes().split(b"\n#~ ")[0])
    assert l10n(forty.root, "extract").code == 0
