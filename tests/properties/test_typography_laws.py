"""Laws of setting a text right: it comes to rest, and changes nothing but what it may."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.checks.comparison.masking import masked
from l10n.conventions.typography import departures
from l10n.languages.packs import tags_with
from l10n.model import Edit, apply_edits
from tests.conftest import tries
from tests.unit.conventions.test_quotation import RIGHT

LANGUAGES = sorted({*tags_with("typography"), "fr_CA", "de_CH", "zh_Hant"})
SAFE = frozenset({"quotation-marks", "no-break-space", "space-before-punctuation"})
MAY_CHANGE = frozenset('"“”„«»‟‘’‚‹›「」『』 \u00a0\u202f')
PASSES = 8  # as many as `check --fix` makes

words = st.sampled_from(
    [
        *"\"“”„«»「」'’ \u00a0\u202f,.;:!?-–()5", "a", "Ab", "слово", "λέξη", "字", "かな", "كلمة", "מלה", "\"ב",
        "10:30", "3:0", " `x \"y\" ;` ", " https://a.org/?b;c:d ", " {x} ", " <b> ", " :smile: ", "d’« ", " », ",
    ]
)  # fmt: skip
texts = st.lists(words, max_size=14).map("".join)


def fixed(text: str, language: str) -> str:
    """Return what the edits that need nobody make of a text, pass after pass."""
    for _ in range(PASSES):
        edits, end = [], -1
        found = [one for one in departures(masked(text), language) if one.rule in SAFE]
        for one in sorted(found, key=lambda each: each.start):
            if one.replacement is not None and one.start >= end:
                edits.append(Edit(start=one.start, end=one.end, replacement=one.replacement))
                end = max(one.end, one.start + 1)
        if not edits:
            break
        text = apply_edits(text, edits)
    return text


class TestSettingRight:
    """Law: what was set right stays; letters, figures and what is no prose stay from the beginning."""

    @settings(max_examples=tries(400))
    @given(text=texts, language=st.sampled_from(LANGUAGES))
    def test_a_fixed_text_has_nothing_to_fix(self, text: str, language: str) -> None:
        once = fixed(text, language)
        assert fixed(once, language) == once

    @settings(max_examples=tries(400))
    @given(text=texts, language=st.sampled_from(LANGUAGES))
    def test_only_quotation_marks_and_spaces_change(self, text: str, language: str) -> None:
        def rest(of: str) -> str:
            return "".join(sign for sign in of if sign not in MAY_CHANGE)

        assert rest(fixed(text, language)) == rest(text)

    @settings(max_examples=tries(400))
    @given(text=texts, language=st.sampled_from(LANGUAGES))
    def test_code_addresses_and_placeholders_stay(self, text: str, language: str) -> None:
        hidden = masked(text)
        for one in departures(hidden, language):
            assert "\ufffc" not in hidden[one.start : one.end]

    @settings(max_examples=tries(200))
    @given(data=st.data(), language=st.sampled_from(sorted(RIGHT)))
    def test_right_sentences_stay_right_beside_each_other(self, data: st.DataObject, language: str) -> None:
        plain = [text for text in RIGHT[language] if not any(mark in text for mark in "“”„«»「」")]
        chosen = data.draw(st.lists(st.sampled_from(plain), min_size=1, max_size=4))
        text = " ".join([*chosen, data.draw(st.sampled_from(RIGHT[language]))])
        assert fixed(text, language) == text


@pytest.mark.parametrize("language", sorted(RIGHT))
def test_each_right_sentence_is_left_alone(language: str) -> None:
    assert [fixed(text, language) for text in RIGHT[language]] == RIGHT[language]
