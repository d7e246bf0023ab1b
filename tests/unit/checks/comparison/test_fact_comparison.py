"""Which facts of a translation are not those of its source, and which are the same in other words."""

import pytest

from l10n.checks.comparison.fact_comparison import compare_facts
from l10n.checks.comparison.slips import Slip
from l10n.model import Severity


def compared(source: str, target: str, languages: str = "en nl") -> list[Slip]:
    ours, theirs = languages.split()
    return list(compare_facts(source, target, ours, theirs))


def told(source: str, target: str, languages: str = "en nl") -> list[str]:
    """Return what is wrong, as “code: message”; the codes of warnings with a question mark."""
    return [
        f"{slip.code}{'?' if slip.severity is Severity.WARNING else ''}: {slip.message}"
        for slip in compared(source, target, languages)
    ]


RIGHT = [
    ("5 km", "5 km"),
    ("5 km and 7 kg", "7 kg en 5 km"),
    ("5 km and 5 kg", "5 kg en 5 km"),
    ("1,234 people", "1.234 mensen"),
    ("1.234 people", "1.234 mensen"),  # nobody can tell
    ("12 34", "1234"),
    ("5 km", "3 mijl"),
    ("5 miles", "8 km"),
    ("20 °C", "68 °F"),
    ("20 °C", "20 graden"),
    ("5 kB", "5 KB"),
    ("17°", "op de 17"),
    ("5 hours", "5 u"),
    ("5 hours", "met 5"),
    ("five km", "met 5"),
    ("5 km", "kilometer 5"),
    ("$5", "met 5, in dollars"),
    ("5m", "met 5"),
    ("5m birds", "5 miljoen vogels"),
    ("5m birds", "5 vogels, 5 miljoen"),
    ("5 to 10 km", "5 km tot 10 km"),
    ("5 to 10 km", "5 kg tot 10 km"),  # the unit of the first is only that of the range
    ("5", "5 km"),
    ("1963", "’63"),
    ("’63", "1963"),
    ("1999", "’99"),
    ("-5", "minus 5"),
    ("minus five", "-5"),
    ("-5 degrees", "5 graden onder nul"),
    ("5 degrees below zero", "-5 graden"),
    ("0 cups", "kopjes"),
    ("1 cup", "een kopje"),
    ("cups", "0 kopjes, 1 kopje"),
    ("five cups", "kopjes"),
    ("cups", "vijf kopjes"),
    ("5 and 5", "vijf"),
    ("5", "5 en 5"),
    ("12 apples", "een dozijn appels"),
    ("a dozen apples", "12 appels"),
    ("1/2 of 1/3", "1 en 2 van 1 en 3"),
    ("1 and 2", "1/2"),
    ("on 15.09", "op 15 september"),
    ("at 9:15", "om 9.15 uur"),
    ("in May", "in mei"),
    ("version 1.2.3", "versie 1.2.3"),
    ("100 people", "honderd mensen"),
    ("5 million", "5 miljoen"),
    ("5m of it", "5 miljoen kilo ervan"),
    ("1900", "’00"),
    ("2099", "’99"),
    ("1.234 people and 3 cups", "1.234 mensen en drie kopjes"),
    ("0.5 degrees below zero", "-0,5 graden"),
    ("about -5", "ca.-5 graden"),
    ("1/2 and 7 cups", "1 en 2 en zeven kopjes"),
    ("1 and 2 and seven cups", "1/2 en 7 kopjes"),
    ("2 cups", "beide kopjes"),
    ("both cups", "2 kopjes"),
]
WRONG = [
    ("at 9:15", "om die tijd", ["time-mismatch?: the time “9:15” of the source is missing from the translation"]),
    ("at that time", "om 9.15 uur", ["time-mismatch?: “9.15 uur” is not in the source"]),
    ("5m birds", "5 kg vogels", ["unit-mismatch: “5 kg” does not match “5m” in the source"]),
    ("It is 10%.", "Het is 10 km.", ["unit-mismatch: “10 km” does not match “10%” in the source"]),
    ("He gave 5 dollars.", "Hij gaf 5 euro.", ["currency-mismatch: “5 euro” does not match “5 dollars” in the source"]),
    ("7 and -5", "8 en 5", [
        "number-mismatch: “5” does not match “-5” in the source",
        "number-mismatch: “8” does not match “7” in the source",
    ]),
    ("5 things", "5 miljoen dingen", ["number-mismatch?: “5 miljoen” is not in the source"]),
    ("1.234 km", "1.234 kg", ["unit-mismatch: “1.234 kg” does not match “1.234 km” in the source"]),
    ("5 cups", "5 kopjes, -5 graden", ["number-mismatch?: “-5” is not in the source"]),
    ("5 things", "6 dingen", ["number-mismatch: “6” does not match “5” in the source"]),
    ("-5", "5", ["number-mismatch: “5” does not match “-5” in the source"]),
    ("5", "-5", ["number-mismatch: “-5” does not match “5” in the source"]),
    ("-5 and 6", "5 en 6", ["number-mismatch: “5” does not match “-5” in the source"]),
    ("-5 and 7", "5 en 8", [
        "number-mismatch: “5” does not match “-5” in the source",
        "number-mismatch: “8” does not match “7” in the source",
    ]),
    ("5 km", "5 mijl", ["unit-mismatch: “5 mijl” does not match “5 km” in the source"]),
    ("5 km", "hij liep 5", ["unit-mismatch?: “5” has lost its unit: the source has “5 km”"]),
    ("5 km", "vijf", ["unit-mismatch?: “vijf” has lost its unit: the source has “5 km”"]),
    ("5 to 10 km", "5 tot 10", ["unit-mismatch?: “10” has lost its unit: the source has “10 km”"]),
    ("10% of it", "10 km ervan", ["unit-mismatch: “10 km” does not match “10%” in the source"]),
    ("5 GB", "5 GiB", ["unit-mismatch: “5 GiB” does not match “5 GB” in the source"]),
    ("$5", "€ 5", ["currency-mismatch: “€ 5” does not match “$5” in the source"]),
    ("$5", "5 euro", ["currency-mismatch: “5 euro” does not match “$5” in the source"]),
    ("5 dollars", "5 euro", ["currency-mismatch: “5 euro” does not match “5 dollars” in the source"]),
    ("$5", "hij gaf 5", ["currency-mismatch?: “5” has lost its unit: the source has “$5”"]),
    ("5 million km", "5 miljoen", ["unit-mismatch?: “5 miljoen” has lost its unit: the source has “5 million km”"]),
    ("$5", "$6", ["number-mismatch: “6” does not match “5” in the source"]),
    ("$5", "6", ["number-mismatch: “6” does not match “5” in the source"]),
    ("5 to 10 miles", "7 km tot 10 mijl", ["number-mismatch: “7” does not match “5” in the source"]),
    ("$5", "€ 6", ["currency-mismatch: “6” does not match “5” in the source"]),
    ("5 miles", "9 km", ["unit-mismatch: “9” does not match “5” in the source"]),
    ("5 miles", "8 mijl", ["number-mismatch: “8” does not match “5” in the source"]),
    ("5 to 10 miles", "5 tot 11 km", ["unit-mismatch: “11” does not match “10” in the source"]),
    ("1863", "’63", ["number-mismatch: “63” does not match “1863” in the source"]),
    ("1963", "’64", ["number-mismatch: “64” does not match “1963” in the source"]),
    ("2100", "’00", ["number-mismatch: “00” does not match “2100” in the source"]),
    ("1963", "163", ["number-mismatch: “163” does not match “1963” in the source"]),
    ("2 cups", "kopjes", ["number-mismatch?: “2” of the source is missing from the translation"]),
    ("cups", "3 kopjes", ["number-mismatch?: “3” is not in the source"]),
    ("two cups", "3 kopjes", ["number-mismatch?: “3” does not match “two” in the source"]),
    ("3 cups", "twee kopjes", ["number-mismatch?: “twee” does not match “3” in the source"]),
    ("on 5 May", "op 6 mei", ["date-mismatch: “6” does not match “5” in the source"]),
    ("on 5 May", "op mei", ["date-mismatch?: “5” of the source is missing from the translation"]),
    ("in May", "op 5 mei", ["date-mismatch?: “5” is not in the source"]),
    ("5 things in May", "op 6 mei", ["number-mismatch: “6” does not match “5” in the source"]),
    ("on 6 May", "5 dingen in mei", ["number-mismatch: “5” does not match “6” in the source"]),
    ("on 5 May", "op 5 juni", ["date-mismatch: “juni” does not match “May” in the source"]),
    ("at 9:15", "om 10.15 uur", ["time-mismatch: “10.15 uur” does not match “9:15” in the source"]),
    ("1.2.3", "1.2.4", ["number-mismatch: “1.2.4” does not match “1.2.3” in the source"]),
    ("5 million", "vijf", ["number-mismatch?: “vijf” does not match “5 million” in the source"]),
    ("45 and 45 million", "45 en 45", ["number-mismatch?: “45 million” of the source is missing from the translation"]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_the_same_in_other_words_or_figures_is_right(source: str, target: str) -> None:
    assert told(source, target) == []


@pytest.mark.parametrize(("source", "target", "wanted"), WRONG)
def test_what_is_not_what_the_source_says_is_told(source: str, target: str, wanted: list[str]) -> None:
    assert told(source, target) == wanted


class TestLanguagesWhoseWordsNobodyWroteDown:
    """What such a language may say in words is neither asked for nor held against it."""

    @pytest.mark.parametrize(
        ("source", "target", "languages"),
        [
            ("5 things", "Dinge", "en et"),
            ("50 things", "Dinge", "en et"),
            ("Dinge", "5 things", "et en"),
            ("5 km", "5", "en et"),
            ("five things", "Dinge", "en et"),
            ("-5", "5", "en et"),
            ("in May", "5", "en et"),
            ("on Thursday", "3일", "en ko"),
            ("45 thousand things", "45 Tausend Dinge", "en et"),
            ("5/2020", "May 2020", "et en"),
            ("May 2020", "5/2020", "en et"),
        ],
    )
    def test_it_may_be_said(self, source: str, target: str, languages: str) -> None:
        assert told(source, target, languages) == []

    @pytest.mark.parametrize(
        ("source", "target", "languages", "wanted"),
        [
            ("5 things", "6 Dinge", "en et", ["number-mismatch: “6” does not match “5” in the source"]),
            ("five things", "6 Dinge", "en et", ["number-mismatch?: “6” is not in the source"]),
            ("6 Dinge", "five things", "et en", [
                "number-mismatch?: “6” of the source is missing from the translation",
            ]),
            ("5 km", "5 mi", "en et", ["unit-mismatch: “5 mi” does not match “5 km” in the source"]),
            ("3 million people", "3 milliards de gens", "en fr", [
                "number-mismatch: “3 milliards” does not match “3 million” in the source",
            ]),
            ("on Thursday", "목요일 33일", "en ko", ["number-mismatch?: “33” is not in the source"]),
            ("5 km", "5 kg", "en et", ["unit-mismatch: “5 kg” does not match “5 km” in the source"]),
            ("1234 things", "Dinge", "en et", [
                "number-mismatch?: “1234” of the source is missing from the translation",
            ]),
            ("Dinge", "1234 things", "et en", ["number-mismatch?: “1234” is not in the source"]),
            ("-5", "5", "et en", ["number-mismatch: “5” does not match “-5” in the source"]),
            ("things", "5 dingen", "en nl", ["number-mismatch?: “5” is not in the source"]),
        ],
    )  # fmt: skip
    def test_it_cannot_be(self, source: str, target: str, languages: str, wanted: list[str]) -> None:
        assert told(source, target, languages) == wanted


class TestLanguagesWithTheUsualNumberWords:
    """There a number in words is held against another one; none is asked for, since there may be forms we lack."""

    @pytest.mark.parametrize(
        ("source", "target", "language"),
        [
            ("seven bridges", "7 Brücken", "de"),
            ("7 bridges", "sieben Brücken", "de"),
            ("seven bridges", "eine Siebenzahl von Brücken", "de"),
            ("on the one hand", "einerseits", "de"),
            ("a couple of days", "ein paar Tage", "de"),
            ("dozens of people", "Dutzende Menschen", "de"),
            ("2.5 million trees", "zweieinhalb Millionen Bäume", "de"),
            ("a new book", "un livre neuf", "fr"),
            ("wait a second", "attendez une seconde", "fr"),
            ("97 people", "quatre-vingt-dix-sept personnes", "fr"),
            ("both sides", "les deux côtés", "fr"),
            ("at least 384 people", "al menos 384 personas", "es"),
            ("according to him", "secondo lui", "it"),
            ("you are here", "sei qui", "it"),
            ("one more time", "jeszcze jeden raz", "pl"),
            ("five people", "п’ятеро людей", "uk"),
            ("the other seven", "de andra sju", "sv"),
            ("a week", "egy hét", "hu"),
            ("the face of the town", "kentin yüzü", "tr"),
            ("a spruce", "kuusi", "fi"),
            ("in the 1980s", "på åttiotalet", "sv"),
            ("in the 1980s", "a nyolcvanas években", "hu"),
            ("2.5 million", "deux millions et demi", "fr"),
            ("2.5 million", "2 millones y medio", "es"),
            ("two thirds", "dwie trzecie", "pl"),
            ("two thirds of the votes", "dos tercios de los votos", "es"),
            ("in 3 rooms", "en tres cuartos", "es"),
        ],
    )
    def test_it_may_be_said(self, source: str, target: str, language: str) -> None:
        assert told(source, target, f"en {language}") == []

    @pytest.mark.parametrize(
        ("source", "target", "language", "wanted"),
        [
            ("seven bridges", "sechs Brücken", "de", "“sechs” does not match “seven”"),
            ("7 bridges", "zwölf Brücken", "de", "“zwölf” does not match “7”"),
            ("21 bridges", "zweiundzwanzig Brücken", "de", "“zweiundzwanzig” does not match “21”"),
            ("97 people", "quatre-vingt-seize personnes", "fr", "“quatre-vingt-seize” does not match “97”"),
            ("31 people", "treinta y dos personas", "es", "“treinta y dos” does not match “31”"),
            ("143 books", "centoquarantadue libri", "it", "“centoquarantadue” does not match “143”"),
            ("with five friends", "z sześcioma przyjaciółmi", "pl", "“sześcioma” does not match “five”"),
            ("25 books", "двадцять шість книжок", "uk", "“двадцять шість” does not match “25”"),
            ("25 books", "tjugosex böcker", "sv", "“tjugosex” does not match “25”"),
            ("in five houses", "neljässä talossa", "fi", "“neljässä” does not match “five”"),
        ],
    )
    def test_it_cannot_be(self, source: str, target: str, language: str, wanted: str) -> None:
        assert told(source, target, f"en {language}") == [f"number-mismatch?: {wanted} in the source"]


class TestWhatIsSaidOfASlip:
    def test_two_units_are_read_and_converted(self) -> None:
        (slip,) = compared("It is 5 km.", "Het is nog 5 mijl.")
        assert slip.start == 11
        assert slip.hint == "5 km is 3.107 mile"
        assert slip.because == ("reading (en): 5 km → 5 kilometre", "reading (nl): 5 mijl → 5 mile")

    def test_two_numbers_with_units_are_converted(self) -> None:
        (slip,) = compared("It is 5 miles.", "Het is 9 km.")
        assert (slip.start, slip.hint) == (7, "5 mile is 8.047 kilometre")

    def test_what_cannot_be_converted_has_no_hint(self) -> None:
        assert [slip.hint for slip in compared("It is 5 km.", "Het is 5 kg.")] == [""]
        assert [slip.hint for slip in compared("It is 10 kg.", "Het is 8 km.")] == [""]
        assert [slip.hint for slip in compared("It is $5.", "Het is € 5.")] == [""]

    def test_the_sign_of_a_currency_is_shown_with_its_number(self) -> None:
        (slip,) = compared("They paid US$ 5.", "Ze betaalden € 5.")
        assert slip.message == "“€ 5” does not match “US$ 5” in the source"
        assert slip.because == ("reading (en): US$ 5 → 5 USD", "reading (nl): € 5 → 5 EUR")
        assert slip.start == 15

    def test_what_is_missing_stands_nowhere(self) -> None:
        assert [slip.start for slip in compared("2 cups", "kopjes")] == [None]
        assert [slip.start for slip in compared("cups", "met 3 kopjes")] == [4]
        assert [slip.start for slip in compared("2 cups", "met 3 kopjes")] == [4]
        assert [slip.start for slip in compared("5 km", "hij liep 5")] == [9]


class TestTheLikestStandsInTheOthersPlace:
    @pytest.mark.parametrize(
        ("source", "target", "wanted"),
        [
            ("100 km. And 5 things.", "101 dingen. En 6 km.", ["6 for 100", "101 for 5"]),
            ("2 and 100", "90 en 5000", ["90 for 100", "5000 for 2"]),
            ("6 things on 5 May", "7 dingen op 8 mei", ["8 for 5", "7 for 6"]),
            ("five of 6", "zeven van 8", ["8 for 6", "zeven for five"]),
            ("20 and 3000", "3100 en 22", ["3100 for 3000", "22 for 20"]),
            ("-1000 and 10", "12 en -1100", ["-1100 for -1000", "12 for 10"]),
        ],
    )
    def test_the_unit_counts_before_the_size(self, source: str, target: str, wanted: list[str]) -> None:
        found = [slip.message.split("”") for slip in compared(source, target)]
        pairs = [f"{one[0].strip('“')} for {one[1].rpartition('“')[2]}" for one in found]
        assert sorted(pairs) == sorted(wanted)


def test_a_table_is_not_compared_number_by_number() -> None:
    source = " ".join(str(number) for number in range(2000, 2200))
    target = " ".join(str(number) for number in range(5000, 5200))
    assert len(compared(source, target)) == 60
