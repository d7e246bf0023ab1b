"""A command that is killed, or whose disk refuses, leaves each file as it was or as it was to be, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from l10n.workflow.store.directories import sweep
from tests.conftest import snapshot

# In one forked process after the other, lets the first, the second … call that writes fail in the given way.
PROGRAM = """
import errno, os, signal, sys
from pathlib import Path
from l10n.errors import FileError
from l10n.workflow.store.files import Change, apply

how, home, calls = sys.argv[1], Path(sys.argv[2]), 0

def interposed(name, number):
    call = getattr(os, name)
    def counted(*arguments, **options):
        global calls
        writes = name != "open" or arguments[1] & os.O_CREAT
        calls += bool(writes)
        if writes and calls == number:
            if how == "half" and name == "write":
                call(arguments[0], arguments[1][: len(arguments[1]) // 2])
            if how in ("kill", "half"):
                os.kill(os.getpid(), signal.SIGKILL)
            if how == "short" and name == "write":
                return call(arguments[0], arguments[1][:1])
            if how == "ctrl-c":
                os.kill(os.getpid(), signal.SIGINT)
            elif how == "stop":
                try:
                    call(*arguments, **options)
                finally:
                    raise KeyboardInterrupt
            elif how != "short":
                raise OSError(getattr(errno, how), os.strerror(getattr(errno, how)))
        return call(*arguments, **options)
    return counted

def attempt(number):
    for name in ("open", "write", "fsync", "chmod", "replace", "mkdir", "unlink"):
        setattr(os, name, interposed(name, number))
    contents = (
        ("a.po", b"old a\\n", b"new a\\n"), ("new/b.po", None, b"new b\\n"), ("c.po", b"old c\\n", b"new c\\n")
    )
    folder = home / str(number)
    changes = [Change(path=folder / name, name=name, before=old, after=new) for name, old, new in contents]
    try:
        apply(changes)
    except FileError:
        return 2
    except KeyboardInterrupt:
        return 130
    return 0 if calls >= number else 100

for number in range(1, len(list(home.iterdir())) + 1):
    child = os.fork()
    if not child:
        os._exit(attempt(number))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code == 100:
        break
    print(code)
"""
OLD = {"a.po": b"old a\n", "c.po": b"old c\n"}
NEW = {"a.po": b"new a\n", "new/b.po": b"new b\n", "c.po": b"new c\n"}
KILLED = -9
ENOUGH = 40


def outcomes(tmp_path: Path, how: str) -> list[tuple[int, dict[str, bytes]]]:
    """Return exit code and files for a failure at the first write, at the second, and so on to the last."""
    folders = [tmp_path / str(number) for number in range(1, ENOUGH)]
    for folder in folders:
        folder.mkdir()
        for name, content in OLD.items():
            (folder / name).write_bytes(content)
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, how, str(tmp_path)], check=True, stdout=subprocess.PIPE, text=True
    )
    codes = [int(line) for line in ran.stdout.split()]
    assert len(codes) < ENOUGH - 1, "it never ends"
    for folder in folders if how not in ("stop", "ctrl-c") else ():
        sweep(folder, below=True)
    return [(code, snapshot(folder)) for code, folder in zip(codes, folders, strict=False)]


@pytest.mark.parametrize("how", ["kill", "half"])
def test_killed_at_any_write_each_file_is_the_old_or_the_new_one(tmp_path: Path, how: str) -> None:
    found = outcomes(tmp_path, how)
    assert len(found) > 12
    for code, files in found:
        assert code == KILLED
        assert set(OLD) <= set(files) <= set(NEW)
        for name, content in files.items():
            assert content in (OLD.get(name), NEW[name])
    assert found[0][1] == OLD
    assert found[-1][1] == NEW


def test_stopped_behind_any_write_nothing_is_left_beside_the_files(tmp_path: Path) -> None:
    found = outcomes(tmp_path, "stop")
    assert len(found) > 12
    for code, files in found:
        assert code == 130
        assert set(OLD) <= set(files) <= set(NEW)
        for name, content in files.items():
            assert content in (OLD.get(name), NEW[name])


def test_ctrl_c_at_any_write_does_not_divide_files_that_belong_together(tmp_path: Path) -> None:
    found = outcomes(tmp_path, "ctrl-c")
    assert len(found) > 12
    assert {code for code, _ in found} == {130}
    assert all(files in (OLD, NEW) for _, files in found)
    assert found[0][1] == OLD
    assert found[-1][1] == NEW


@pytest.mark.parametrize("how", ["ENOSPC", "EIO", "EDQUOT"])
def test_when_the_disk_refuses_a_write_all_files_are_the_old_ones_or_all_are_new(
    tmp_path: Path, how: str
) -> None:
    found = outcomes(tmp_path, how)
    assert sum(code == 2 for code, _ in found) >= 12
    for code, files in found:
        assert files == (OLD if code == 2 else NEW)


def test_a_short_write_is_continued(tmp_path: Path) -> None:
    assert all(outcome == (0, NEW) for outcome in outcomes(tmp_path, "short"))
