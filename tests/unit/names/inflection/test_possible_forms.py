"""What may be an inflected form of a name in a language whose grammar is not known."""

import pytest

from l10n.names.inflection.possible_forms import FormSample, alternations, may_be_form, may_be_in, may_be_word
from tests.unit.names.right_forms import NAMES

SAMPLES = alternations().samples


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_samples_of_the_table(sample: FormSample) -> None:
    assert [form for form in sample.forms if not may_be_form(form, [sample.name])] == []
    assert [form for form in sample.not_forms if may_be_form(form, [sample.name])] == []


@pytest.mark.parametrize("locale", ["ru", "uk", "pl", "cs", "de", "fi"])
def test_every_case_form_of_real_names_may_be_one(locale: str) -> None:
    missed = [
        (name[locale][0], form)
        for name in NAMES
        for form in name[locale]
        if not may_be_form(form, [name[locale][0]])
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("found", "base"),
    [("Kiev", "Kijów"), ("Moscow", "Moskwa"), ("Sjipenko", "Szypienko"), ("Peking", "Beijing"),
     ("", "Kijów"), ("Kijów", ""), ("Шольц", "Scholz")],
)  # fmt: skip
def test_clearly_another_spelling_is_none(found: str, base: str) -> None:
    assert not may_be_word(found, base)


def test_a_text_may_name_someone_by_the_surname_in_any_case() -> None:
    assert may_be_in("Rozmawiano ze Scholzem.", ["Olaf Scholz"])
    assert may_be_in("町でキーウの話をした。", ["キーウ"])
    assert not may_be_in("Rozmawiano z nim.", ["Olaf Scholz"])
