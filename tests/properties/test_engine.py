"""The engine: the same results in the same order, however many work, and whoever of them dies."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.engine import IN_PROCESS, Died, Engine, run
from l10n.errors import ConfigurationError
from tests.conftest import ROOT, tries

Work = Callable[[int], int]


def squared(number: int) -> int:
    return number * number


def dies_at(bad: frozenset[int], number: int) -> int:
    if number in bad:
        os._exit(9)
    return number * number


def dies_once(folder: Path, number: int) -> int:
    """Die the first time that a number is worked on that stands in the folder as a file."""
    mark = folder / str(number)
    if mark.exists():
        mark.unlink()
        os._exit(9)
    return number * number


def refuses(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number


class TestResultsAreTheSame:
    """Law: results are the same, and come in the same order, whatever the engine."""

    @settings(max_examples=tries(8))
    @given(items=st.lists(st.integers(0, 1_000), max_size=120), jobs=st.integers(2, 4))
    def test_whatever_the_number_of_processes(self, items: list[int], jobs: int) -> None:
        assert list(run(squared, items, Engine(jobs=jobs))) == list(run(squared, items, IN_PROCESS))

    def test_a_worker_that_dies_once_costs_nothing(self, tmp_path: Path) -> None:
        for number in (0, 41, 99):
            (tmp_path / str(number)).touch()
        found = list(run(partial(dies_once, tmp_path), range(100), Engine(jobs=2)))
        assert found == [number * number for number in range(100)]

    @settings(max_examples=tries(3))
    @given(bad=st.frozensets(st.integers(0, 59), max_size=2))
    def test_only_what_kills_its_workers_has_no_result(self, bad: frozenset[int]) -> None:
        found = list(run(partial(dies_at, bad), range(60), Engine(jobs=2)))
        assert {number for number, result in enumerate(found) if isinstance(result, Died)} == bad
        assert all(result == number**2 for number, result in enumerate(found) if number not in bad)


def test_a_bug_in_the_work_stays_a_traceback() -> None:
    for jobs in (1, 2):
        with pytest.raises(ValueError, match="seven"):
            list(run(refuses, range(50), Engine(jobs=jobs)))


@pytest.mark.parametrize(("items", "jobs", "workers"), [(10, 0, 1), (10, 4, 4), (2, 4, 2), (0, 3, 1)])
def test_little_work_stays_in_this_process_unless_asked(items: int, jobs: int, workers: int) -> None:
    assert Engine(jobs=jobs).workers_for(items) == workers


def test_much_work_is_shared_out_by_itself() -> None:
    assert Engine().workers_for(100_000) == len(os.sched_getaffinity(0))


def test_no_worker_runs_ahead_of_whoever_takes_the_results() -> None:
    taken: list[int] = []

    class Watched(Sequence[int]):
        def __len__(self) -> int:
            return 10_000

        def __getitem__(self, place: object) -> object:  # type: ignore[override]
            assert isinstance(place, slice)
            taken.append(place.start)
            return list(range(10_000))[place]

    results = run(squared, Watched(), Engine(jobs=2))
    next(results)
    assert max(taken) < 500
    results.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("address", ["dask://", "ray://host", "nonsense"])
def test_an_engine_that_is_none_is_told(address: str) -> None:
    with pytest.raises(ConfigurationError, match="unknown engine"):
        list(run(squared, [1], Engine(address=address)))


def says_who_and_waits(_number: int) -> None:
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    time.sleep(60)


@pytest.mark.skipif(os.name != "posix", reason="processes are looked for by their numbers")
def test_workers_end_with_a_parent_that_is_killed() -> None:
    program = (
        f"import sys; sys.path[:0] = {[str(ROOT)]!r}\n"
        "from l10n.engine import Engine, run\n"
        "from tests.properties.test_engine import says_who_and_waits\n"
        "list(run(says_who_and_waits, range(2), Engine(jobs=2)))\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
        parent.communicate(timeout=30)  # until no process holds the other end
    assert parent.returncode == -signal.SIGKILL
    assert len(set(workers)) == 2
