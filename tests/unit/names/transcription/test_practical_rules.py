"""Sixty well-known Dutch names, against the forms of the Russian press (tests/cases/names/dutch.toml)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from l10n.names.transcription.conversion import convert

CASES = Path(__file__).parents[3] / "cases" / "names" / "dutch.toml"


def read_cases() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    return cases


def place_of(case: dict[str, Any]) -> int | None:
    """Return at which place, from 0, an accepted form stands among the first five; None for none of them."""
    wanted = {form.replace("ё", "е") for form in case["ru"]}
    forms = [form.form.replace("ё", "е") for form in convert(case["nl"], "nl", "ru", candidates=5)]
    return next((place for place, form in enumerate(forms) if form in wanted), None)


def test_there_are_sixty_each_once_with_a_source() -> None:
    cases = read_cases()
    assert len({case["nl"] for case in cases}) == len(cases) == 60
    assert all(case["ru"] and case["source"] and case["kind"] in ("person", "place") for case in cases)
    assert sum(case.get("kept", False) for case in cases) == 30


@pytest.mark.parametrize(("kept", "first", "five"), [(False, 0.95, 0.95), (True, 0.85, 0.9)])
def test_the_form_of_the_press_comes_first_or_is_among_five(*, kept: bool, first: float, five: float) -> None:
    places = [place_of(case) for case in read_cases() if case.get("kept", False) is kept]
    assert places.count(0) / len(places) >= first
    assert sum(place is not None for place in places) / len(places) >= five


def test_of_all_sixty_enough_come_first_and_nearly_all_are_among_five() -> None:
    places = [place_of(case) for case in read_cases()]
    assert places.count(0) / len(places) >= 0.85
    assert sum(place is not None for place in places) / len(places) >= 0.95
