"""What a draft states is the same after its figures, times and units were written as the locale writes them."""

from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.checks.comparison.fact_comparison import compare_facts
from l10n.pretranslation.draft_conventions import set_right
from tests.conftest import tries

ANY = ["12", "1963", "7%", "12 °C", "€ 20", "14:15", "№", ".", ",", "(", ")", "“", "”", "-", " ", "Mars"]
PIECES = {
    "en": [
        *(
            "2.15 pm",
            "at 2:15 p.m.",
            "8 a.m.",
            "from 2 to 4 pm",
            "2 pm-4 pm",
            "1,234.5",
            "1,234",
            "430 km",
            "430 kilometers",
        ),
        *(
            "10 miles",
            "10 mph",
            "5 m",
            "$5",
            "5 million",
            "3 days",
            "version 2.5",
            "Python 3.11.2",
            "May 5, 2021",
            "the",
        ),
    ],
    "nl": [
        "14.15 uur",
        "om 14:15 uur",
        "1.234,5",
        "1.234",
        "430 kilometer",
        "10 mijl",
        "10 km/u",
        "5 miljoen",
        "de",
    ],
    "ru": ["в 14:15", "8 часов вечера", "1\u00a0234,5", "430 км", "10 миль", "5 млн", "3 дня", "и"],
}
BETWEEN = " la "  # a word of no language here: figures that stand side by side are another figure for some
KEPT = st.lists(st.sampled_from([" en", " и", " they", " op", ".", " Mars"]), max_size=3).map("".join)
LOCALES = st.sampled_from(["nl", "ru", "en", "de"])
SOURCES = st.sampled_from(list(PIECES)).flatmap(
    lambda locale: st.tuples(
        st.just(locale), st.lists(st.sampled_from(ANY + PIECES[locale]), max_size=8).map(BETWEEN.join)
    )
)


def nothing(_text: str) -> tuple[tuple[int, int], ...]:
    return ()


def slips(source: str, target: str, pair: tuple[str, str]) -> Counter[str]:
    return Counter(slip.code for slip in compare_facts(source, target, *pair))


class TestFactsStay:
    """Law: the comparison of facts finds nothing in a draft set right that it did not find before."""

    @settings(max_examples=tries(200))
    @given(sent=SOURCES, more=KEPT, locale=LOCALES)
    @example(sent=("en", "They land at 2.15 p.m."), more="", locale="nl")
    @example(sent=("en", "10 miles at 10 mph, 1,234.5 km"), more=" op", locale="ru")
    def test_facts_stay(self, sent: tuple[str, str], more: str, locale: str) -> None:
        source_locale, source = sent
        pair = source_locale, locale
        for draft in (source + more, f"{more} {source}"):  # a service may leave anything
            right = set_right(draft, nothing, source, *pair)
            assert not slips(source, right, pair) - slips(source, draft, pair), right

    @settings(max_examples=tries(100))
    @given(sent=SOURCES, more=KEPT, locale=LOCALES)
    def test_what_is_right_stays(self, sent: tuple[str, str], more: str, locale: str) -> None:
        source_locale, source = sent
        right = set_right(source + more, nothing, source, source_locale, locale)
        assert set_right(right, nothing, source, source_locale, locale) == right
