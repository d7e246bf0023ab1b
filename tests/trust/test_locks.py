"""The lock where it cannot be had, and where others may have put something in its place.

The calls of the system are interposed, in a process of its own: flock(2) refuses, or somebody saves before a rename.
"""

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from l10n.errors import FileError
from l10n.workflow.store.lock import one_writer
from l10n.workflow.store.state_folder import state_folder
from tests.conftest import ROOT, Ran, snapshot

# flock(2) answers as it does on some network disks and in some containers; with a path as third argument somebody saves
# that file while the first new content is flushed.
PROGRAM = """
import errno, fcntl, os, sys
from pathlib import Path
from l10n.cli import main

def refused(*_):
    number = getattr(errno, given[1])
    raise OSError(number, os.strerror(number))

def flushed(descriptor, flush=os.fsync):
    if saved := given[2]:
        Path(saved).write_bytes(Path(saved).read_bytes() + b"# of somebody else\\n")
        given[2] = ""
    flush(descriptor)

fcntl.flock, os.fsync = refused, flushed
given, sys.argv = sys.argv, ["l10n", *sys.argv[3:]]
main()
"""
SAYS = "this disk cannot lock files"


def l10n(folder: Path, *arguments: str, **environment: str) -> Ran:
    ran = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{ROOT}", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(code=ran.returncode, out=ran.stdout, err=ran.stderr)


def without_locks(folder: Path, number: str, *arguments: str, saved: str = "") -> Ran:
    return l10n(folder, "-c", PROGRAM, number, saved, *arguments)


@pytest.mark.parametrize("number", ["ENOLCK", "EOPNOTSUPP", "ENOSYS", "EIO", "EINVAL"])
def test_where_nothing_can_be_locked_the_work_is_done_and_that_is_said_once(small: Path, number: str) -> None:
    for verb in ("extract", "render"):
        ran = without_locks(small, number, verb)
        assert ran.code == 0, ran.err
        assert ran.err.count(SAYS) == 1
        assert os.strerror(getattr(errno, number)) in ran.err
        assert "Traceback" not in ran.err
    assert (small / "build" / "nl" / "note.txt").exists()
    before = snapshot(small)
    assert l10n(small, "-m", "l10n", "extract", "--check").code == 0
    assert snapshot(small) == before


def test_several_locks_of_one_process_say_it_once(small: Path) -> None:
    program = (
        "import errno, fcntl, pathlib\n"
        "def refused(*_): raise OSError(errno.ENOLCK, 'No locks available')\n"
        "fcntl.flock = refused\n"
        "from l10n.workflow.store.lock import one_writer\n"
        "for _ in range(3):\n    with one_writer(pathlib.Path.cwd()): pass\n"
    )
    ran = l10n(small, "-c", program)
    assert (ran.code, ran.err.count(SAYS)) == (0, 1)


def test_without_a_lock_what_another_saved_meanwhile_is_not_overwritten(small: Path) -> None:
    assert without_locks(small, "ENOLCK", "extract").code == 0
    catalog = small / "locales" / "nl" / "LC_MESSAGES" / "note.po"
    (small / "source" / "note.txt").write_bytes(b"A title\n\nAnother paragraph.\n")
    before = snapshot(small)
    ran = without_locks(small, "ENOLCK", "extract", saved=str(catalog))
    assert ran.code == 2
    assert "changed on disk in the meantime" in ran.err
    theirs = "locales/nl/LC_MESSAGES/note.po"
    assert snapshot(small) == {**before, theirs: before[theirs] + b"# of somebody else\n"}


