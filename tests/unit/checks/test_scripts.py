"""Words of two scripts: one slip is an error that is corrected, a converter's work is one warning that is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.checks.registry import CHECKS
from l10n.model import Finding, Severity
from tests.unit.checks.subjects import lexicon, subject

CLEAN = "Она летит на станцию"
TO_LATIN = str.maketrans("аеор", "aeop")
NAMES = lexicon()


def found_in(texts: list[str], locale: str = "ru") -> list[Finding]:
    header = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))
    messages = [Message(msgid=f"She flies, {n}.", msgstr=(text,)) for n, text in enumerate(texts)]
    file = pofile.read(pofile.write(None, [header, *messages]), "locales/a.po")
    return list(CHECKS["mixed-script"].find(subject("source/a.txt", locale, file, NAMES)))


def test_two_mixed_words_in_a_clean_catalog_are_two_errors_with_their_edits() -> None:
    found = found_in([CLEAN] * 18 + ["Mосква", "Летит Пeресильд"])
    assert [one.severity for one in found] == [Severity.ERROR, Severity.ERROR]
    assert [one.edit.replacement for one in found if one.edit] == ["Москва", "Пересильд"]


def test_mixed_words_all_through_a_catalog_are_one_warning_without_an_edit() -> None:
    (found,) = found_in([CLEAN.translate(TO_LATIN)] * 5 + [CLEAN] * 5)
    assert (found.severity, found.edit) == (Severity.WARNING, None)
    assert "in 5 of 10 texts" in found.message
    assert "“Онa” for “Она”" in found.message
    assert found.hint


def test_one_text_that_a_converter_wrote_is_one_warning() -> None:
    (found,) = found_in([CLEAN] * 9 + ["Онa рaботaeт в тeaтрe и нa стaнции"])
    assert (found.severity, found.edit) == (Severity.WARNING, None)


@pytest.mark.parametrize(
    ("locale", "found", "expected"),
    [("sr", "сe", "се"), ("sr_Latn", "cе", "ce"), ("sr@latin", "jеr", "jer"), ("mk", "сe", "се")],
)
def test_a_word_of_look_alikes_is_in_the_script_of_the_locale(locale: str, found: str, expected: str) -> None:
    (one,) = found_in([found], locale)
    assert one.edit
    assert one.edit.replacement == expected


class TestOneCauseIsOneFinding:
    """Law: a document in which a quarter of the texts mix scripts has one finding, and none that is corrected."""

    @given(share=st.integers(25, 100), texts=st.integers(12, 40))
    def test_one_cause_is_one_finding(self, share: int, texts: int) -> None:
        mixed = -(-texts * share // 100)
        (found,) = found_in([CLEAN.translate(TO_LATIN)] * mixed + [CLEAN] * (texts - mixed))
        assert found.edit is None
