"""Every case in tests/cases/repair: seen in the wild, done on purpose, right as it is, and not repaired yet."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from l10n.repair import RULES, repair, replay
from l10n.repair.word_rules import Sample, languages, word_rules

CASES = Path(__file__).parents[2] / "cases" / "repair"
ARTICLE = Path(__file__).parents[3] / "source" / "russian-actress-iss.txt"


def _cases(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return cases


def _right_texts() -> list[str]:
    groups = tomllib.loads((CASES / "negative.toml").read_text(encoding="utf-8"))["group"]
    return [text for group in groups for text in group["texts"]]


def _samples() -> list[tuple[str, Sample]]:
    found = ((language, word_rules(language)) for language in languages())
    return [
        (language, sample)
        for language, rules in found
        if rules
        for rule in rules.rules
        for sample in rule.samples
    ]


@pytest.mark.parametrize(
    "case", [*_cases("wild"), *_cases("synthetic")], ids=lambda case: case["damaged"][:40]
)
def test_damage_is_repaired_under_its_rules(case: dict[str, Any]) -> None:
    repaired = repair(case["damaged"])
    assert repaired.text == case["clean"]
    assert {change.rule for change in repaired.repairs} == set(case["rules"])
    assert replay(case["damaged"], repaired.repairs) == case["clean"]


@pytest.mark.parametrize(
    "case", [*_cases("wild"), *_cases("synthetic")], ids=lambda case: case["damaged"][:40]
)
def test_clean_text_of_a_case_is_left_alone(case: dict[str, Any]) -> None:
    assert repair(case["clean"]).repairs == ()


@pytest.mark.parametrize("text", _right_texts())
def test_right_text_is_left_alone(text: str) -> None:
    assert repair(text).repairs == ()


def test_there_are_at_least_sixty_right_texts() -> None:
    assert len(set(_right_texts())) >= 60


@pytest.mark.parametrize("case", _cases("known_failures"), ids=lambda case: case["damaged"])
@pytest.mark.xfail(strict=True, reason="known failures: the case says why")
def test_known_failure_is_repaired(case: dict[str, Any]) -> None:
    assert repair(case["damaged"]).text == case["clean"]


@pytest.mark.parametrize(
    ("language", "sample"), _samples(), ids=lambda value: getattr(value, "damaged", value)
)
def test_sample_of_a_word_rule_holds(language: str, sample: Sample) -> None:
    assert repair(sample.damaged, language=language).text == sample.clean


def test_every_rule_is_produced_by_a_case() -> None:
    produced = {rule for name in ("wild", "synthetic") for case in _cases(name) for rule in case["rules"]}
    assert produced == set(RULES)


def test_article_gets_its_eight_apostrophes_and_three_pairs_of_marks() -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    repairs = repair(text).repairs
    assert [change.before for change in repairs if change.rule == "lost-apostrophe"] == [
        "Theyre", "Its", "cant", "Thats", "wont", "theyre", "Thats", "cant",
    ]  # fmt: skip
    assert [change.after for change in repairs if change.rule == "cp874-quotation-mark"] == ["“", "”"] * 3
    assert len(repairs) == 14
