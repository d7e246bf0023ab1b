"""The samples of typography/*.toml and prose/*.toml are their tests."""

from typing import Any

import pytest

from l10n.conventions import prose_tables, typography_tables
from l10n.conventions.prose_tables import count_sentences, doubled_words
from l10n.conventions.typography import departures
from l10n.model import Edit, apply_edits

SAMPLES = [
    (language, sample["text"], sample["becomes"])
    for language in sorted(typography_tables.languages())
    for sample in typography_tables.load(language)["samples"]
]
PROSE = [
    (language, sample)
    for language in sorted(prose_tables.languages())
    for sample in prose_tables.load(language)["samples"]
]


def corrected(text: str, language: str) -> str:
    return apply_edits(
        text,
        [
            Edit(start=found.start, end=found.end, replacement=found.replacement)
            for found in departures(text, language)
            if found.replacement is not None
        ],
    )


@pytest.mark.parametrize(("language", "text", "becomes"), SAMPLES)
def test_each_sample_becomes_what_it_says_and_then_stays(language: str, text: str, becomes: str) -> None:
    assert corrected(text, language) == becomes
    assert corrected(becomes, language) == becomes


@pytest.mark.parametrize("language", sorted(typography_tables.languages()))
def test_each_file_says_where_it_comes_from(language: str) -> None:
    for raw in (typography_tables.load(language), prose_tables.load(language)):
        assert raw["authority"]
        assert raw["url"].startswith("https://")
        assert raw["notes"]
        assert raw["samples"]


@pytest.mark.parametrize(("language", "sample"), PROSE)
def test_each_sample_of_prose_is_counted_as_it_says(language: str, sample: dict[str, Any]) -> None:
    assert len(list(doubled_words(sample["text"], language))) == sample["doubled"]
    assert count_sentences(sample["text"], language) == sample["sentences"]
