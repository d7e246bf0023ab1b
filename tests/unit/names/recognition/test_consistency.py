"""What is told of a wrong spelling, and what is written instead."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from l10n.errors import ConfigurationError
from l10n.languages.grammar import Gender, Kind
from l10n.names.inflection.surface_forms import NamePart
from l10n.names.recognition.consistency import Inconsistency, fix_names, inconsistencies, inconsistencies_in
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.recognition.name_context import NameContext
from l10n.names.recognition.occurrences import Evidence, Occurrence, find_names
from l10n.names.recognition.registered_names import OriginalText, names_in
from l10n.names.recognition.surface_trie import SurfaceSense
from l10n.names.registry.entries import EntryStatus, FormStatus, LocaleForms, NameEntry, Registry


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


def lexicon_of(*entries: NameEntry) -> Lexicon:
    return compile_lexicon(Registry(path="names.toml", entries=entries), ("nl", "en", "de"))


class TestWhoIsAsked:
    """What is only proposed neither excuses nor doubts what a person has decided on."""

    def test_an_entry_without_a_form_in_the_locale_says_nothing(self) -> None:
        only_english = replace(
            person("a", "Jan Sjin", "Jan Shin"), locales={"en": LocaleForms(preferred="Jan Shin")}
        )
        assert inconsistencies("Volgens Shin is dat zo.", "nl", lexicon_of(only_english)) == ()

    def test_a_proposed_namesake_does_not_doubt_what_is_decided(self) -> None:
        decided = person("a", "Jan Sjin", "Jan Shin")
        proposed = replace(person("b", "Piet Sjinn", "Piet Shin"), status=EntryStatus.PROPOSED)
        text, made = fix_names("Volgens Shin is dat zo.", "nl", lexicon_of(decided, proposed))
        assert (text, len(made)) == ("Volgens Sjin is dat zo.", 1)

    def test_a_proposed_namesake_does_not_excuse_either(self) -> None:
        decided = person("a", "Jan Sjin", "Jan Shin")
        proposed = replace(person("b", "Piet Shin", "Piet Shin"), status=EntryStatus.PROPOSED)
        assert fix_names("Volgens Shin is dat zo.", "nl", lexicon_of(decided, proposed))[0] == (
            "Volgens Sjin is dat zo."
        )

    def test_what_is_only_proposed_is_told_and_not_rewritten(self) -> None:
        proposed = replace(person("a", "Jan Sjin", "Jan Shin"), status=EntryStatus.PROPOSED)
        (finding,) = inconsistencies("Volgens Shin is dat zo.", "nl", lexicon_of(proposed))
        assert (finding.expected, finding.edit, finding.hint) == ("Sjin", None, "")

    def test_a_form_of_this_locale_says_more_than_one_of_another(self, lexicon: Lexicon) -> None:
        (finding,) = inconsistencies("Dat zei Schipenko gisteren.", "en", lexicon)
        assert finding.because[0] == "“Schipenko” is a deprecated en form of klim-shipenko (surname)"


class TestWhatIsLeftAlone:
    def test_a_spelling_that_comes_out_as_it_was_is_no_finding(self, lexicon: Lexicon) -> None:
        text = "Dat zei Peresild gisteren."
        (plain,) = NameContext(text, lexicon, "nl").occurrences
        english = tuple(reading for reading in plain.senses if reading.locale == "en")
        told = (replace(plain, senses=english),)
        assert english
        assert inconsistencies_in(NameContext(text, lexicon, "nl", occurrences=told)) == ()

    @pytest.mark.parametrize(
        ("preferred", "deprecated", "expected"),
        [
            ("Julia Peresild", (), []),  # it may be a form of it: nobody wrote down how German declines
            ("Julia Peressild", (), ["Peressild"]),
            ("Julia Peressild", ("Julia Peresild",), ["Peressild"]),
        ],
    )
    def test_where_the_grammar_is_not_known_what_may_be_a_form_is_right(
        self, preferred: str, deprecated: tuple[str, ...], expected: list[str]
    ) -> None:
        entry = replace(
            person("a", "Joelia Peresild", "Yulia Peresild"),
            locales={
                "nl": LocaleForms(preferred="Joelia Peresild"),
                "de": LocaleForms(preferred=preferred, deprecated=deprecated),
            },
        )
        found = inconsistencies("Das sind Peresilds Worte.", "de", lexicon_of(entry))
        assert [finding.expected for finding in found] == expected
        assert not any(finding.edit for finding in found)

    def test_an_acronym_between_capitals_is_perhaps_a_word(self) -> None:
        entry = NameEntry(
            id="who",
            kind=Kind.ORGANISATION,
            gender=None,
            native="WHO",
            language="en",
            because="",
            locales={"en": LocaleForms(preferred="WHO"), "nl": LocaleForms(preferred="WGO")},
        )
        assert inconsistencies("DE WHO ZEGT DAT", "nl", lexicon_of(entry)) == ()
        assert fix_names("De WHO zegt dat", "nl", lexicon_of(entry))[0] == "De WGO zegt dat"


def test_a_wrong_patronymic_is_not_taken_for_a_surname() -> None:
    entry = NameEntry(
        id="medvedev",
        kind=Kind.PERSON,
        gender=Gender.MALE,
        native="Дмитрий Анатольевич Медведев",
        language="ru",
        because="",
        locales={
            "ru": LocaleForms(
                preferred="Дмитрий Анатольевич Медведев", deprecated=("Дмитрий Анатолевич Медведев",)
            )
        },
    )
    lexicon = compile_lexicon(Registry(path="names.toml", entries=(entry,)), ("ru",))
    (finding,) = inconsistencies("Вот Дмитрий Анатолевич пришёл.", "ru", lexicon)
    assert finding.found == "Анатолевич"
    assert finding.because[0].endswith(f"({NamePart.GIVEN_AND_PATRONYMIC})")


class TestWhatIsDoubted:
    """A doubt is told, and nothing is rewritten."""

    def test_it_is_not_among_what_is_fixed(self, lexicon: Lexicon) -> None:
        text = "Volgens Russia Today is dat zo."
        assert inconsistencies(text, "nl", lexicon)
        assert fix_names(text, "nl", lexicon) == (text, ())

    def test_words_that_the_original_has_too_may_be_a_name_of_their_own(self, lexicon: Lexicon) -> None:
        original = OriginalText(text="The Bank of Russia says so.", locale="en")
        (finding,) = inconsistencies("De Bank of Russia zegt dat.", "nl", lexicon, original)
        assert (finding.edit, finding.is_certain) == (None, False)
        assert finding.hint == "if this is part of a longer name, register that name, too"

    def test_a_deprecated_form_of_the_locale_is_no_longer_name_of_another(self, lexicon: Lexicon) -> None:
        assert fix_names("Dat is New Baikonoer.", "nl", lexicon)[0] == "Dat is New Bajkonoer."

    def test_a_person_beside_an_unknown_word_is_judged_as_a_person(self, lexicon: Lexicon) -> None:
        assert (
            fix_names("Dat zei Yulia Peresild Today.", "nl", lexicon)[0] == "Dat zei Joelia Peresild Today."
        )

    def test_a_finding_is_certain_unless_it_says_otherwise(self, lexicon: Lexicon) -> None:
        (finding,) = inconsistencies("It was Joelia.", "en", lexicon)
        assert finding.is_certain
        assert Inconsistency(start=0, end=1, found="a", expected="b", entry="c", message="d").is_certain
        (finding,) = inconsistencies("Naomi Klein schreef.", "nl", lexicon)
        assert not finding.is_certain


class TestWhatThereIsToChooseFrom:
    def test_where_only_the_case_is_open_its_forms(self, lexicon: Lexicon) -> None:
        (finding,) = inconsistencies("Вместе с Yulia.", "ru", lexicon)
        assert finding.choices == ("Юлии", "Юлию", "Юлией")
        assert finding.expected == "Юлия"

    @pytest.mark.parametrize(
        ("locale", "text"),
        [
            ("en", "It was Joelia."),  # it is written
            ("nl", "Volgens Russia Today is dat zo."),  # it may be another name
        ],
    )
    def test_else_nothing(self, locale: str, text: str, lexicon: Lexicon) -> None:
        (finding,) = inconsistencies(text, locale, lexicon)
        assert finding.choices == ()

    def test_nothing_where_two_names_are_spelled_so(self) -> None:
        entries = (person("a", "Jan Sjin", "Jan Shin"), person("b", "Piet Sjinn", "Piet Shin"))
        (finding,) = inconsistencies("Volgens Shin is dat zo.", "nl", lexicon_of(*entries))
        assert finding.choices == ()
        assert finding.message == "“Shin”: the registry spells this name “Sjin” or “Sjinn” in nl (a, b)"
        assert (finding.start, finding.end) == (8, 12)


def misspelt(
    text: str, word: str, readings: Iterable[SurfaceSense], lexicon: Lexicon, locale: str
) -> NameContext:
    """Return a text whose only occurrence is a word that resembles what is read so."""
    start = text.index(word)
    occurrence = Occurrence(
        start=start,
        end=start + len(word),
        senses=tuple(reading._replace(status=FormStatus.DEPRECATED) for reading in readings),
        evidence=Evidence.ORIGINAL,
    )
    return NameContext(text, lexicon, locale, occurrences=(occurrence,))


def readings_of(surface: str, lexicon: Lexicon, locale: str) -> list[SurfaceSense]:
    """Return the readings that a surface has in a locale."""
    (occurrence,) = find_names(surface, lexicon)
    return [reading for reading in occurrence.senses if reading.locale == locale]


def test_a_misspelling_that_resembles_several_cases_shows_any_of_them(lexicon: Lexicon) -> None:
    readings = [*readings_of("Шкаплерову", lexicon, "ru"), *readings_of("Шкаплерова", lexicon, "ru")]
    context = misspelt("Тогда видели Шкаплирова.", "Шкаплирова", readings, lexicon, "ru")
    (finding,) = inconsistencies_in(context)
    assert finding.edit is None
    assert finding.choices == ("Шкаплерова", "Шкаплерову")


def test_a_misspelling_shows_no_ending_of_another_language(lexicon: Lexicon) -> None:
    readings = [*readings_of("Shipenko’s", lexicon, "en"), *readings_of("Sjipenko", lexicon, "nl")]
    context = misspelt("Volgens Sjipinko is dat zo.", "Sjipinko", readings, lexicon, "nl")
    (finding,) = inconsistencies_in(context)
    assert finding.expected == "Sjipenko"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Он летел с Климом Сжипенко.", f" ({NamePart.SURNAME})"),
        ("Вот Жоэлия Пересилд.", f" ({NamePart.FULL})"),
        ("Вот Джулия Пересильд.", f" ({NamePart.GIVEN})"),
        ("Вот Баиконур.", ""),
        ("Вот Дмитрий Медвэдев.", f" ({NamePart.SURNAME})"),
    ],
)
def test_the_part_of_a_persons_name_that_is_wrong_is_named(text: str, part: str, lexicon: Lexicon) -> None:
    found = inconsistencies(text, "ru", lexicon)
    told = [finding.because[0] for finding in found]
    assert all(line.endswith(finding.entry + part) for line, finding in zip(told, found, strict=True)), told
