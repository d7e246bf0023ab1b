"""Many documents: one that is broken stops no other, processes share the work, Ctrl-C leaves nothing half done."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Command

ARTICLES = 150


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    settings = 'name = "archive"\nsource_locale = "en"\nlocales = ["nl", "ru"]\n'
    (tmp_path / "l10n.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "source").mkdir()
    for number in range(ARTICLES):
        text = f"Article {number}\n\nYulia Peresild flew {number} kilometers.\n"
        (tmp_path / "source" / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def files(folder: Path, pattern: str) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob(pattern))


def break_one(folder: Path) -> None:
    (folder / "source" / "070.txt").write_bytes(b"\xff\xfa")


def test_a_broken_source_stops_no_other(archive: Path, l10n: Command) -> None:
    break_one(archive)
    for verb, pattern, copies in (("extract", "*.po", 2), ("render", "build/**/*.txt", 2)):
        answer = l10n(archive, verb)
        assert answer.code == 2
        assert "source/070.txt:1:1" in answer.err
        written = files(archive, pattern)
        assert len(written) == copies * (ARTICLES - 1)
        assert not any("070" in name for name in written)


def test_a_broken_catalog_keeps_its_document_as_it_was(archive: Path, l10n: Command) -> None:
    assert l10n(archive, "extract").code == 0
    broken = archive / "locales" / "nl" / "LC_MESSAGES" / "070.po"
    broken.write_text('msgid "x\n', encoding="utf-8")
    other = archive / "locales" / "ru" / "LC_MESSAGES" / "070.po"
    before = other.read_bytes()
    for number in (70, 71):
        (archive / "source" / f"{number:03}.txt").write_text("Another text.\n", encoding="utf-8")
    answer = l10n(archive, "extract")
    assert answer.code == 2
    assert "locales/nl/LC_MESSAGES/070.po:1" in answer.err
    assert other.read_bytes() == before
    assert b"Another text." in (other.parent / "071.po").read_bytes()
    assert "wrote locales/ru/LC_MESSAGES/071.po" in answer.err
    assert "up to date" not in answer.err


def test_a_locale_that_cannot_be_told_complete_is_not_written(archive: Path, l10n: Command) -> None:
    assert l10n(archive, "extract").code == 0
    break_one(archive)
    assert l10n(archive, "render", "--require", "1").code == 2
    assert not (archive / "build").exists()


def test_processes_write_and_say_the_same(
    archive: Path, l10n: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    break_one(archive)
    assert l10n(archive, "extract").code == 2
    verbs = (["extract"], ["check"], ["render"], ["names", "audit"])
    alone = [l10n(archive, *verb, "--no-cache", "--jobs", "1") for verb in verbs]
    built = {name: (archive / name).read_bytes() for name in files(archive, "build/**/*.txt")}
    for name in built:
        (archive / name).unlink()
    shared = [l10n(archive, *verb, "--no-cache", "--jobs", "3") for verb in verbs]
    assert [(one.code, one.out, one.err) for one in shared] == [(one.code, one.out, one.err) for one in alone]
    assert {name: (archive / name).read_bytes() for name in files(archive, "build/**/*.txt")} == built


def test_a_long_list_of_files_is_counted(archive: Path, l10n: Command) -> None:
    lines = l10n(archive, "extract").err.splitlines()
    assert lines[-1] == f"wrote {3 * ARTICLES - 100} more files"
    assert sum(line.startswith("wrote locales/") for line in lines) == 100


def test_ctrl_c_stops_cleanly_and_the_next_run_goes_on(archive: Path, l10n: Command) -> None:
    command = [sys.executable, "-m", "l10n", "extract", "--jobs", "2"]
    process = subprocess.Popen(
        command, cwd=archive, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while not files(archive, "*.po") and process.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert not [path for path in archive.rglob(".l10n-*") if path.suffix == ".tmp"]
    for path in archive.rglob("*.po"):
        assert path.read_bytes().endswith(b"\n")
    assert process.returncode == 130, said
    assert "stopped" in said
    assert "Traceback" not in said
    assert l10n(archive, "extract").code == 0
    assert len(files(archive, "*.po")) == 2 * ARTICLES
    assert l10n(archive, "extract", "--no-cache", "--check").code == 0
