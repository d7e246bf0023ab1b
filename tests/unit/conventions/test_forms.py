"""The translator sees how a locale writes the numbers, times and quantities of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.checks.masking import masked
from l10n.conventions.forms import forms, may_differ

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
    ("de", "At 2:15 p.m.", {"2:15 p.m.": "14:15"}),
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
    ],
)
def test_where_nothing_changes_nothing_is_said(text: str) -> None:
    assert dict(forms(text, "en", "nl")) == {}


_PIECES = (
    "5",
    "1,234",
    " ",
    "km",
    "`x`",
    "$",
    "./a/b",
    "(",
    ")",
    ".",
    "10:30",
    " pm",
    "%",
    "{n}",
    "-v",
    "a.py",
    "½",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
def test_what_is_not_looked_at_because_of_its_bare_text_has_no_forms_once_masked(text: str) -> None:
    if not may_differ(text):
        assert not list(forms(masked(text), "en", "nl"))
