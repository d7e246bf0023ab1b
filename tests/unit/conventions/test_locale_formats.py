"""The translator sees how a locale writes the numbers, times and quantities of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.checks.comparison.masking import masked
from l10n.conventions.fact_reading import read_facts
from l10n.conventions.locale_formats import forms, may_differ

CASES = [
    ("nl", "At 430 kilometers.", {"430 kilometers": "430 km"}),
    ("ru", "At 430 kilometers.", {"430 kilometers": "430 км"}),
    ("nl", "Around 2.15 pm Dutch time.", {"2.15 pm": "14.15 uur"}),
    ("ru", "Around 2.15 pm Dutch time.", {"2.15 pm": "14:15"}),
    ("nl", "Some 1,234.5 people.", {"1,234.5": "1.234,5"}),
    ("ru", "Some 1,234.5 people.", {"1,234.5": "1\u00a0234,5"}),
    ("nl", "Up 7.5% in a year.", {"7.5%": "7,5%"}),
    ("ru", "10 miles away.", {"10 miles": "10 ми (16,1 км)"}),
    ("nl", "It is 50 °F.", {"50 °F": "50°F (10°C)"}),
    ("nl", "It takes 2.0 times as long.", {"2.0": "2,0"}),
    ("nl", "10,000 people, 1,250.50 each.", {"10,000": "10.000", "1,250.50": "1.250,50"}),
    ("hi", "12,345,678.5 people", {"12,345,678.5": "1,23,45,678.5"}),
    ("nl", "About 0.94 % and 2.0%.", {"0.94 %": "0,94%", "2.0%": "2,0%"}),
    ("nl", "From $5 to $2,500.50.", {"$5": "US$\u00a05", "$2,500.50": "US$\u00a02.500,50"}),
    ("ru", "Some 2,5 km.", {"2,5 km": "2,5 км"}),
    ("ru", "A file of 2.0 MB.", {"2.0 MB": "2,0 МБ"}),
    ("de", "At 2:15 p.m.", {"2:15 p.m.": "14:15"}),
    ("ru", "Some 5 mW, 5 MW and 5 MHz.", {"5 mW": "5 мВт", "5 MW": "5 МВт", "5 MHz": "5 МГц"}),
    ("nl", "A run of 10 KM.", {"10 KM": "10 km"}),
    ("ru", "A wall 3 m high, 5 m away.", {"3 m": "3 м", "5 m": "5 м"}),
]


@pytest.mark.parametrize(("locale", "text", "expected"), CASES)
def test_each_form_is_that_of_the_locale(locale: str, text: str, expected: dict[str, str]) -> None:
    assert dict(forms(text, "en", locale)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In 2021 and 1963.",
        "The 21st century.",
        "Twelve men.",
        "Python 3.11.2 is out.",
        "$5 million",
        "Two hours",
        "Apache HTTP Server Version 2.4",
        "Chapter 1.2 says so.",
        "16:9 or 9:16",
        "the address 255.255.255.255 of webmin 1.160-2",
        "10M users and 4 GiB",
        "He earns 5 m euros, she $5 m; 1.2m people in 5 m homes, 300k units",
        "5 mW, 5 MW, 5 Mb, 5 mb, 5 Mm, 5 Mg, 5 mHz, 5 Mhz",
        "Since 2.0, Python 3.12 and 18.04.",
        "in section 2.4 it is",
        "gcc 4.9 or newer at 9.15 on 3.11.2026",
        "1,234.51,234.51,234.5",  # more figures than a number has
        "9" * 400 + ".5 km",
        "half past eight in the evening",
    ],
)
def test_where_nothing_changes_nothing_is_said(text: str) -> None:
    assert dict(forms(text, "en", "nl")) == {}


@pytest.mark.parametrize("text", ["It is $1.2.3m.", "At -1.2.3 km.", "Some -1.2.3 million."])
def test_a_version_with_the_signs_of_a_quantity_is_a_version(text: str) -> None:
    (number,) = read_facts(text, "en").numbers
    assert number.values == ("1.2.3",)
    assert dict(forms(text, "en", "nl")) == {}


_PIECES = (
    *("5", "1,234", "10:30", "½", "2", " ", "\u00a0", "-", ".", "(", ")", "$", "%", "EUR", "US$", "°C", "’"),
    *(
        "km",
        "m",
        "m²",
        "mijl",
        "миль",
        "ч",
        "uur",
        "u",
        "pm",
        "a.m.",
        "o’clock",
        "hours",
        "million",
        "th",
        "дня",
        "mx",
    ),
    *("`x`", "./a/b", "{n}", "-v", "a.py"),
)


@given(
    text=st.lists(st.sampled_from(_PIECES), max_size=8).map("".join),
    languages=st.sampled_from([("en", "nl"), ("nl", "ru"), ("ru", "en"), ("fi", "en")]),
)
def test_what_is_not_looked_at_because_of_its_bare_text_has_no_forms(
    text: str, languages: tuple[str, str]
) -> None:
    if found := [*forms(text, *languages), *forms(masked(text), *languages)]:
        assert may_differ(text, languages[0]), found
