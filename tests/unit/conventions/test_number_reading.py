"""The numbers of a text in figures: where they stand, what they may mean, with which unit, currency and sign."""

import pytest

from l10n.conventions.clock_reading import figure_starts
from l10n.conventions.fact_values import Clock, Number
from l10n.conventions.number_reading import (
    are_linked,
    figures,
    figures_of,
    is_cased,
    is_time_or_day,
    with_shared_units,
)
from l10n.languages.facts.fact_folding import fold
from l10n.languages.facts.fact_tables import fact_table


def numbers(text: str, language: str, taken: tuple[tuple[int, int], ...] = ()) -> list[Number]:
    """Return the numbers of a text that is folded already."""
    table = fact_table(language)
    found = list(figures(text, table, tuple(figure_starts(text)), list(taken)))
    return with_shared_units(text, found, table)


def value(one: float | str) -> str:
    return one if isinstance(one, str) else f"{one:.12g}"


def read(text: str, language: str = "en") -> str:
    """Return the numbers of a text, as “what is written = what it may mean, with unit and currency; …”."""
    folded = fold(text)
    return "; ".join(
        f"{folded[one.start : one.end]} = {' or '.join(map(value, one.values))} {one.unit}{one.currency}".rstrip()
        for one in numbers(folded, language)
    )


class TestWhatIsANumber:
    @pytest.mark.parametrize("text", ["3D", "x86", "a 5K run", "5_000", "5é", "USD5", "$5mx"])
    def test_figures_at_a_letter_are_a_designation(self, text: str) -> None:
        assert read(text) == ""

    @pytest.mark.parametrize(
        ("language", "text", "wanted"),
        [
            ("en", "5中", "5 = 5"),  # a script without capitals is no part of the figures
            ("en", "5th", "5th = 5"),
            ("en", "the 1990s km", "1990s = 1990"),  # what has a suffix has no unit
            ("en", "5 million", "5 million = 5000000"),
            ("en", "1.2.3", "1.2.3 = 1.2.3"),
            ("en", "1,234", "1,234 = 1234 or 1.234"),
            ("nl", "1.234,5 km", "1.234,5 km = 1234.5 kilometre"),
            ("ru", "5 тыс. км", "5 тыс. км = 5000 kilometre"),
            ("zh", "1億2千万", "1億2千万 = 120000000"),
            ("zh", "4.5万", "4.5万 = 45000"),
            ("zh", "5 万", "5 万 = 50000"),
        ],
    )
    def test_it_is_read_as_its_language_writes_it(self, language: str, text: str, wanted: str) -> None:
        assert read(text, language) == wanted

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("1/2", "1/2 = 0.5"),
            ("1 1/2 cups", "1 1/2 = 1.5"),
            ("1 3/4 km", "1 3/4 km = 1.75 kilometre"),
            ("1/3", "1/3 = 0.3333"),
            ("99/100", "99/100 = 0.99"),
            ("99/101", "99 = 99; 101 = 101"),
            ("2/1", "2 = 2; 1 = 1"),
            ("5/5", "5 = 5; 5 = 5"),
            ("0/5", "0 = 0; 5 = 5"),
            ("1/2/2021", "1 = 1; 2 = 2; 2021 = 2021"),
            ("4½ km", "4½ km = 4.5 kilometre"),
            ("½ km", "½ km = 0.5 kilometre"),
            ("1,234½", "1,234½ = 1234.5 or 1.734"),
            ("4.1.2½", "4.1.2½ = 4.1.2"),
            ("5 and a half km", "5 and a half km = 5.5 kilometre"),
            ("1.2.3 and a half", "1.2.3 and a half = 1.2.3"),
        ],
    )
    def test_a_fraction_is_one_number_and_what_may_be_a_date_is_not(self, text: str, wanted: str) -> None:
        assert read(text) == wanted

    def test_the_figures_of_a_fraction_are_kept_one_by_one(self) -> None:
        assert [one.parts for one in numbers("1/2 and 1 1/2 and 15.09 and 5 million", "en")] == [
            (1.0, 2.0),
            (1.0, 1.0, 2.0),
            (15.0, 9.0),
            (),
        ]

    def test_what_is_written_is_kept_with_its_sign_and_without_its_unit(self) -> None:
        texts = [one.text for one in numbers("-5 km, $5 m, 5 million, minus 7, 3½, 1/2", "en")]
        assert texts == ["-5", "5", "5 million", "7", "3½", "1/2"]
        assert [one.text for one in numbers("4.5万", "zh")] == ["4.5万"]

    def test_a_scale_and_a_suffix_are_told(self) -> None:
        found = numbers("5, 5 million, 5th, $5m, 5m, 5m high, 5m euros", "en")
        assert [(one.scaled, one.suffixed) for one in found] == [
            (False, False),
            (True, False),
            (False, True),
            (True, False),
            (True, False),
            (False, False),
            (True, False),
        ]

    @pytest.mark.parametrize(
        ("language", "text", "wanted"),
        [("en", "3D, 5 km", "5 km = 5 kilometre"), ("de", "5%ige", "5% = 5 percent")],
    )
    def test_a_designation_ends_nothing_and_a_unit_is_none(
        self, language: str, text: str, wanted: str
    ) -> None:
        assert read(text, language) == wanted

    def test_what_is_taken_already_is_left_out(self) -> None:
        text = "at 10:15 and 20 and 30 km"
        starts = [one.start for one in numbers(text, "en", taken=((17, 18), (3, 8)))]
        assert starts == [13, 20]
        assert [one.text for one in numbers("5 and 6 and 7", "en", taken=((6, 7), (0, 1)))] == ["7"]
        assert [one.text for one in numbers("(5)", "en", taken=((0, 1), (2, 3)))] == ["5"]


