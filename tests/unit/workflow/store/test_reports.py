"""Reports are whole or not there; what a device refuses is an error."""

import os
from pathlib import Path

import pytest

from l10n.errors import FileError
from l10n.workflow.store.reports import append, write_report


def test_a_report_goes_to_a_file_or_into_a_pipe_and_is_replaced_whole(tmp_path: Path) -> None:
    path, pipe = tmp_path / "report", tmp_path / "pipe"
    for text in ("a long one \ud800", "short"):
        write_report(path, "report", text)
        assert path.read_bytes() == text.encode("utf-8", "backslashreplace")
    os.link(path, tmp_path / "of before")
    write_report(path, "report", "new")
    assert (tmp_path / "of before").read_bytes() == b"short"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_report(pipe, "pipe", "one")
        assert os.read(reader, 10) == b"one"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    with pytest.raises(FileError, match="Is a directory"):
        write_report(tmp_path, "folder", "text")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_report_that_a_device_refuses_is_an_error() -> None:
    with pytest.raises(FileError, match="report: cannot be written: No space left"):
        write_report(Path("/dev/full"), "report", "x")
    with pytest.raises(FileError, match="cannot be written: No space left"):
        append(Path("/dev/full"), "x")


def test_what_is_added_goes_to_the_end(tmp_path: Path) -> None:
    (tmp_path / "summary").write_bytes(b"theirs\n")
    append(tmp_path / "summary", "ours\n")
    assert (tmp_path / "summary").read_bytes() == b"theirs\nours\n"
