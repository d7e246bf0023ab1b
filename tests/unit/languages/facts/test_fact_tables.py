"""The samples of `facts.toml` are their tests; months, weekdays and separators agree with CLDR."""

from typing import Any

import pytest
from babel import Locale
from babel.numbers import get_decimal_symbol

from l10n.conventions.conversions import is_conversion
from l10n.conventions.fact_reading import read_facts
from l10n.languages.facts.fact_tables import fact_table, languages, measures
from l10n.languages.packs import PACKAGE, table, tags_with

LANGUAGES = sorted(languages())
LISTED = tags_with("cldr")  # those of which CLDR lists the words
# Forms that CLDR lists and the reader takes for something else: a thousand, a part of the day, euros
UNREAD = {
    "br": {"eur"}, "chr": {"ᎢᏳᏆᏗᏅᏛ"}, "cs": {"mil"}, "el": {"εκ."}, "fi": {"am. gallona", "am. gallonaa", "am. gal"},
    "pt": {"mi"}, "ga": {"mhíle", "míle"}, "gd": {"mhìle", "mìle", "mìltean"},
}  # fmt: skip
PARTIAL = sorted({*tags_with("facts")} - {*LANGUAGES})  # files that know some kinds of facts
SAMPLES = [
    (name, sample) for name in (*tags_with("facts"), "root") for sample in table(name, "facts")["samples"]
]


@pytest.mark.parametrize(("language", "sample"), SAMPLES, ids=lambda value: str(value)[:60])
def test_each_sample_is_read_as_it_says(language: str, sample: dict[str, Any]) -> None:
    facts = read_facts(sample["text"], language)
    found = {
        "numbers": [number.value for number in facts.numbers],
        "clocks": [min(clock.minutes) for clock in facts.clocks],
        "months": [month.number for month in facts.months],
        "weekdays": [day.number for day in facts.weekdays],
        "units": [number.unit for number in facts.numbers if number.unit],
        "currencies": [number.currency for number in facts.numbers if number.currency],
    }
    assert {key: found[key] for key in sample if key != "text"} == {
        key: value for key, value in sample.items() if key != "text"
    }


@pytest.mark.parametrize("language", LANGUAGES)
class TestEachLanguage:
    def test_it_says_where_it_comes_from(self, language: str) -> None:
        raw = table(language, "facts")
        assert raw["authority"]
        assert raw["url"].startswith("https://")
        assert raw["notes"]
        assert len(raw["samples"]) >= 5

    def test_its_months_and_weekdays_are_those_of_cldr(self, language: str) -> None:
        cldr = Locale.parse(language)
        table = fact_table(language)
        for number, name in cldr.months["format"]["wide"].items():
            assert table.months.words[name.lower()] == number
        for number, name in cldr.days["format"]["wide"].items():
            assert table.weekdays.words[name.lower()] == number + 1

    def test_its_decimal_sign_is_that_of_cldr(self, language: str) -> None:
        assert fact_table(language).decimal == get_decimal_symbol(language)

    def test_its_units_are_known_and_complete(self, language: str) -> None:
        assert set(fact_table(language).unit_of.values()) == set(measures())

    def test_all_languages_know_the_same_currencies(self, language: str) -> None:
        assert set(table(language, "facts")["currencies"]) == set(table("en", "facts")["currencies"])


@pytest.mark.parametrize("language", LISTED)
class TestWhatCldrLists:
    """Laws over all languages: what the table says of a word, the reader reads."""

    def test_a_date_with_each_month_is_read(self, language: str) -> None:
        for number, forms in enumerate(table(language, "cldr")["dates"]["months"], 1):
            for form in forms:
                text = f"3 {form} 2021"
                assert number in {month.number for month in read_facts(text, language).months}, text

    def test_each_weekday_is_read(self, language: str) -> None:
        known = fact_table(language)
        for number, forms in enumerate(table(language, "cldr")["dates"]["weekdays"], 1):
            for form in forms:
                if form in known.ambiguous_weekdays:
                    continue
                assert number in {day.number for day in read_facts(f"( {form} )", language).weekdays}, form

    def test_a_number_is_read_with_each_unit(self, language: str) -> None:
        known, unread = fact_table(language), set()
        for unit, forms in table(language, "cldr")["units"].items():
            for form in forms:
                found = [number.unit for number in read_facts(f"7 {form}", language).numbers if number.unit]
                if not found:
                    unread.add(form)
                else:  # a form that two units have is that of the first
                    assert found[0] == unit or known.unit_of.get(form) != unit, form
        assert unread <= UNREAD.get(language, set())


def test_each_table_of_cldr_says_where_it_comes_from() -> None:
    for language in LISTED:
        raw = table(language, "cldr")
        assert (raw["language"], raw["url"]) == (language, "https://cldr.unicode.org/")
        assert "CLDR" in raw["authority"]


def test_the_tables_of_cldr_are_small() -> None:
    """They are in the wheel: none is larger than a page of a book, all together less than a megabyte."""
    sizes = [(PACKAGE / language / "cldr.toml").stat().st_size for language in LISTED]
    assert max(sizes) < 16_000
    assert sum(sizes) < 1_000_000


@pytest.mark.parametrize("language", PARTIAL)
class TestEachLanguageThatKnowsSomeFacts:
    def test_it_says_where_it_comes_from(self, language: str) -> None:
        raw = table(language, "facts")
        assert raw["language"] == language
        assert raw["authority"]
        assert raw["url"].startswith("https://")

    def test_it_has_a_sample_of_each_kind_it_knows(self, language: str) -> None:
        raw = table(language, "facts")
        shown = {"clock": "clocks", "spelled": "numbers"}
        assert {shown[kind] for kind in raw["knows"] if kind in shown} <= {
            key for sample in raw["samples"] for key, value in sample.items() if value
        }

    def test_an_unsure_word_answers_the_number_it_may_be_and_states_none(self, language: str) -> None:
        known = fact_table(language)
        numbers = {**known.number_words.words, **known.number_words.scales}
        for word in table(language, "facts").get("numbers", {}).get("unsure", ()):
            if word in numbers:
                assert numbers[word] in known.hints.of(word)
                assert not any(number.spelled for number in read_facts(f"({word})", language).numbers)


@pytest.mark.parametrize("sample", table("root", "units")["samples"], ids=str)
def test_each_conversion_is_right(sample: dict[str, str]) -> None:
    value, unit = sample["of"].split()
    other, other_unit = (sample.get("is") or sample["not"]).split()
    assert is_conversion(float(value), unit, float(other), other_unit) == ("is" in sample)
