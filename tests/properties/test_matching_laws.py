"""The laws of matching, for names and for any text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from l10n.names.similarity.same_name import same_name

LETTERS = "abcdefghijklmnopqrstuvwxyzéšžčıßабвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў'’-. "
NAMES = st.text(LETTERS + LETTERS.upper(), max_size=30)
ANYTHING = st.text(max_size=40)
TEXTS = NAMES | ANYTHING


class TestTheOrderOfTheTwoDoesNotMatter:
    """Law: the order of the two, letter case and Unicode normalisation do not matter (first part)."""

    @given(one=TEXTS, other=TEXTS)
    def test_the_order_of_the_two_does_not_matter(self, one: str, other: str) -> None:
        assert same_name(one, other) == same_name(other, one)


class TestCaseAndNormalisationDoNotMatter:
    """Law: the order of the two, letter case and Unicode normalisation do not matter (second part)."""

    @given(one=TEXTS, other=TEXTS)
    def test_case_and_normalisation_do_not_matter(self, one: str, other: str) -> None:
        expected = same_name(one, other).score
        # case is folded on decomposed text: Unicode 15, definition 145
        assert same_name(unicodedata.normalize("NFD", one).casefold(), other).score == expected
        for form in ("NFC", "NFD"):
            assert same_name(unicodedata.normalize(form, one), other).score == expected

    @given(one=st.text("abcxyzšабвяёіў -.", max_size=20), other=NAMES)
    def test_capitals_do_not_matter(self, one: str, other: str) -> None:
        assert same_name(one.upper(), other).score == same_name(one, other).score


class TestANameIsTheSameAsItself:
    """Law: a name is the same as itself."""

    @given(name=TEXTS)
    def test_a_name_is_the_same_as_itself(self, name: str) -> None:
        match = same_name(name, name)
        assert match.same
        assert match.score == 1


class TestAScoreIsFromZeroToOne:
    """Law: `score` from 0 (two names) to 1 (one); never a traceback, whatever the text."""

    @given(one=TEXTS, other=TEXTS)
    def test_a_score_is_from_zero_to_one(self, one: str, other: str) -> None:
        match = same_name(one, other)
        assert 0 <= match.score <= 1
        assert match.same is (match.score >= 0.5)
        assert match.because

    @given(word=st.text("sjtchzаё", min_size=1, max_size=6), times=st.integers(200, 2000))
    def test_a_long_word_is_no_trouble(self, word: str, times: int) -> None:
        assert 0 <= same_name(word * times, f"a{word * times}").score <= 1
