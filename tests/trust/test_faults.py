"""Whatever call of whatever command fails, or is the last before the process is killed: no file is damaged.

Here each command meets one kind of fault at every call that writes; `make faults` lets each meet every kind.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Command, snapshot
from tests.trust.faults import NL, VERBS, damage, edit_source, environment, outcomes, prepared, replace

MEETS = dict(
    zip(
        VERBS,
        ("kill", "half", "ENOSPC", "kill", "EIO", "EDQUOT", "kill", "EACCES", "EIO", "half", "kill"),
        strict=True,
    )
)
LEAST = 12


@pytest.mark.skipif(sys.platform == "win32", reason="it forks")
@pytest.mark.parametrize("name", VERBS)
def test_no_fault_at_any_call_that_writes_damages_a_file(tmp_path: Path, name: str) -> None:
    how, verb = MEETS[name], VERBS[name]
    found = outcomes(prepared(tmp_path, verb), verb, how)
    assert len(found) >= LEAST
    assert [(one["number"], one["call"], damage(one, how)) for one in found if damage(one, how)] == []


@pytest.mark.skipif(sys.platform == "win32", reason="it forks")
@pytest.mark.parametrize("name", ["extract", "names fix"])
def test_no_kill_at_any_moment_damages_a_file(tmp_path: Path, name: str) -> None:
    found = outcomes(prepared(tmp_path, VERBS[name]), VERBS[name], "random:8")
    assert [damage(one, "random") for one in found if damage(one, "random")] == []


def test_a_damaged_file_would_be_found() -> None:
    sound = {
        "code": -9,
        "again": 0,
        "whole": True,
        "states": {"a.po": "old", "b.po": "new", ".l10n-1-x.tmp": "damaged"},
    }
    assert damage(sound, "kill") == ""
    assert damage({**sound, "states": {"a.po": "damaged"}}, "kill") == "a damaged file"
    assert damage({**sound, "code": 2}, "EIO").startswith(
        "a temporary file that nobody removes, files in part"
    )
    assert damage({**sound, "code": 0, "states": {"a.po": "old"}}, "EIO") == "success, and not all is written"
    assert damage({**sound, "code": 99, "states": {}}, "EIO") == "a traceback"
    assert damage({**sound, "code": 0, "states": {}}, "kill") == "it goes on"
    assert damage({**sound, "whole": False}, "kill") == "run again it does not do the rest"


# A call that writes, as the kernel has it, and how the interposed layer calls it.
SYSTEM_CALLS = {
    "openat": "open", "write": "write", "pwrite64": "write", "fsync": "fsync", "fdatasync": "fsync",
    "rename": "replace", "renameat": "replace", "renameat2": "replace",
    "link": "link", "linkat": "link", "symlink": "symlink",
    "symlinkat": "symlink", "unlink": "unlink", "unlinkat": "unlink", "mkdir": "mkdir", "mkdirat": "mkdir",
    "rmdir": "rmdir", "chmod": "chmod", "fchmod": "chmod", "fchmodat": "chmod", "truncate": "truncate",
    "ftruncate": "ftruncate", "creat": "open", "copy_file_range": "write", "sendfile": "write",
}  # fmt: skip


@pytest.fixture
def strace(tmp_path: Path) -> str:
    """Return the path of strace, and skip where it is missing or may not trace."""
    found = shutil.which("strace")
    if found is None or subprocess.run([found, "-o", "/dev/null", "true"], check=False).returncode:
        pytest.skip("strace is missing, or may not trace here")
    return found


@pytest.mark.parametrize("name", ["extract", "translate", "serve, saving", "migrate --rename"])
def test_the_layer_sees_every_call_that_strace_sees(tmp_path: Path, strace: str, name: str) -> None:
    home = prepared(tmp_path / "home", VERBS[name])
    log = tmp_path / "trace"
    calls = [strace, "-f", "-y", "-o", f"{log}", "-e", f"trace={','.join(SYSTEM_CALLS)}", "-e", "signal=none"]
    (counted,) = outcomes(home, VERBS[name], "count", *calls)
    # The last process is the one that was counted; it ends with writing down what it counted.
    lines = [line.split(maxsplit=1) for line in log.read_text(errors="replace").splitlines()]
    last = [process for process, line in lines if line.startswith("write(") and "calls.json" in line][-1]
    seen = []
    for process, line in lines:
        found = re.match(r"(\w+)\((.*)", line)
        if process != last or not found or "calls.json" in line:
            continue
        if "O_DIRECTORY" in line or (
            found[1] == "openat" and not re.search("O_CREAT|O_TRUNC|O_WRONLY", line)
        ):
            continue
        if "memory.sqlite" in line:  # SQLite writes by itself, and has a journal
            continue
        if f"{home}/project" in line or f"{home}/state" in line:
            seen.append(SYSTEM_CALLS[found[1]])
    assert seen == [{"rename": "replace", "fdatasync": "fsync"}.get(call, call) for call in counted["calls"]]


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk of its own with 256 kB, and skip where none may be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "none", f"{folder}"]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield folder
    finally:
        os.chdir(tmp_path)
        subprocess.run(["umount", "-l", folder], check=True)


def test_on_a_disk_that_is_really_full_nothing_changes_and_with_room_all_does(
    article: Path, full_disk: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(full_disk.parent / "state"))
    for name in ("source", "locales", "l10n.toml"):
        subprocess.run(["cp", "-r", article / name, full_disk], check=True)
    assert l10n(full_disk, "extract").code == 0
    edit_source(full_disk)
    room = os.statvfs(full_disk)
    (full_disk / "filler").write_bytes(b"x" * (room.f_bavail * room.f_frsize))
    before = snapshot(full_disk)
    ran = l10n(full_disk, "extract")
    assert ran.code == 2
    assert "No space left on device" in ran.err
    assert snapshot(full_disk) == before
    (full_disk / "filler").unlink()
    assert l10n(full_disk, "extract").code == 0
    assert "four Americans" in (full_disk / NL).read_text(encoding="utf-8")


def test_two_extracts_at_once_do_what_one_does(tmp_path: Path) -> None:
    home = prepared(tmp_path / "two", VERBS["extract"])
    alone = prepared(tmp_path / "one", VERBS["extract"])
    both = [extracting(home) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert extracting(alone).wait() == 0
    assert snapshot(home / "project" / "locales") == snapshot(alone / "project" / "locales")


def extracting(home: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "l10n", "extract"],
        cwd=home / "project",
        env=environment(home),
        stderr=subprocess.DEVNULL,
    )


def test_an_editor_that_saves_in_between_keeps_what_it_saved(
    article: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from l10n.workflow.store import files

    l10n(article, "extract")
    edit_source(article)
    refuse = files._refuse_other_content

    def saved_in_between(target: Path, change: files.Change) -> None:
        if str(target).endswith(NL) and "Mijn" not in target.read_text("utf-8"):
            replace(article, NL, "Tom Cruise wil ook", "Mijn werk van vandaag")
        refuse(target, change)

    monkeypatch.setattr(files, "_refuse_other_content", saved_in_between)
    ran = l10n(article, "extract")
    assert ran.code == 2
    assert f"{NL}: changed on disk in the meantime" in ran.err
    assert l10n(article, "extract").code == 0
    text = (article / NL).read_text(encoding="utf-8")
    assert "Mijn werk van vandaag" in text
    assert "four Americans" in text
