"""The laws of `Scheme.romanize`, over generated texts and every scheme."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.names.transliteration.library import open_scheme, scheme_ids
from l10n.names.transliteration.scheme import Scheme

CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџѓѕќәғқңөұүһ"
SCHEMES = st.sampled_from(scheme_ids()).map(open_scheme)
WORDS = st.text(CYRILLIC, min_size=2, max_size=12)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
MIXED = st.lists(
    st.one_of(
        WORDS,
        WORDS.map(str.upper),
        WORDS.map(str.capitalize),
        st.sampled_from([" ", "-", "'", "’", "ʼ", "\u0301", "\u0306", "a", "É", "ß", "İ", "\n", "5", "·"]),
        ANYTHING,
    ),
    max_size=8,
).map("".join)


def capitalised(text: str) -> str:
    """Return `text` with its first letter a capital, both letters where a tie joins two."""
    for index, letter in enumerate(text):
        if letter.upper() != letter:
            decomposed = unicodedata.normalize("NFD", text[index:])
            end = 1
            while end < len(decomposed) and unicodedata.combining(decomposed[end]):
                end += 1 + (decomposed[end] == "\u0361")
            first = decomposed[:end]
            return unicodedata.normalize("NFC", text[:index] + first.upper() + decomposed[end:])
    return text


class TestTextWithoutALetterOfTheSourceScriptIsUnchanged:
    """Law: what has no letter of the source script comes back as it went in (in NFC)."""

    @given(known=SCHEMES, text=ANYTHING.filter(lambda text: not any("\u0400" <= c <= "\u052f" for c in text)))
    def test_text_without_a_letter_of_the_source_script_is_unchanged(self, known: Scheme, text: str) -> None:
        if not any("\u0400" <= letter <= "\u052f" for letter in unicodedata.normalize("NFC", text)):
            assert known.romanize(text) == unicodedata.normalize("NFC", text)

    @given(known=SCHEMES, text=MIXED)
    def test_what_is_romanized_is_not_romanized_again(self, known: Scheme, text: str) -> None:
        once = known.romanize(text)
        assert known.romanize(once) == once or known.unknown_letters(text)


class TestCasingPerWord:
    """Law: each word is cased as it was: ЩУКА gives SHCHUKA, Щука gives Shchuka."""

    @given(known=SCHEMES, word=WORDS)
    def test_a_word_in_capitals_is_its_romanization_in_capitals(self, known: Scheme, word: str) -> None:
        expected = unicodedata.normalize("NFC", known.romanize(word).upper())
        assert known.romanize(word.upper()) == expected

    @given(known=SCHEMES, word=WORDS)
    def test_a_capitalised_word_is_its_romanization_capitalised(self, known: Scheme, word: str) -> None:
        assert known.romanize(word.capitalize()) == capitalised(known.romanize(word))

    @given(known=SCHEMES, text=MIXED)
    def test_letters_are_the_same_in_every_case(self, known: Scheme, text: str) -> None:
        letters = "".join(letter for letter in text if letter in CYRILLIC + CYRILLIC.upper() + " -")
        written, lower = known.romanize(letters), known.romanize(letters.lower())
        # Ì is the capital of ì and of ı̀ (un-ukr-Cyrl-Latn-1998)
        assert same_letters(written.casefold()) == same_letters(lower)


def same_letters(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("ı", "i"))


class TestNfc:
    """Law: NFC at the door, NFC out."""

    @given(known=SCHEMES, text=MIXED)
    def test_the_result_is_nfc_and_does_not_depend_on_composition(self, known: Scheme, text: str) -> None:
        written = known.romanize(text)
        assert unicodedata.is_normalized("NFC", written)
        assert known.romanize(unicodedata.normalize("NFD", text)) == written


class TestWordsDoNotSeeEachOther:
    """Law: texts joined by a blank are their romanizations joined by a blank."""

    @given(known=SCHEMES, left=MIXED, right=MIXED)
    def test_words_do_not_see_each_other(self, known: Scheme, left: str, right: str) -> None:
        assert known.romanize(f"{left} {right}") == f"{known.romanize(left)} {known.romanize(right)}"


class TestSteps:
    """Law: the steps are in order, lie in the text, and their rules are the scheme's."""

    @given(known=SCHEMES, text=MIXED)
    def test_steps_are_in_order_and_show_their_sources(self, known: Scheme, text: str) -> None:
        text = unicodedata.normalize("NFC", text)
        end = 0
        for step in known.steps(text):
            assert end <= step.start < step.end <= len(text)
            assert len(step.rule.source) == step.end - step.start
            assert step.rule in known.rules
            end = step.end


HOSTILE = {
    "one word": "щ",
    "alternating case": "щЩ",
    "marks": "е\u0301" * 2 + "\u0301",
    "a letter and a run of marks": "\u0301",
    "apostrophes": "м'",
    "only apostrophes": "'",
    "endings": "ий",
    "hyphens": "ий-",
    "another script": "日",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(
    "known", [open_scheme("house-fr"), open_scheme("bgnpcgn-ukr-Cyrl-Latn-1965")], ids=lambda s: s.id
)
def test_linear_on_hostile_input(known: Scheme, unit: str) -> None:
    """Law: linear in the text; eight times the text must not take much more than eight times the time."""

    def seconds(times: int) -> float:
        text = "я" + unit * times
        best = 9.9
        for _ in range(3):
            start = time.process_time()
            known.romanize(text)
            best = min(best, time.process_time() - start)
        return best

    seconds(1_000)
    assert seconds(80_000) < 8 * 5 * max(seconds(10_000), 0.002)
