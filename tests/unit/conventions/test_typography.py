"""The samples of `typography.toml` and `prose.toml` are their tests."""

from typing import Any

import pytest

from l10n.conventions.typography import departures
from l10n.languages.packs import table, tags_with
from l10n.languages.prose_tables import count_sentences, doubled_words
from l10n.model import Edit, apply_edits

SAMPLES = [
    (language, sample["text"], sample["becomes"])
    for language in sorted(tags_with("typography"))
    for sample in table(language, "typography")["samples"]
]
PROSE = [
    (language, sample)
    for language in sorted(tags_with("prose"))
    for sample in table(language, "prose")["samples"]
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


@pytest.mark.parametrize(
    ("language", "name"),
    [(language, name) for name in ("typography", "prose") for language in sorted(tags_with(name))],
)
def test_each_file_says_where_it_comes_from(language: str, name: str) -> None:
    raw = table(language, name)
    assert raw["authority"]
    assert raw["url"].startswith("https://")
    assert raw["notes"]
    assert raw["samples"]


def test_the_marks_of_the_house_beat_those_of_the_language() -> None:
    assert list(departures("Hij zei: „ja”.", "nl", "„”‘’")) == []
    assert [found.replacement for found in departures("Hij zei: “ja”.", "nl", "„”‘’")] == ["„"]
    assert list(departures("‘De film “Hel” is uit’, zei hij.", "nl", "‘’“”")) == []
    assert [found.replacement for found in departures("Hij zei: “ja”.", "nl", "‘’“”")] == ["‘", "’"]


@pytest.mark.parametrize(("language", "sample"), PROSE)
def test_each_sample_of_prose_is_counted_as_it_says(language: str, sample: dict[str, Any]) -> None:
    assert len(list(doubled_words(sample["text"], language))) == sample["doubled"]
    assert count_sentences(sample["text"], language) == sample["sentences"]
