"""What other systems do to a project: line ends of Windows, decomposed names of macOS, another place for the state."""

import os
import unicodedata
from pathlib import Path

import pytest

from l10n.workflow.store.state_folder import state_folder
from tests.conftest import Command, snapshot


def crlf(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


@pytest.fixture
def checked_out(article: Path, l10n: Command) -> Path:
    """Return the project as git leaves it with `core.autocrlf`: every file has the line ends of Windows."""
    assert l10n(article, "render").code == 0
    for path in article.rglob("*"):
        if path.is_file():
            path.write_bytes(crlf(path.read_bytes()))
    return article


def test_a_project_with_line_ends_of_windows_is_the_same_project(checked_out: Path, l10n: Command) -> None:
    before = snapshot(checked_out)
    for verb in ("extract", "check", "names fix", "render", "check --fix"):
        ran = l10n(checked_out, *verb.split())
        assert ran.code == 0, ran
        assert snapshot(checked_out) == before, verb


def test_what_is_written_there_has_the_line_ends_of_its_file(checked_out: Path, l10n: Command) -> None:
    source = checked_out / "source" / "russian-actress-iss.txt"
    source.write_bytes(source.read_bytes().replace(b"three Americans", b"four Americans"))
    assert l10n(checked_out, "extract").code == 0
    for locale in ("nl", "en", "ru"):
        content = (checked_out / "locales" / locale / "LC_MESSAGES" / "russian-actress-iss.po").read_bytes()
        assert b"four Americans" in content
        assert content == crlf(content)


def test_a_name_that_macos_decomposed_leads_to_its_own_catalog(small: Path, l10n: Command) -> None:
    name = unicodedata.normalize("NFD", "café-йод")
    (small / "source" / f"{name}.txt").write_bytes(b"Hello there.\n")
    assert l10n(small, "extract").code == 0
    assert (small / "locales" / "nl" / "LC_MESSAGES" / f"{name}.po").exists()
    before = snapshot(small)
    assert l10n(small, "extract").code == 0
    assert snapshot(small) == before


def test_on_windows_the_state_is_where_programs_keep_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Windows:
        name = "nt"
        fsencode, access, W_OK, path = os.fsencode, os.access, os.W_OK, os.path

    monkeypatch.setattr("l10n.workflow.store.state_folder.os", Windows)
    folder = state_folder(tmp_path, {"LOCALAPPDATA": f"{tmp_path}/AppData/Local"})
    assert folder.parent == tmp_path / "AppData" / "Local" / "l10n"


def test_names_of_files_in_catalogs_have_slashes_everywhere(small: Path, l10n: Command) -> None:
    (small / "source" / "guide" / "part one").mkdir(parents=True)
    (small / "source" / "guide" / "part one" / "start.txt").write_bytes(b"Hello there.\n")
    assert l10n(small, "extract").code == 0
    path = small / "locales" / "nl" / "LC_MESSAGES" / "guide" / "part one" / "start.po"
    assert "guide/part one/start.txt" in path.read_text(encoding="utf-8")
    assert "\\" not in l10n(small, "status").out