@pytest.fixture
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of temporary files as `/tmp` is: everybody writes there, and replaces only what is his own."""
    folder = tmp_path_factory.mktemp("temporary")
    folder.chmod(0o1777)
    return folder


def locking(project: Path, temporary: Path) -> Ran:
    """Extract where the state of a project cannot be kept, so that the lock is in a temporary folder."""
    return l10n(
        project,
        "-m",
        "l10n",
        "extract",
        "--no-cache",
        TMPDIR=str(temporary),
        XDG_STATE_HOME="/dev/null/state",
    )


def ours(temporary: Path) -> Path:
    return temporary / f"l10n-{os.geteuid()}"


def lock_of(project: Path, temporary: Path) -> Path:
    return ours(temporary) / f"{state_folder(project).name}.lock"


def test_a_lock_in_a_temporary_folder_is_in_one_that_only_its_owner_may_enter(
    small: Path, temporary: Path
) -> None:
    ran = locking(small, temporary)
    assert ran.code == 0, ran.err
    found = ours(temporary).stat()
    assert (found.st_mode & 0o7777, found.st_uid) == (0o700, os.geteuid())
    assert lock_of(small, temporary).stat().st_mode & 0o077 == 0


def test_a_folder_of_an_earlier_version_is_closed(small: Path, temporary: Path) -> None:
    ours(temporary).mkdir()
    ours(temporary).chmod(0o755)
    assert locking(small, temporary).code == 0
    assert ours(temporary).stat().st_mode & 0o7777 == 0o700


def refusal(project: Path, temporary: Path) -> str:
    """Return why nothing was done."""
    before = snapshot(project)
    ran = locking(project, temporary)
    assert ran.code == 2, ran
    assert snapshot(project) == before
    first, *others = ran.err.splitlines()
    assert any(line.startswith("  hint: ") for line in others)
    return re.sub(r"^l10n: \S+: ", "", first)


def test_a_link_in_its_place_is_not_followed(small: Path, temporary: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    ours(temporary).symlink_to(tmp_path / "elsewhere")
    assert refusal(small, temporary) == "is a link"
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
def test_a_lock_that_is_another_file_as_well_is_not_written_to(
    small: Path, temporary: Path, tmp_path: Path, link: str
) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"Precious, and longer than the note that a lock holds about who has it.\n" * 9)
    before = victim.read_bytes()
    ours(temporary).mkdir(mode=0o700)
    getattr(lock_of(small, temporary), link)(victim)
    assert refusal(small, temporary) in ("is a link", "is no lock: it is another file as well")
    assert victim.read_bytes() == before


def test_a_pipe_in_its_place_is_not_waited_for(small: Path, temporary: Path) -> None:
    ours(temporary).mkdir(mode=0o700)
    os.mkfifo(lock_of(small, temporary))
    assert refusal(small, temporary) == "is no lock: it is another file as well"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a folder of somebody else")
def test_a_folder_of_somebody_else_is_not_used(small: Path, temporary: Path) -> None:
    ours(temporary).mkdir(mode=0o777)
    os.chown(ours(temporary), 65534, 65534)
    assert refusal(small, temporary) == "belongs to somebody else"
    assert list(ours(temporary).iterdir()) == []


def test_a_place_where_everybody_may_replace_everything_is_not_used(small: Path, temporary: Path) -> None:
    temporary.chmod(0o777)
    assert refusal(small, temporary) == "everybody may replace what is in it"


def test_a_file_where_the_folder_should_be_is_an_error(small: Path, temporary: Path) -> None:
    ours(temporary).write_bytes(b"x")
    ran = locking(small, temporary)
    assert ran.code == 2
    assert "the project cannot be locked: Not a directory" in ran.err


def test_a_link_as_the_lock_of_a_repository_is_not_followed(small: Path, tmp_path: Path) -> None:
    """Somebody sends a project with its `.git`: what git trusts is not yet a place to write to."""
    (small / ".git").mkdir()
    victim = tmp_path / "victim"
    victim.write_bytes(b"Precious.\n")
    folder = state_folder(small)
    folder.mkdir(parents=True)
    (folder / "lock").symlink_to(victim)
    with pytest.raises(FileError, match="is a link"), one_writer(small):
        pytest.fail("it is locked")
    assert victim.read_bytes() == b"Precious.\n"


def test_the_state_of_a_user_without_a_home_is_in_such_a_folder_too(
    small: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", no_home)
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    folder = state_folder(small, {})
    assert folder.is_relative_to(ours(temporary))
    assert ours(temporary).stat().st_mode & 0o7777 == 0o700
    ours(temporary).rmdir()
    ours(temporary).symlink_to(small)
    with pytest.raises(FileError, match="is a link"):
        state_folder(small, {})