class TestSigns:
    @pytest.mark.parametrize(
        ("language", "text", "wanted"),
        [
            ("en", "-5", "-5 = -5"),
            ("en", "–5 km", "–5 km = -5 kilometre"),
            ("en", "(-5", "-5 = -5"),
            ("en", "it was -5", "-5 = -5"),
            ("en", "x-5", "5 = 5"),
            ("en", "3-5", "3 = 3; 5 = 5"),
            ("en", "3 -5", "3 = 3; 5 = 5"),
            ("en", "minus 5", "5 = -5"),
            ("en", "it was minus  5", "5 = -5"),
            ("en", "minusx 5", "5 = 5"),
            ("en", "minus5", ""),
            ("en", "minus,5", "5 = 5"),
            ("en", "minus\n5", "5 = 5"),
            ("en", "5 minus 3", "5 = 5; 3 = 3"),
            ("en", "a 5 minus 3", "5 = 5; 3 = 3"),
            ("en", "minus 1.2.3", "1.2.3 = 1.2.3"),
            ("nl", "min 18 graden", "18 graden = -18 celsius"),
            ("nl", "min\u00a018", "18 = -18"),
            ("nl", "10 min 18 s", "10 min = 10 minute; 18 = 18"),
            ("id", "minus 5", "5 = 5"),  # a language whose words nobody wrote down
        ],
    )
    def test_a_minus_stands_before_figures_and_between_no_two(
        self, language: str, text: str, wanted: str
    ) -> None:
        assert read(text, language) == wanted

    def test_a_word_that_touches_the_figures_is_no_minus(self) -> None:
        (found,) = figures("minus5", fact_table("en"), (5,), [])
        assert found.values == (5.0,)


class TestMoney:
    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("$5", "5 = 5 USD"),
            ("$ 5", "5 = 5 USD"),
            ("abc $5", "5 = 5 USD"),
            ("US$ 5", "5 = 5 USD"),
            ("EUR 7", "7 = 7 EUR"),
            ("it is EUR 7", "7 = 7 EUR"),
            ("eur 7", "7 = 7"),
            ("XEUR 7", "7 = 7"),
            ("a€5", "5 = 5"),
            ("in A€5", "5 = 5"),
            ("xUS$5", "5 = 5"),
            ("S 5", "5 = 5"),
            ("5 €", "5 € = 5 EUR"),
            ("5 euros", "5 euros = 5 EUR"),
            ("$5m", "5m = 5000000 USD"),
            ("$5 m", "5 m = 5000000 USD"),
            ("$5 km", "5 = 5 USD"),
            ("$5 mn", "5 mn = 5000000 USD"),
        ],
    )
    def test_a_currency_stands_before_or_behind(self, text: str, wanted: str) -> None:
        assert read(text) == wanted

    def test_only_a_code_of_three_latin_capitals_stands_before(self) -> None:
        assert read("ИЕН 5", "ru") == "5 = 5"
        assert read("5 иен", "ru") == "5 иен = 5 JPY"


class TestUnits:
    @pytest.mark.parametrize(
        ("language", "text", "wanted"),
        [
            ("en", "5 km", "5 km = 5 kilometre"),
            ("en", "5km", "5km = 5 kilometre"),
            ("en", "5-km run", "5-km = 5 kilometre"),
            ("en", "5  km", "5 = 5"),
            ("en", "5%", "5% = 5 percent"),
            ("en", "5 mW and 5 MW", "5 mW = 5 milliwatt; 5 MW = 5 megawatt"),
            ("en", "5 Kilometres", "5 Kilometres = 5 kilometre"),
            ("en", "5 km/h", "5 km/h = 5 kilometre-per-hour"),
            ("en", "5 km/tim", "5 = 5"),  # a rate of another language
            ("en", "5 square miles", "5 square miles = 5 square-mile"),
            ("en", "5 square\u00a0miles", "5 square\u00a0miles = 5 square-mile"),
            ("ru", "5 киловаттами", "5 киловаттами = 5 kilowatt"),
            ("ru", "999 г", "999 г = 999 gram"),
            ("ru", "1000 г", "1000 = 1000"),
            ("ru", "5 г.", "5 = 5"),  # the year, or the town
            ("ru", "5 гектаров", "5 гектаров = 5 hectare"),
            ("ru", "1500 кг", "1500 кг = 1500 kilogram"),
            ("ru", "в 1000 году", "1000 году = 1000"),
            ("ru", "в 2100 году", "2100 году = 2100"),
            ("ru", "в 999 году", "999 году = 999 year"),
            ("ru", "в 2101 году", "2101 году = 2101 year"),
            ("ru", "1500 лет", "1500 лет = 1500 year"),
        ],
    )
    def test_a_unit_stands_behind_its_figures(self, language: str, text: str, wanted: str) -> None:
        assert read(text, language) == wanted

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("5m", "5m = 5 or 5000000 metre"),
            ("5m birds", "5m = 5 or 5000000 metre"),
            ("5m.", "5m = 5 or 5000000 metre"),
            ("5 m.", "5 m = 5 metre"),  # who counts writes 5m
            ("5m-high", "5m = 5 metre"),
            ("5m high", "5m = 5 metre"),
            ("5 m high", "5 m = 5 metre"),
            ("5 m birds", "5 m = 5 or 5000000 metre"),
            ("5m euros", "5m euros = 5000000 EUR"),
            ("5 m euros", "5 m euros = 5000000 EUR"),
            ("5 million m", "5 million m = 5000000 metre"),
        ],
    )
    def test_one_letter_may_be_a_unit_or_count(self, text: str, wanted: str) -> None:
        assert read(text) == wanted


