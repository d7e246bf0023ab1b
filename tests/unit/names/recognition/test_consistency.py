"""What is told of a wrong spelling, and what is written instead."""

import pytest

from l10n.errors import ConfigurationError
from l10n.languages.grammar import Gender, Kind
from l10n.names.recognition.consistency import fix_names, inconsistencies
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.recognition.registered_names import names_in
from l10n.names.registry.entries import LocaleForms, NameEntry, Registry


def person(entry_id: str, nl: str, en: str) -> NameEntry:
    locales = {"nl": LocaleForms(preferred=nl), "en": LocaleForms(preferred=en)}
    return NameEntry(
        id=entry_id,
        kind=Kind.PERSON,
        gender=Gender.MALE,
        native=nl,
        language="nl",
        because="",
        locales=locales,
    )


def test_a_finding_explains_itself(lexicon: Lexicon) -> None:
    (finding,) = inconsistencies("Он летел с Климом Сжипенко.", "ru", lexicon)
    assert finding.message == "“Сжипенко”: the registry spells this name “Шипенко” in ru (klim-shipenko)"
    line = lexicon.entries["klim-shipenko"].line
    assert finding.because == (
        "“Сжипенко” is a deprecated ru form of klim-shipenko (surname)",
        "instrumental case, from “Климом”",
        f"locales/names.toml:{line} prefers “Клим Шипенко” in ru",
    )


def test_a_form_of_another_locale_is_named_as_such(lexicon: Lexicon) -> None:
    (finding,) = inconsistencies("It was Joelia.", "en", lexicon)
    assert finding.message == "“Joelia”: the registry spells this name “Yulia” in en (yulia-peresild)"
    assert finding.because[0] == "“Joelia” is the nl form of yulia-peresild (given name)"


def test_a_foreign_possessive_is_named_as_such(lexicon: Lexicon) -> None:
    (finding,) = inconsistencies("In Joelia Peresild’s film.", "nl", lexicon)
    assert finding.because[0] == "“Peresild’s” is not the nl possessive of yulia-peresild (surname)"
    assert finding.expected == "Peresilds"


def test_without_a_case_the_forms_to_choose_from_are_told(lexicon: Lexicon) -> None:
    (finding,) = inconsistencies("Вместе с Yulia.", "ru", lexicon)
    assert finding.edit is None
    assert finding.hint == "the case is not certain here; choose “Юлии” or “Юлию” or “Юлией”"


def test_blanks_inside_a_name_are_kept(lexicon: Lexicon) -> None:
    assert fix_names("met Julia\u00a0Schipenko, Yulia\n  Peresild", "nl", lexicon)[0].endswith(
        "Joelia\n  Peresild"
    )
    assert fix_names("К Yulia\u00a0Peresild", "ru", lexicon)[0] == "К Юлии\u00a0Пересильд"


def test_a_part_of_a_longer_name_is_told_but_not_rewritten(lexicon: Lexicon) -> None:
    (finding,) = inconsistencies("Volgens Russia Today is dat zo.", "nl", lexicon)
    assert finding.edit is None
    assert "longer name" in finding.hint


def test_a_surname_after_an_unknown_word_that_opens_the_sentence_is_not_rewritten(lexicon: Lexicon) -> None:
    (finding,) = inconsistencies("Naomi Klein schreef.", "nl", lexicon)
    assert finding.edit is None
    assert "another person" in finding.hint


def test_two_entries_with_one_surname_are_both_named_and_nothing_is_rewritten() -> None:
    entries = (person("a", "Jan Sjin", "Jan Shin"), person("b", "Piet Sjinn", "Piet Shin"))
    lexicon = compile_lexicon(Registry(path="names.toml", entries=entries), ("nl", "en"))
    (finding,) = inconsistencies("Volgens Shin is dat zo.", "nl", lexicon)
    assert finding.edit is None
    assert finding.hint == "several names have this spelling: a: “Sjin”; b: “Sjinn”"


def test_a_surname_one_entry_allows_is_no_finding() -> None:
    entries = (person("a", "Jan Shin", "Jan Sin"), person("b", "Piet Sjinn", "Piet Shin"))
    lexicon = compile_lexicon(Registry(path="names.toml", entries=entries), ("nl", "en"))
    assert inconsistencies("Volgens Shin is dat zo.", "nl", lexicon) == ()


def test_a_locale_the_lexicon_does_not_have_is_an_error_of_the_caller(lexicon: Lexicon) -> None:
    with pytest.raises(ConfigurationError, match="'xx'"):
        inconsistencies("", "xx", lexicon)


def test_names_are_listed_once_in_the_order_they_appear(lexicon: Lexicon) -> None:
    text = "Klim Sjipenko and Peresild, then Klim and Yulia Navalnaya on the ISS"
    assert names_in(text, lexicon) == ("klim-shipenko", "yulia-peresild", "iss")


def test_every_form_of_the_real_registry_is_allowed_in_its_own_locale(real_lexicon: Lexicon) -> None:
    for sense in real_lexicon.senses():
        if sense.status != "deprecated":
            assert inconsistencies(sense.surface, sense.locale, real_lexicon) == (), sense


def test_every_deprecated_form_of_the_real_registry_is_fixed(real_lexicon: Lexicon) -> None:
    for entry in real_lexicon.registry.entries:
        for locale, forms in entry.locales.items():
            for form in forms.deprecated:
                assert fix_names(form, locale, real_lexicon)[0] == forms.preferred, (locale, form)
