"""Files that the command line names: anywhere, pipes too, and none larger than any file may be."""

import os
import threading
from pathlib import Path

import pytest

from l10n.errors import FileError
from l10n.workflow.store import named_file
from l10n.workflow.store.named_file import fitting, read_named


def test_its_bytes_are_returned(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 3_000_001)
    assert read_named(tmp_path / "a", "a") == b"x" * 3_000_001
    (tmp_path / "a").write_bytes(b"")
    assert read_named(tmp_path / "a", "a") == b""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=lambda: (tmp_path / "pipe").write_bytes(b"y" * 200_000))
    writer.start()
    assert read_named(tmp_path / "pipe", "pipe") == b"y" * 200_000
    writer.join()


def test_what_is_not_there_too_large_or_a_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileError, match="there is no such file"):
        read_named(tmp_path / "none", "none")
    with pytest.raises(FileError, match="cannot be read"):
        read_named(tmp_path, "folder")
    monkeypatch.setattr(named_file, "LARGEST_FILE", 1)
    (tmp_path / "a").write_bytes(b"x" * ((1 << 20) + 1))
    with pytest.raises(FileError, match="is larger than 1 MB"):
        read_named(tmp_path / "a", "a")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_without_end_is_left_when_it_is_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(named_file, "LARGEST_FILE", 1)
    os.mkfifo(tmp_path / "pipe")

    def write() -> None:
        try:
            with (tmp_path / "pipe").open("wb") as stream:
                while True:
                    stream.write(b"y" * 200_000)
        except BrokenPipeError:
            return

    writer = threading.Thread(target=write)
    writer.start()
    with pytest.raises(FileError, match="is larger than 1 MB"):
        read_named(tmp_path / "pipe", "pipe")
    writer.join(timeout=60)
    assert not writer.is_alive()


def test_memory_that_runs_out_is_an_error_of_the_file_that_was_read() -> None:
    with pytest.raises(FileError, match="does not fit into memory") as caught, fitting("source/a.txt"):
        raise MemoryError
    assert caught.value.where == "source/a.txt"
