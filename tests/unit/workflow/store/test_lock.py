"""One writer at a time, whoever the writers are."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from l10n.catalog import pofile
from l10n.errors import FileError
from l10n.workflow.store.directories import sweep
from l10n.workflow.store.lock import one_writer
from l10n.workflow.store.state_folder import state_folder
from tests.conftest import Command, snapshot

WRITERS, CHANGES = 8, 25
WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from l10n.project import find_project
from l10n.workflow.store.catalogs import open_catalog
from l10n.workflow.store.files import apply
from l10n.workflow.store.lock import one_writer

project, first, last = find_project(Path(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3])
for number in range(first, last):
    with one_writer(project.root):
        catalog = open_catalog(project.paths, "note", "nl")
        messages = [
            replace(message, msgstr=(f"getal {number}",)) if message.msgid == f"number {number}" else message
            for message in catalog.catalog.messages
        ]
        apply([catalog.saved(messages)])
"""
HOLDER = """
import sys
from pathlib import Path
from l10n.workflow.store.lock import one_writer
with one_writer(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_by_another(folder: Path) -> Iterator[subprocess.Popen[str]]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        yield holder
    finally:
        holder.communicate()


def test_eight_writers_at_once_lose_nothing(small: Path, l10n: Command) -> None:
    numbers = range(WRITERS * CHANGES)
    text = "\n\n".join(f"number {number}" for number in numbers)
    (small / "source" / "note.txt").write_text(text + "\n", encoding="utf-8")
    assert l10n(small, "extract").code == 0
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(small), str(first), str(first + CHANGES)],
            stderr=subprocess.PIPE,
        )
        for first in range(0, len(numbers), CHANGES)
    ]
    for writer in writers:
        _, errors = writer.communicate()
        assert writer.returncode == 0, errors.decode()
    content = (small / "locales" / "nl" / "LC_MESSAGES" / "note.po").read_bytes()
    live = pofile.read(content, "note.po").catalog("nl", "note").live
    assert {message.msgstr[0] for message in live} == {f"getal {number}" for number in numbers}


def test_who_waits_too_long_is_told_whom_for(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("l10n.workflow.store.lock._FIRST_WORD", 0.0)
    with (
        held_by_another(tmp_path) as holder,
        caplog.at_level(logging.WARNING, logger="l10n"),
        pytest.raises(FileError, match="another command is writing") as refused,
        one_writer(tmp_path, patience=0.1),
    ):
        pytest.fail("two writers at once")
    assert f"process {holder.pid} on " in refused.value.where
    assert [record.getMessage().split(" on ")[0] for record in caplog.records] == [
        f"waiting for process {holder.pid}"
    ]


def test_a_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    with held_by_another(tmp_path) as holder:
        holder.kill()
        holder.wait()
        with one_writer(tmp_path, patience=0.1):
            pass


def test_a_command_that_only_looks_does_not_wait(small: Path, l10n: Command) -> None:
    l10n(small, "extract")
    with held_by_another(small):
        assert l10n(small, "extract", "--check").code == 0
        assert l10n(small, "check").code == 1


def test_the_lock_leaves_nothing_in_the_project(small: Path) -> None:
    before = snapshot(small)
    with one_writer(small):
        assert snapshot(small) == before
    assert snapshot(small) == before


def test_in_a_git_repository_the_state_is_in_the_folder_of_git(tmp_path: Path) -> None:
    (tmp_path / ".git" / "worktrees" / "x").mkdir(parents=True)
    project = tmp_path / "docs" / "project"
    project.mkdir(parents=True)
    assert state_folder(project).parent == tmp_path / ".git" / "l10n"
    linked = tmp_path / "elsewhere"
    linked.mkdir()
    (linked / ".git").write_text(f"gitdir: {tmp_path}/.git/worktrees/x\n", encoding="utf-8")
    assert state_folder(linked).parent == tmp_path / ".git" / "worktrees" / "x" / "l10n"


def test_what_a_killed_process_left_is_removed_and_what_a_running_one_writes_is_not(tmp_path: Path) -> None:
    program = [sys.executable, "-c", "import os; print(os.getpid())"]
    ended = subprocess.run(program, check=True, stdout=subprocess.PIPE)
    folder = tmp_path / "locales" / "nl"
    folder.mkdir(parents=True)
    left = folder / f".l10n-{int(ended.stdout)}-abcdefgh.tmp"
    running = folder / f".l10n-{os.getppid()}-abcdefgh.tmp"
    theirs = folder / ".l10n-notes"
    for path in (left, running, theirs):
        path.write_bytes(b"x")
    sweep(tmp_path)
    assert left.exists()
    with one_writer(tmp_path):
        assert sorted(folder.iterdir()) == sorted([running, theirs])


def test_a_user_without_a_home_has_a_state_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", no_home)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))  # not what others left in the common one
    assert state_folder(tmp_path, {}).is_absolute()
    assert state_folder(tmp_path, {"XDG_STATE_HOME": str(tmp_path)}).parent.parent == tmp_path
