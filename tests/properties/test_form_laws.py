"""Laws of the forms a translator is shown."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.conventions import locale_formats as module
from l10n.conventions.locale_formats import forms
from tests.conftest import tries

PIECES = st.sampled_from([
    "1", "12", "1963", "2.15", "1,234.5", "0", "½", " ", "\u00a0", "-", ".", ",", ":", "(", ")", "“", "%", "$", "€",
    "°C", "km", " km", "miles", "pm", " p.m.", "EUR ", "million", "th", "first", "May", "May 5", "a",
    "kilometres", "No. ",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map("".join)


class TestNothingIsSaidOfWhatIsPassedOver:
    """Law: a text that is passed over without being read has nothing that a locale writes in another way."""

    @settings(max_examples=tries(300))
    @given(text=TEXTS, locale=st.sampled_from(["nl", "ru", "de"]))
    def test_nothing_is_said_of_what_is_passed_over(self, text: str, locale: str) -> None:
        found = list(forms(text, "en", locale))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "_TELLING", re.compile(""))
            assert list(forms(text, "en", locale)) == found
