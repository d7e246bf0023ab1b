"""Doubled words: what each language may double, and how sure we are where we do not know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.checks.registry import CHECKS
from l10n.languages.packs import table, tags_with
from l10n.model import Finding, Severity
from tests.unit.checks.subjects import lexicon, subject

NAMES = lexicon()


def found_in(text: str, locale: str, code: str = "doubled-word", source: str = "She flies.") -> list[Finding]:
    header = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))
    file = pofile.read(pofile.write(None, [header, Message(msgid=source, msgstr=(text,))]), "locales/a.po")
    found = CHECKS[code].find(subject("source/a.txt", locale, file, NAMES))
    return [one for one in found if one.location.path == "locales/a.po"]


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Nous nous voyons, et vous vous taisez.", "fr"),
        ("Das ist die, die die Rakete sah, und der der Film gefiel.", "de"),
        ("Ez az az ember.", "hu"),
        ("Ο πατέρας του του μίλησε.", "el"),
        ("Sešel se se svou ženou.", "cs"),
        ("Não sei se se pode.", "pt"),
        ("Yavaş yavaş uçuyor.", "tr"),
        ("वह धीरे धीरे चलकर करे।", "hi"),
        ("Cô ấy từ từ bay, xanh xanh.", "vi"),
        ("Nej nej nej nej!", "sv"),
        ("Nej nej nej nej!", "xx"),
        ("Bora Bora är långt.", "sv"),
        ("مُحمد عد عدّ الصواريخ", "ar"),
    ],
)
def test_words_that_rightly_stand_twice_are_no_finding(text: str, locale: str) -> None:
    assert found_in(text, locale) == []


@pytest.mark.parametrize("locale", sorted(tags_with("prose")))
def test_a_slip_is_a_warning_where_the_exceptions_are_known(locale: str) -> None:
    expected = [] if locale in table("root", "prose")["reduplicating"] else [Severity.WARNING]
    assert [one.severity for one in found_in("Abc raketa raketa xyz.", locale)] == expected


@pytest.mark.parametrize("locale", ["lt", "sk", "he", "xx"])
def test_a_slip_is_information_where_nobody_has_said_which_may(locale: str) -> None:
    assert [one.severity for one in found_in("Abc raketa raketa xyz.", locale)] == [Severity.INFO]


class TestWordsThatMayStandTwiceDo:
    """Law: no word of a language's exceptions is ever told, in any case of letters, between any words."""

    @given(data=st.data(), locale=st.sampled_from(sorted(tags_with("prose"))))
    def test_words_that_may_stand_twice_do(self, data: st.DataObject, locale: str) -> None:
        words = table(locale, "prose")["doubled"]
        if words:
            word = data.draw(st.sampled_from(words))
            second = data.draw(st.sampled_from([word, word.title(), word.upper()]))
            assert found_in(f"abc {second} {word} xyz", locale) == []
