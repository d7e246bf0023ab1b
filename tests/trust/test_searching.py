"""`make test` tries the same examples everywhere; `make fuzz` tries others, from a seed that it prints."""

import random
import re
import sys
from collections.abc import Sequence
from itertools import islice

import pytest
from hypothesis import settings

from tests.conftest import ROOT
from tests.trust import searching
from tests.trust.fuzzing import TARGETS, inputs


def test_the_examples_of_make_test_are_the_same_everywhere() -> None:
    profile = settings.get_profile("default")
    assert profile.derandomize
    assert profile.database is None


def test_the_examples_of_make_fuzz_come_from_the_seed_alone() -> None:
    profile = settings.get_profile("fuzz")
    assert not profile.derandomize
    assert profile.database is None
    assert profile.max_examples > settings.get_profile("default").max_examples


@pytest.mark.parametrize("name", TARGETS)
def test_readers_are_fed_the_same_from_the_same_seed(name: str) -> None:
    number = len(TARGETS[name].seeds) + 60
    one, other, another = (
        list(islice(inputs(TARGETS[name], random.Random(seed)), number)) for seed in (5, 5, 6)
    )
    assert one == other
    assert one != another


class Commands(list[Sequence[str]]):
    """The commands a search would run; those whose number is in `failing` answer 1."""

    def __init__(self, *failing: int) -> None:
        super().__init__()
        self._failing = failing

    def __call__(self, command: Sequence[str]) -> int:
        self.append(command)
        return int(len(self) in self._failing)


def search(monkeypatch: pytest.MonkeyPatch, commands: Commands, *options: str) -> int:
    monkeypatch.setattr(searching, "run", commands)
    monkeypatch.setattr(sys, "argv", ["searching", *options])
    return searching.main()


def test_a_search_prints_its_seed_first_and_uses_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands()
    assert search(monkeypatch, commands, "--seed", "123", "--minutes", "0", "--", "-n", "1") == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("seed 123: ")
    readers, properties = commands
    assert readers[-1] == "123"
    assert "--hypothesis-seed=123" in properties
    assert properties[properties.index("-n") + 1] == "1"


def test_the_same_seed_searches_the_same_files_in_the_same_order_all_of_them_each_round() -> None:
    number = len(searching.properties())
    assert number > 30
    one, other, another = (list(islice(searching.searches(seed), 2 * number)) for seed in (5, 5, 6))
    assert one == other
    assert one != another
    for place, seed in ((0, 5), (number, 6)):
        assert sorted(one[place : place + number]) == [(file, seed) for file in searching.properties()]


def test_without_a_seed_each_search_has_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = []
    for _ in range(2):
        search(monkeypatch, Commands(), "--minutes", "0")
        first.append(capsys.readouterr().out.splitlines()[0])
    assert all(re.match(r"seed \d+: .*make fuzz SEED=\d+", line) for line in first)
    assert first[0] != first[1]


@pytest.mark.parametrize("failing", [1, 2])
def test_what_fails_makes_the_search_fail_and_is_named_with_its_seed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failing: int
) -> None:
    assert search(monkeypatch, Commands(failing), "--seed", "9", "--minutes", "0") == 1
    *_, summary, last = capsys.readouterr().out.splitlines()
    assert summary.startswith("seed 9: ")
    assert last.startswith("failed: ")
    assert ("--hypothesis-seed=9" in last) == (failing == 2)


def test_make_fuzz_hands_seed_and_minutes_on() -> None:
    (rule,) = re.findall(r"^fuzz:.*\n\t(.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert "tests.trust.searching" in rule
    assert "$(SEED)" in rule
    assert "$(MINUTES)" in rule
