"""`l10n names decline`: JSON out for each name in, the registry before any rule."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.conftest import Command

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")


def forms(line: str) -> list[str]:
    answer = json.loads(line)
    return [answer[case] for case in CASES]


def test_each_line_of_standard_input_is_answered_by_one_line(
    tmp_path: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = "Илья Репин\nЛев Толстой\n\nHugo\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(names.encode())))
    ran = l10n(tmp_path, "names", "decline", "--locale", "ru", "--gender", "male")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert len(lines) == 4
    assert forms(lines[1])[1] == "Льва Толстого"
    assert forms(lines[3]) == ["Hugo"] * 6


@pytest.mark.parametrize(
    ("name", "prepositional"),
    [
        ("Нижний Новгород", "Нижнем Новгороде"),
        ("Ростов-на-Дону", "Ростове-на-Дону"),
        ("Тверь", "Твери"),
        ("Сочи", "Сочи"),
    ],
)
def test_without_a_gender_a_name_is_a_place(
    tmp_path: Path, l10n: Command, name: str, prepositional: str
) -> None:
    assert forms(l10n(tmp_path, "names", "decline", name).out)[5] == prepositional


def test_a_persons_gender_is_told_by_the_given_name_when_asked_for_a_person(
    tmp_path: Path, l10n: Command
) -> None:
    ran = l10n(tmp_path, "names", "decline", "--kind", "person", "Анна Ахматова", "Антон Павлович Чехов")
    assert [forms(line)[4] for line in ran.out.splitlines()] == [
        "Анной Ахматовой",
        "Антоном Павловичем Чеховым",
    ]


def test_a_single_surname_is_declined_as_one(tmp_path: Path, l10n: Command) -> None:
    assert forms(l10n(tmp_path, "names", "decline", "--gender", "male", "Чехов").out)[4] == "Чеховым"
    assert forms(l10n(tmp_path, "names", "decline", "--gender", "male", "Павел").out)[1] == "Павла"


def test_the_registry_beats_the_rules(article: Path, l10n: Command) -> None:
    ran = l10n(article, "names", "decline", "Банкир Сопротивления", "Клим Шипенко", "МКС")
    lines = ran.out.splitlines()
    assert forms(lines[0])[4] == "Банкиром Сопротивления"
    assert forms(lines[1])[4] == "Климом Шипенко"
    assert forms(lines[2]) == ["МКС"] * 6


def test_what_no_rule_tells_is_null(tmp_path: Path, l10n: Command) -> None:
    assert json.loads(l10n(tmp_path, "names", "decline", "Песнь о вещем").out)["genitive"] is None


def test_a_locale_without_cases_is_refused(tmp_path: Path, l10n: Command) -> None:
    ran = l10n(tmp_path, "names", "decline", "--locale", "nl", "Amsterdam")
    assert (ran.code, ran.out) == (2, "")
    assert "nl is Dutch; case forms are known for ru" in ran.err


def test_bytes_that_are_no_utf8_name_the_line(
    tmp_path: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"A\n\xff\n")))
    ran = l10n(tmp_path, "names", "decline", "--gender", "male")
    assert ran.code == 2
    assert "standard input:2" in ran.err