class TestRanges:
    @pytest.mark.parametrize(
        ("language", "text", "wanted"),
        [
            ("en", "5 to 10 km", "5 = 5 kilometre; 10 km = 10 kilometre"),
            ("en", "5–10 km", "5 = 5 kilometre; 10 km = 10 kilometre"),
            ("en", "5 and 10 km", "5 = 5 kilometre; 10 km = 10 kilometre"),
            ("en", "5 with 10 km", "5 = 5; 10 km = 10 kilometre"),
            ("en", "5, 6 and 10 km", "5 = 5 kilometre; 6 = 6 kilometre; 10 km = 10 kilometre"),
            ("en", "5 to 10 km, 3 times", "5 = 5 kilometre; 10 km = 10 kilometre; 3 = 3"),
            ("en", "5 to 10", "5 = 5; 10 = 10"),
            ("en", "$5 to 10 km", "5 = 5 USD; 10 km = 10 kilometre"),
            ("en", "5 cm to 10 km", "5 cm = 5 centimetre; 10 km = 10 kilometre"),
            ("en", "9.15 to 10 km", "9.15 = 9.15 kilometre; 10 km = 10 kilometre"),
            ("en", "9.15 and 10 km", "9.15 = 9.15; 10 km = 10 kilometre"),  # at 9.15
            ("en", "5 through 10 km", "5 = 5 kilometre; 10 km = 10 kilometre"),
            ("en", "5  through 10 km", "5 = 5; 10 km = 10 kilometre"),  # further than a link is wide
            ("nl", "2,5 tot 3,5 procent", "2,5 = 2.5 percent; 3,5 procent = 3.5 percent"),
        ],
    )
    def test_the_first_number_has_the_unit_of_the_last(self, language: str, text: str, wanted: str) -> None:
        assert read(text, language) == wanted

    def test_a_unit_that_stands_elsewhere_is_shared(self) -> None:
        assert [one.shared for one in numbers("5 to 10 km", "en")] == [True, False]

    @pytest.mark.parametrize("place", [0, 1])
    def test_a_day_has_no_unit_to_share(self, place: int) -> None:
        found = numbers("5 to 10 km", "en")
        found[0] = found[0]._replace(unit="", shared=False)
        found[place] = found[place]._replace(in_date=True)
        assert with_shared_units("5 to 10 km", found, fact_table("en")) == found

    def test_numbers_that_overlap_are_no_range(self) -> None:
        one, table = Number(start=0, end=3, text="5–6", values=(5.0,)), fact_table("en")
        assert not are_linked("5–6 km", one, one._replace(start=2, end=6), table)

    def test_times_may_be_linked_too(self) -> None:
        text, table = "at 9:15 to 10:30", fact_table("en")
        one = Clock(start=3, end=7, text="9:15", minutes=frozenset({555}))
        other = Clock(start=11, end=16, text="10:30", minutes=frozenset({630}))
        assert are_linked(text, one, other, table)
        assert not are_linked(text.replace("to", "or"), one, other, table)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("9.15", True),
        (" 9:15 ", True),
        ("31.12", True),
        ("3.1", False),
        ("32.12", False),
        ("9.60", False),
        ("9,15", False),
        ("09.155", False),
    ],
)
def test_what_may_be_a_time_or_a_day(text: str, wanted: bool) -> None:
    assert is_time_or_day(text) is wanted


def test_the_figures_of_a_number_are_what_is_written_without_sign_and_scale() -> None:
    assert [figures_of(one) for one in numbers("-1,234.5 and 5 million and 3½", "en")] == [
        "1,234.5",
        "5",
        "3",
    ]
    assert figures_of(Number(start=0, end=3, text="two", values=(2.0,), spelled=True)) == ""


def test_letters_of_a_script_with_capitals_are_told_from_others() -> None:
    assert [is_cased(letter) for letter in "aЖé中_5"] == [True, True, True, False, False, False]
