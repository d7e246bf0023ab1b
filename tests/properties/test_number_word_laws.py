"""What CLDR's rules spell, the readers read back: every number up to a thousand, in every form, in every language."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.conventions.fact_reading import read_facts
from l10n.conventions.number_words import whole_number
from l10n.languages.facts.fact_tables import fact_table
from l10n.languages.packs import table, tags_with
from tools.compile_numbers.compiling import HIGHEST, LANGUAGES, file_of, spellings

_spellings = cache(lambda language: tuple(spellings(language)))
MOST_OF_A_LANGUAGE = 30_000  # bytes


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_spelling_of_each_number_is_read_back(language: str) -> None:
    words = fact_table(language).number_words
    read = [(number, said, whole_number(said, words)) for number, said in spellings(language)]
    assert {number for number, *_ in read} == set(range(HIGHEST + 1))
    assert [one for one in read if one[2] != one[0]] == []


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_in_a_sentence_it_states_its_number_or_none(language: str, data: st.DataObject) -> None:
    number, said = data.draw(st.sampled_from(_spellings(language)))
    assert [one.value for one in read_facts(f"— {said}.", language).numbers] in ([number], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_small_and_has_no_word_for_two_numbers(language: str) -> None:
    assert file_of(language).stat().st_size < MOST_OF_A_LANGUAGE
    values: dict[str, str] = {}
    for value, words in table(language, "numbers")["words"].items():
        for word in words:
            assert values.setdefault(word, value) == value


def test_no_table_is_left_of_a_language_that_the_tool_does_not_know() -> None:
    assert set(tags_with("numbers")) == set(LANGUAGES)
