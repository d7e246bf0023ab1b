"""Every sentence of tests/cases/names/name_case.toml: right ones are left alone, wrong ones are found and fixed."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from l10n.model import apply_edits
from l10n.names.recognition.agreement import case_disagreements
from l10n.names.recognition.consistency import inconsistencies
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.recognition.registered_names import read_names
from l10n.names.registry.reader import read_registry

CASES = Path(__file__).parents[3] / "cases" / "names"
LOCALES = ("en", "ru")
SENTENCES = tomllib.loads((CASES / "name_case.toml").read_text(encoding="utf-8"))


def lexicon_of(text: str) -> Lexicon:
    return compile_lexicon(read_registry(text, "locales/names.toml", LOCALES), LOCALES)


REGISTRY = (CASES / "name_case_registry.toml").read_text(encoding="utf-8")
LEXICON = lexicon_of(REGISTRY)


def fixed(text: str, lexicon: Lexicon = LEXICON) -> str:
    found = case_disagreements(read_names(text, "ru", lexicon))
    return apply_edits(text, [one.edit for one in found if one.edit])


def test_there_are_enough_sentences() -> None:
    assert len(SENTENCES["right"]) >= 60
    assert len(SENTENCES["wrong"]) >= 40


@pytest.mark.parametrize("case", SENTENCES["right"], ids=lambda case: case["text"])
def test_right_text_is_neither_marked_nor_touched(case: dict[str, Any]) -> None:
    assert case_disagreements(read_names(case["text"], "ru", LEXICON)) == ()
    assert inconsistencies(case["text"], "ru", LEXICON) == ()


@pytest.mark.parametrize("case", SENTENCES["wrong"], ids=lambda case: case["text"])
def test_wrong_text_is_found_and_fixed_where_one_form_fits(case: dict[str, Any]) -> None:
    found = case_disagreements(read_names(case["text"], "ru", LEXICON))
    assert found
    assert all(case["text"][one.start : one.end] == one.found for one in found)
    assert all(bool(one.hint) is not bool(one.edit) for one in found)
    assert fixed(case["text"]) == case.get("fixed", case["text"])
