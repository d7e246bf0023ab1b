"""What `translate` does to figures, by a reader of its own: each is written as before, or says the same.

The reader here shares no code with the product: it knows how four languages write a number and a time, and no more.
"""

import re
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.pretranslation.draft_conventions import set_right
from tests.conftest import tries

TOKEN = re.compile(r"\d+(?:[.,:/]\d+|[\u00a0\u202f]\d{3}(?!\d))*")
DECIMALS = {"en": ".", "nl": ",", "ru": ",", "de": ","}
GROUPS = {"en": ",", "nl": ".", "ru": "\u00a0", "de": "."}
RANGE = re.compile(r"\s?(?:-|–|to|tot|до|bis|en|and|и)\s?")

FIGURES = st.sampled_from(
    [
        *(
            "9.15",
            "10.30",
            "23.59",
            "3.11.2026",
            "15.09",
            "1.2.3",
            "2.5",
            "0.25",
            "1,234",
            "12,500.75",
            "1,2,3",
            "1,5",
        ),
        *(
            "1.234",
            "1.234,5",
            "12\u00a0500",
            "255.255.255.0",
            "16:9",
            "14:15",
            "1/2",
            "24/7",
            "2026",
            "737-800",
            "5",
            "4.9",
        ),
        *("1.500.000", "3,14", "1,23,456", "0.5", "100.000", "7.30", "31.12", "99.99", "1.0", "2.0.1"),
    ]
)
UNITS = st.sampled_from(
    ["", "", "", " km", " kg", " %", "%", " million", " pm", " a.m.", " uur", " people", " °C", " mensen"]
)
BEFORE = st.sampled_from(
    [
        "",
        "gcc ",
        "at ",
        "om ",
        "on ",
        "is ",
        "about ",
        "ongeveer ",
        "version ",
        "Python ",
        "from ",
        "в ",
        "$",
        "€ ",
    ]
)
LINKS = st.sampled_from([" and ", ", ", "-", "–", " to ", " tot ", ". ", " la ", " (", ") "])
TEXTS = st.lists(st.tuples(BEFORE, FIGURES, UNITS, LINKS), min_size=1, max_size=5).map(
    lambda parts: "".join(map("".join, parts))
)


def nothing(_text: str) -> tuple[tuple[int, int], ...]:
    return ()


def number(figures: str, language: str) -> Fraction | None:
    """Return the number that figures surely are in a language."""
    decimal, group = re.escape(DECIMALS[language]), re.escape(GROUPS[language])
    if not re.fullmatch(rf"(?:\d+|[1-9]\d{{0,2}}(?:{group}\d{{3}})+)(?:{decimal}\d+)?", figures):
        return None
    return Fraction(figures.replace(GROUPS[language], "").replace(DECIMALS[language], "."))


def time(text: str, token: re.Match[str]) -> int | None:
    """Return the minute of the day that figures with a word behind them are."""
    found = re.fullmatch(r"(\d{1,2})(?:[.:](\d\d))?", token[0])
    half = re.match(r"\s?([ap])\.?m", text[token.end() :])
    if found is None:
        return None
    hour = int(found[1]) % 12 + 12 * (half[1] == "p") if half else int(found[1])
    return hour * 60 + int(found[2] or 0)


def are_one(before: tuple[str, re.Match[str], str], after: tuple[str, re.Match[str], str]) -> bool:
    """Tell whether figures say the same, or nobody touched them."""
    (text, one, language), (draft, other, locale) = before, after
    if one[0] == other[0]:
        return True
    said, written = number(one[0], language), number(other[0], locale)
    return (said is not None and said == written) or (
        time(text, one) is not None and time(text, one) == time(draft, other)
    )


def tokens(text: str) -> list[re.Match[str]]:
    return list(TOKEN.finditer(text))


class TestFiguresOfDrafts:
    """Law: in a draft set right each figure is as the service wrote it, or says what the source says."""

    @settings(max_examples=tries(400))
    @given(
        source=TEXTS,
        pair=st.sampled_from(
            [("en", "nl"), ("en", "ru"), ("en", "de"), ("nl", "en"), ("nl", "ru"), ("ru", "nl")]
        ),
    )
    @example(source="On 3.11.2026 at 9.15 it is", pair=("en", "nl"))
    @example(source="is 2.5-3.5 km of gcc 4.9 or", pair=("en", "ru"))
    @example(source="is 1.2.3 and 1,2,3 people", pair=("en", "nl"))
    def test_each_figure_says_the_same(self, source: str, pair: tuple[str, str]) -> None:
        right = set_right(source, nothing, source, *pair)
        ours, theirs = tokens(source), tokens(right)
        assert len(ours) == len(theirs), right
        for one, other in zip(ours, theirs, strict=True):
            assert are_one((source, one, pair[0]), (right, other, pair[1])), (one[0], other[0], right)

    @settings(max_examples=tries(200))
    @given(
        first=st.sampled_from(["2.5", "1,234", "0.25", "1,234.5"]),
        second=st.sampled_from(["3.5", "2,345", "0.75", "9,999.5"]),
        link=st.sampled_from(["-", "–", " to ", " and ", ", "]),
        unit=st.sampled_from([" km", " kg", "%", " °C", " million people", " people"]),
        locale=st.sampled_from(["nl", "ru", "de"]),
    )
    def test_a_range_is_written_in_one_way(
        self, first: str, second: str, link: str, unit: str, locale: str
    ) -> None:
        source = f"It was {first}{link}{second}{unit} of them."
        right = set_right(source, nothing, source, "en", locale)
        changed = [
            one[0] != other[0]
            for one, other in zip(tokens(source), tokens(right), strict=True)
            if one[0] != "5"
        ]
        assert len(set(changed)) == 1, right


@pytest.mark.parametrize(
    ("pair", "text"),
    [
        (("en", "nl"), "Op 3.11.2026 om 9.15 is het 1.2.3."),
        (("nl", "en"), "It is 9.15 on 3.11.2026."),
        (("en", "ru"), "Для gcc 4.9 и 1,2,3 на 15.09."),
        (("en", "nl"), "Zie 2.4 en 192.168.1.1 voor 1,23,456."),
    ],
)
def test_what_is_not_understood_stays(pair: tuple[str, str], text: str) -> None:
    assert set_right(text, nothing, text, *pair) == text
