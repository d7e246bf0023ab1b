"""A disk to which `Note` and `note` are one name: macOS and Windows have such, Linux where one can be mounted."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Command, snapshot

_SIZE = 8 << 20
CATALOG = "locales/nl/LC_MESSAGES/{}.po"


def knows_no_case(folder: Path) -> bool:
    (folder / "probe").touch()
    found = (folder / "PROBE").exists()
    (folder / "probe").unlink()
    return found


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder whose names know no case: where tests are, or a FAT disk in a file; skip without either."""
    if knows_no_case(tmp_path):
        yield tmp_path
        return
    folder, image = tmp_path / "disk", tmp_path / "image"
    folder.mkdir()
    with image.open("wb") as file:
        file.truncate(_SIZE)
    commands = (["mkfs.vfat", f"{image}"], ["mount", "-o", "loop,utf8=1", f"{image}", f"{folder}"])
    try:
        for command in commands:
            subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this disk knows case, and no FAT disk may be mounted here")
    try:
        yield folder
    finally:
        os.chdir(tmp_path)
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def translated(disk: Path, l10n: Command) -> Path:
    """Return a project there with one article, `Note.txt`, of which a text is translated."""
    folder = disk / "project"
    (folder / "source").mkdir(parents=True)
    (folder / "l10n.toml").write_bytes(b'source_locale = "en"\nlocales = ["nl"]\n')
    (folder / "source" / "Note.txt").write_bytes(b"First paragraph.\n\nSecond one.\n")
    assert l10n(folder, "extract").code == 0
    path = folder / CATALOG.format("Note")
    # The header is the first empty msgstr, the first text the second.
    header, text, rest = path.read_bytes().split(b'msgstr ""\n', 2)
    path.write_bytes(header + b'msgstr ""\n' + text + b'msgstr "Eerste alinea."\n' + rest)
    assert l10n(folder, "extract").code == 0
    return folder


def test_an_article_renamed_only_in_case_keeps_its_translations(translated: Path, l10n: Command) -> None:
    (translated / "source" / "Note.txt").rename(translated / "source" / "note.txt")
    assert l10n(translated, "extract").code == 0
    assert len(list((translated / "locales").rglob("*.po"))) == 1
    assert b"Eerste alinea." in (translated / CATALOG.format("note")).read_bytes()
    before = snapshot(translated)
    assert l10n(translated, "extract").code == 0
    assert snapshot(translated) == before
    assert l10n(translated, "render").code == 0
    assert (translated / "build" / "nl" / "note.txt").read_bytes() == b"Eerste alinea.\n\nSecond one.\n"


def test_a_second_article_of_the_same_name_is_the_first_one(translated: Path, l10n: Command) -> None:
    (translated / "source" / "NOTE.txt").write_bytes(b"First paragraph.\n\nAnother one.\n")
    assert len(list((translated / "source").iterdir())) == 1
    assert l10n(translated, "extract").code == 0
    assert b"Eerste alinea." in (translated / CATALOG.format("Note")).read_bytes()
