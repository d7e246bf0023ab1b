"""`l10n names match`: a line out for each line in, and what it refuses."""

import io
from pathlib import Path

import pytest

from tests.conftest import Command


def give(monkeypatch: pytest.MonkeyPatch, text: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))


def test_a_line_comes_out_for_each_line_in(
    tmp_path: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, "Joelia Sjipenko\tЮлия Шипенко\r\nKim\tKlim\nKim\tkim\n\t\n".encode())
    ran = l10n(tmp_path, "names", "match")
    assert (ran.code, ran.err) == (0, "")
    lines = [line.split("\t") for line in ran.out.split("\n")[:-1]]
    assert [word for word, _ in lines] == ["same", "different", "same", "same"]
    assert all(len(score) == 5 and 0 <= float(score) <= 1 for _, score in lines)


def test_nothing_in_is_nothing_out(tmp_path: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"")
    ran = l10n(tmp_path, "names", "match")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_line_without_a_tab_is_named(
    tmp_path: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, b"a\tb\nKim Klim\na\tb\tc\n")
    ran = l10n(tmp_path, "names", "match")
    assert (ran.code, ran.out) == (2, "")
    assert "standard input:2: expected two names separated by one tab, found 0 tabs" in ran.err
    assert "standard input:3: expected two names separated by one tab, found 2 tabs" in ran.err


def test_bytes_that_are_no_text_are_named(
    tmp_path: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, b"a\tb\n\xff\tb\n")
    ran = l10n(tmp_path, "names", "match")
    assert (ran.code, ran.out) == (2, "")
    assert "standard input:2: this is not UTF-8" in ran.err
