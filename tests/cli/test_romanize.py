"""`l10n names romanize` and `l10n names schemes`: one line out per line in, and every bad input."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Command

Typing = Callable[[bytes], None]


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Return `typing(bytes)`: what the command is to read on standard input."""

    def give(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))

    return give


ROMANIZE = ("names", "romanize", "--scheme", "house-nl")


def test_names_are_given_as_arguments(tmp_path: Path, l10n: Command) -> None:
    ran = l10n(tmp_path, *ROMANIZE, "Юлия Пересильд", "ЩУКА")
    assert (ran.code, ran.out, ran.err) == (0, "Joelia Peresild\nSJTSJOEKA\n", "")


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("Юлия\nКлим\n".encode(), "Joelia\nKlim\n"),
        ("Юлия\nКлим".encode(), "Joelia\nKlim\n"),
        ("Юлия\r\nКлим\r\n".encode(), "Joelia\nKlim\n"),
        ("\ufeffЮлия\n\n Клим \n".encode(), "Joelia\n\n Klim \n"),
        ("Ю\u2028л\x85\x0cя\n".encode(), "Joe\u2028l\x85\x0cja\n"),
        (b"", ""),
        (b"\n", "\n"),
    ],
)
def test_one_line_out_for_each_line_in(
    tmp_path: Path, l10n: Command, typing: Typing, given: bytes, printed: str
) -> None:
    typing(given)
    ran = l10n(tmp_path, *ROMANIZE)
    assert (ran.code, ran.out, ran.err) == (0, printed, "")


def test_json_is_one_object_per_line(tmp_path: Path, l10n: Command) -> None:
    ran = l10n(tmp_path, *ROMANIZE, "--output-format", "json", "Юлия", "Kлим")
    assert [json.loads(line) for line in ran.out.splitlines()] == [
        {"name": "Юлия", "romanized": "Joelia", "scheme": "house-nl", "unknown_letters": ""},
        {"name": "Kлим", "romanized": "Klim", "scheme": "house-nl", "unknown_letters": "K"},
    ]


def test_another_script_passes_through_and_is_told(tmp_path: Path, l10n: Command, typing: Typing) -> None:
    typing("Юлия\nJo 日\n".encode())
    ran = l10n(tmp_path, *ROMANIZE)
    assert (ran.code, ran.out) == (0, "Joelia\nJo 日\n")
    assert ran.err == "standard input:2: house-nl has no rule for J, o, 日; left unchanged\n"


def test_an_unknown_scheme_is_answered_with_the_nearest(tmp_path: Path, l10n: Command) -> None:
    ran = l10n(tmp_path, "names", "romanize", "--scheme", "hous-nl", "Юлия")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("l10n: unknown transliteration scheme 'hous-nl'\n  hint: did you mean 'house-nl'?\n")


def test_unreadable_lines_are_told_with_their_numbers_and_nothing_is_printed(
    tmp_path: Path, l10n: Command, typing: Typing
) -> None:
    typing("Юлия\nя".encode() + b"\xff\nok\n\xd0\n")
    ran = l10n(tmp_path, *ROMANIZE)
    assert (ran.code, ran.out) == (2, "")
    assert "standard input:2: this is not UTF-8" in ran.err
    assert "why: the byte 0xff after 1 characters" in ran.err
    assert "standard input:4: this is not UTF-8" in ran.err


def test_an_unreadable_argument_is_told(tmp_path: Path, l10n: Command) -> None:
    ran = l10n(tmp_path, *ROMANIZE, "Юлия", "\udcff")
    assert (ran.code, ran.out) == (2, "")
    assert "argument 2: this is not UTF-8" in ran.err


def test_nothing_to_read_is_told(tmp_path: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    ran = l10n(tmp_path, *ROMANIZE)
    assert (ran.code, ran.out) == (2, "")
    assert "no name is given" in ran.err


def test_a_scheme_has_to_be_named(tmp_path: Path, l10n: Command) -> None:
    assert l10n(tmp_path, "names", "romanize", "Юлия").code == 2


def test_schemes_lists_id_language_and_authority(tmp_path: Path, l10n: Command) -> None:
    ran = l10n(tmp_path, "names", "schemes")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0].split() == ["id", "language", "authority"]
    assert any(line.startswith("house-nl ") and " ru " in line and "Onze Taal" in line for line in lines)
    ids = [line.split()[0] for line in lines[1:]]
    assert ids == sorted(ids)


def test_schemes_in_json_have_their_provenance(tmp_path: Path, l10n: Command) -> None:
    ran = l10n(tmp_path, "names", "schemes", "--output-format", "json")
    answer = json.loads(ran.out)
    assert answer["schema_version"] == 1
    (house,) = [one for one in answer["schemes"] if one["id"] == "house-nl"]
    assert (house["language"], house["locale"], house["scripts"]) == ("ru", "nl", ["Cyrl", "Latn"])
