"""The door to the disk: all changes or none, and what surrounds a file stays."""

import os
from pathlib import Path

import pytest

from l10n.errors import FileError
from l10n.workflow.store.files import Change, apply, apply_groups, changes_only, read_optional
from l10n.workflow.store.patch import unified_diff


def change(path: Path, before: bytes | None, after: bytes) -> Change:
    return Change(path=path, name=path.name, before=before, after=after)


def test_new_files_and_their_folders_are_made(tmp_path: Path) -> None:
    apply([change(tmp_path / "a" / "b" / "c.po", None, b"new")])
    assert (tmp_path / "a" / "b" / "c.po").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["c.po"]


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "target.po"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.po"
    link.symlink_to(target)
    apply([change(link, b"old", b"new")])
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_nobody_else_can_read_what_is_to_replace_a_private_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = tmp_path / "private.po"
    private.write_bytes(b"old")
    private.chmod(0o600)
    seen: list[int] = []
    write = os.write

    def watched(descriptor: int, content: memoryview) -> int:
        seen.append(os.fstat(descriptor).st_mode & 0o077)
        return write(descriptor, content)

    monkeypatch.setattr(os, "write", watched)
    apply([change(private, b"old", b"new")])
    assert private.read_bytes() == b"new"
    assert seen == [0]


def test_a_new_file_has_the_mode_of_the_umask(tmp_path: Path) -> None:
    for umask, mode in ((0o027, 0o640), (0, 0o666)):
        mask = os.umask(umask)
        try:
            apply([change(tmp_path / f"{mode}", None, b"")])
        finally:
            os.umask(mask)
        assert (tmp_path / f"{mode}").stat().st_mode & 0o777 == mode


def test_a_file_that_somebody_saved_meanwhile_is_not_overwritten_and_nothing_else_is_written(
    tmp_path: Path,
) -> None:
    (tmp_path / "b").write_bytes(b"theirs")
    with pytest.raises(FileError, match="changed on disk"):
        apply([change(tmp_path / "new" / "a", None, b"1"), change(tmp_path / "b", b"ours", b"2")])
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
    assert (tmp_path / "b").read_bytes() == b"theirs"


def test_a_full_disk_leaves_the_old_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def no_space(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(FileError, match="No space left on device"):
        apply([change(tmp_path / "a", b"old", b"new")])
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_only_what_differs_is_a_change(tmp_path: Path) -> None:
    same, other = change(tmp_path / "a", b"x", b"x"), change(tmp_path / "b", b"x", b"y")
    assert changes_only([same, other]) == (other,)


def test_the_difference_shows_a_missing_final_newline_and_keeps_odd_separators(tmp_path: Path) -> None:
    text = unified_diff([change(tmp_path / "a", "x\u2028y\n".encode(), "x\u2028z".encode())])
    assert text == ("--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\u2028y\n+x\u2028z\n\\ No newline at end of file\n")


def test_a_group_that_is_refused_stops_no_other_and_leaves_no_folder(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"theirs")
    refused = [change(tmp_path / "alone" / "x", None, b"1"), change(tmp_path / "b", b"ours", b"2")]
    half = [change(tmp_path / "shared" / "y", None, b"3"), change(tmp_path / "b" / "no folder", None, b"4")]
    others = [[change(tmp_path / "shared" / f"{number}", None, b"5")] for number in range(40)]
    errors = apply_groups([refused, half, *others])
    assert [error is not None for error in errors] == [True, True, *[False] * 40]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "shared"]
    assert len(list((tmp_path / "shared").iterdir())) == 40
    assert (tmp_path / "b").read_bytes() == b"theirs"


def test_when_the_disk_refuses_to_hold_one_of_many_only_its_group_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def refuses_the_long_one(descriptor: int) -> None:
        if os.fstat(descriptor).st_size > 5:
            raise OSError(28, "No space left on device")
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", refuses_the_long_one)
    long = change(tmp_path / "long", None, b"123456")
    errors = apply_groups([[long], *[[change(tmp_path / f"{number}", None, b"1")] for number in range(30)]])
    assert next(str(error) for error in errors if error).startswith("long: cannot be written: No space left")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(map(str, range(30)))


def test_a_file_of_the_project_is_an_ordinary_one_of_a_size_that_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"123")
    assert read_optional(tmp_path / "a", "a", most=3) == b"123"
    assert read_optional(tmp_path / "none", "none", most=3) is None
    with pytest.raises(FileError, match="is larger than"):
        read_optional(tmp_path / "a", "a", most=2)
    with pytest.raises(FileError, match="is not a regular file"):
        read_optional(Path(os.devnull), "device", most=3)
    with pytest.raises(FileError, match="cannot be read: Is a directory"):
        read_optional(tmp_path, "folder")


def test_interrupted_it_leaves_neither_a_file_nor_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        apply([change(tmp_path / "new" / "a", None, b"1"), change(tmp_path / "b", None, b"2")])
    assert list(tmp_path.iterdir()) == []


def test_what_could_not_be_written_leaves_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int, _content: memoryview) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", refuse)
    (error,) = apply_groups([[change(tmp_path / "a", None, b"1")]])
    assert str(error).startswith("a: cannot be written: No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_goes_at_the_next_writing(tmp_path: Path) -> None:
    (tmp_path / ".l10n-99999999999999999999-0123abcd.tmp").write_bytes(b"half")
    apply([change(tmp_path / "a", None, b"1")])
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux lists what is open")
def test_no_file_is_left_open(tmp_path: Path) -> None:
    opened = Path("/proc/self/fd")
    before = sorted(path.name for path in opened.iterdir())
    apply([change(tmp_path / f"{number}", None, b"1") for number in range(3)])
    assert sorted(path.name for path in opened.iterdir()) == before
