"""What a mutant is, that a weak test shows, and that each excuse is for a mutant that is still there."""

import os
import subprocess
import sys
from pathlib import Path, PurePath

import pytest

from tests.trust.mutants import mutants
from tests.trust.mutating import MODULES, ROOT, equivalents, named_for

SOURCE = '''
@cache
def larger(one: int | None, other: int = 0) -> bool:
    """Return whether it is."""
    if one is None:
        raise ValueError
    return one > other
'''


def test_each_change_is_one_of_the_code_and_declarations_are_none() -> None:
    found = [(mutant.number, mutant.change) for mutant in mutants(SOURCE)]
    assert found == [
        (3, "0 → 1"),
        (5, "one is None → one is not None"),
        (6, "raise ValueError → pass"),
        (7, "one > other → one >= other"),
        (7, "return one > other → return None"),
    ]


def test_what_reads_alike_on_one_line_is_numbered() -> None:
    assert [mutant.change for mutant in mutants("x = 1 + 1\n")] == ["1 + 1 → 1 - 1", "1 → 2", "1 → 2 (2)"]


def test_a_change_of_what_is_true_is_told_from_other_changes() -> None:
    source = "if x and not y:\n    x = x + 1 < 2\nelse:\n    y = True if x else [z for z in y if z]\n"
    assert {mutant.change for mutant in mutants(source) if not mutant.is_condition} == {
        "x + 1 → x - 1",
        "1 → 2",
        "2 → 3",
    }
    assert {mutant.change for mutant in mutants(source) if mutant.is_condition} == {
        "if x and (not y): → if not (x and (not y)):",
        "x and (not y) → x or not y",
        "not y → y",
        "x + 1 < 2 → x + 1 <= 2",
        "True → False",
        "True if x else [z for z in y if z] → True if not x else [z for z in y if z]",
        "for z in y if z → for z in y",
    }


@pytest.mark.parametrize("module", MODULES)
def test_a_module_on_the_list_is_there_and_has_tests(module: str) -> None:
    assert (ROOT / module).is_file()
    assert named_for(module)
    assert all((ROOT / test).exists() for test in named_for(module))


@pytest.mark.parametrize("module", [module for module, trial in MODULES.items() if trial.decides])
def test_what_decides_is_tried_by_unit_tests_the_first_of_which_mirrors_it(module: str) -> None:
    path = PurePath(module)
    assert PurePath(named_for(module)[0]).relative_to("tests/unit") == PurePath(
        *path.parts[1:-1], f"test_{path.name}"
    )
    assert all(PurePath(test).is_relative_to("tests/unit") for test in named_for(module))


@pytest.mark.parametrize("module", sorted({module for module, _, _ in equivalents()}))
def test_an_excuse_is_for_a_mutant_that_is_there(module: str) -> None:
    there = {(mutant.line, mutant.change) for mutant in mutants((ROOT / module).read_text(encoding="utf-8"))}
    excused = {(line, change) for known, line, change in equivalents() if known == module}
    assert excused <= there
    assert module in MODULES


@pytest.mark.skipif(not hasattr(os, "fork"), reason="mutants are tried in forks")
def test_a_test_that_sees_only_the_middle_leaves_the_limit_to_a_mutant(tmp_path: Path) -> None:
    (tmp_path / "l10n").mkdir()
    (tmp_path / "l10n" / "__init__.py").touch()
    (tmp_path / "l10n" / "sizes.py").write_text(
        "def large(size: int) -> bool:\n    return size > 3\n", encoding="utf-8"
    )
    (tmp_path / "test_sizes.py").write_text(
        "from l10n.sizes import large\n\ndef test_it() -> None:\n    assert large(9) and not large(1)\n",
        encoding="utf-8",
    )
    program = f"""
import os, sys
from pathlib import Path, PurePath
from tests.trust.mutating import Nest, mutants
os.chdir({str(tmp_path)!r})
sys.path[0] = {str(tmp_path)!r}
nest = Nest(Path({str(tmp_path)!r}), "l10n/sizes.py", ["test_sizes.py"])
assert nest.prepare(), nest.said.read_text()
for mutant in mutants(nest.source):
    print(mutant.change, nest.is_noticed(mutant))
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines() == [
        "3 → 4 False",
        "return size > 3 → return None True",
        "size > 3 → size >= 3 False",
    ]
