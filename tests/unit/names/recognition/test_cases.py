"""Every case of tests/cases/names: wild, synthetic, negative, known failures."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from l10n.model import apply_edits
from l10n.names.recognition.consistency import Inconsistency, fix_names, inconsistencies
from l10n.names.recognition.lexicon import Lexicon

CASES = Path(__file__).parents[3] / "cases" / "names"


def read_cases(name: str) -> list[Any]:
    cases = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=f"{place}-{case['locale']}") for place, case in enumerate(cases)]


def shown(finding: Inconsistency) -> str:
    return f"{finding.found} {'>' if finding.edit else '?'} {finding.expected}"


def test_there_are_enough_cases() -> None:
    assert len(read_cases("synthetic")) >= 60
    assert len(read_cases("negative")) >= 60
    assert read_cases("wild")
    assert read_cases("known_failures")


@pytest.mark.parametrize("case", [*read_cases("wild"), *read_cases("synthetic")])
def test_a_planted_spelling_is_found_and_fixed(case: dict[str, Any], lexicon: Lexicon) -> None:
    text = case["text"]
    findings = inconsistencies(text, case["locale"], lexicon)
    assert [shown(finding) for finding in findings] == case["findings"]
    assert all(text[finding.start : finding.end] == finding.found for finding in findings)
    fixed, applied = fix_names(text, case["locale"], lexicon)
    edits = [finding.edit for finding in findings if finding.edit]
    assert fixed == apply_edits(text, edits)
    assert len(applied) == len(edits)
    assert all(finding.edit is None for finding in inconsistencies(fixed, case["locale"], lexicon))
    assert all(finding.hint for finding in findings if not finding.edit)


@pytest.mark.parametrize("case", read_cases("wild"))
def test_a_wild_case_says_where_it_was_seen(case: dict[str, Any]) -> None:
    assert case["seen"]


@pytest.mark.parametrize("case", read_cases("negative"))
def test_what_is_right_is_left_alone(case: dict[str, Any], lexicon: Lexicon) -> None:
    assert inconsistencies(case["text"], case["locale"], lexicon) == ()
    assert fix_names(case["text"], case["locale"], lexicon) == (case["text"], ())
    assert case["why"]


@pytest.mark.xfail(reason="known failures: the case says why")
@pytest.mark.parametrize("case", read_cases("known_failures"), ids=lambda case: case["why"])
def test_a_known_failure_is_fixed(case: dict[str, Any], lexicon: Lexicon) -> None:
    findings = [shown(finding) for finding in inconsistencies(case["text"], case["locale"], lexicon)]
    assert findings == case["wanted"]
