"""The forms names take, and the rule files they come from."""

from pathlib import Path

import pytest

from l10n.errors import RegistryError
from l10n.languages.grammar import SIX_CASES, Case, Gender, Kind
from l10n.languages.inflection_rules import Sample, inflection_of, read_inflection
from l10n.languages.packs import PACKAGE
from l10n.names.inflection.surface_forms import (
    NamePart,
    decline,
    gender_of_person,
    parts_of,
    surface_forms,
    surfaces_by_part,
)
from l10n.names.registry.entries import LocaleForms, NameEntry

FILES = sorted(PACKAGE.glob("*/inflection.toml"))
SAMPLES = [
    pytest.param(file.parent.name, sample, id=f"{file.parent.name}-{sample.form}")
    for file in FILES
    for sample in inflection_of(file.parent.name).samples
]


def entry_of(
    form: str, kind: Kind, gender: Gender | None, locale: str = "ru", native: str = "", **more: object
) -> NameEntry:
    locales = {locale: LocaleForms(preferred=form, **more)}  # type: ignore[arg-type]
    return NameEntry(
        id="x", kind=kind, gender=gender, native=native or form, language="ru", because="", locales=locales
    )


def row(form: str, entry: NameEntry, part: NamePart | None = None) -> list[str | None]:
    found = surface_forms(form, entry, "ru", part)
    return [found.written(case) for case in SIX_CASES]


def test_there_are_rule_files() -> None:
    assert {file.parent.name for file in FILES} >= {"nl", "en", "ru"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.parent.name))
def test_a_rule_file_has_provenance_and_samples(file: Path) -> None:
    language = inflection_of(file.parent.name)
    assert language.authority
    assert language.url.startswith("http")
    assert language.notes
    assert language.samples
    assert all(ending.note for ending in language.endings)


@pytest.mark.parametrize(("locale", "sample"), SAMPLES)
def test_a_sample_passes(locale: str, sample: Sample) -> None:
    entry = entry_of(sample.form, sample.kind, sample.gender, locale)
    found = surface_forms(sample.form, entry, locale)
    for case, wanted in sample.forms.items():
        assert tuple(surface for known, surface in found.surfaces if known is case) == wanted
    if not sample.forms:
        assert [case for case, _ in found.surfaces] == [Case.NOMINATIVE]


def test_every_rule_is_exercised_by_a_sample() -> None:
    for file in FILES:
        language = inflection_of(file.parent.name)
        for ending in language.endings:
            fits = (
                sample.form.casefold().endswith(tuple(text.casefold() for text in ending.endings))
                for sample in language.samples
            )
            assert any(fits), f"{file.name}: {ending.note}"


@pytest.mark.parametrize(
    "text", ["x =", "unknown = 1", 'ending = [{ endings = ["a"], form = 1 }]', "ending = [{}]"]
)
def test_a_broken_rule_file_is_an_error_with_its_name(text: str) -> None:
    with pytest.raises(RegistryError, match=r"xx\.toml"):
        read_inflection(text, "xx.toml", "xx")


@pytest.mark.parametrize(
    ("form", "gender", "wanted"),
    [
        ("Юлия Пересильд", Gender.FEMALE, "Юлии Пересильд, Юлии Пересильд, Юлию Пересильд, Юлией Пересильд"),
        ("Клим Шипенко", Gender.MALE, "Клима Шипенко, Климу Шипенко, Клима Шипенко, Климом Шипенко"),
        (
            "Антон Шкаплеров",
            Gender.MALE,
            "Антона Шкаплерова, Антону Шкаплерову, Антона Шкаплерова, Антоном Шкаплеровым",
        ),
        ("Tom Cruise", Gender.MALE, "Tom Cruise, Tom Cruise, Tom Cruise, Tom Cruise"),
        (
            "Вернер фон Браун",
            Gender.MALE,
            "Вернера фон Брауна, Вернеру фон Брауну, Вернера фон Брауна, Вернером фон Брауном",
        ),
    ],
)
def test_a_person_is_declined_word_by_word(form: str, gender: Gender, wanted: str) -> None:
    assert row(form, entry_of(form, Kind.PERSON, gender))[1:5] == wanted.split(", ")


def test_a_person_of_unknown_gender_has_a_nominative_only() -> None:
    assert row("Саша Петров", entry_of("Саша Петров", Kind.PERSON, None)) == ["Саша Петров", *[None] * 5]


def test_a_patronymic_is_one_when_the_native_form_has_three_words() -> None:
    form = "Дмитрий Анатольевич Медведев"
    entry = entry_of(form, Kind.PERSON, Gender.MALE)
    assert parts_of(form, entry) == (
        NamePart.WITH_PATRONYMIC,
        NamePart.FULL,
        NamePart.GIVEN_AND_PATRONYMIC,
        NamePart.GIVEN,
        NamePart.SURNAME,
    )
    assert surface_forms(form, entry, "ru", NamePart.FULL).written(Case.INSTRUMENTAL) == "Дмитрием Медведевым"
    assert (
        surface_forms(form, entry, "ru", NamePart.GIVEN_AND_PATRONYMIC).written(Case.DATIVE)
        == "Дмитрию Анатольевичу"
    )
    short = entry_of("Дмитрий Медведев", Kind.PERSON, Gender.MALE, native=form)
    assert surface_forms("Дмитрий Медведев", short, "ru", NamePart.WITH_PATRONYMIC).form == "Дмитрий Медведев"


def test_cases_of_the_registry_beat_rules_also_in_parts() -> None:
    cases = {"Лев Толстой": ("Лев Толстой", "Г Г1", "Д Д1", "В В1", "Т Т1", "П П1")}
    entry = entry_of("Лев Толстой", Kind.PERSON, Gender.MALE, cases=cases, indeclinable=True)
    assert row("Лев Толстой", entry)[1] == "Г Г1"
    assert row("Лев Толстой", entry, NamePart.SURNAME)[1] == "Г1"


def test_an_indeclinable_name_has_one_surface_in_all_cases() -> None:
    entry = entry_of("Вызов", Kind.WORK, Gender.MALE, indeclinable=True)
    assert set(row("Вызов", entry)) == {"Вызов"}


def test_several_words_without_cases_are_known_as_they_are_only() -> None:
    entry = entry_of("Банкир Сопротивления", Kind.WORK, None)
    assert row("Банкир Сопротивления", entry) == ["Банкир Сопротивления", *[None] * 5]


def test_a_language_without_rules_has_the_form_itself() -> None:
    entry = entry_of("Julia Peressild", Kind.PERSON, Gender.FEMALE, "de")
    assert surface_forms("Julia Peressild", entry, "de").surfaces == ((Case.PLAIN, "Julia Peressild"),)


def test_all_words_of_a_group_are_one_name_that_is_declined_as_a_plural() -> None:
    form = "братья Стругацкие"
    entry = entry_of(form, Kind.PERSON, None)
    assert parts_of(form, entry) == (NamePart.FULL,)
    assert row(form, entry)[4] == "братьями Стругацкими"


def test_a_name_that_is_not_divided_is_whole_whatever_part_of_it_is_asked_for() -> None:
    entry = entry_of("Байконур", Kind.PLACE, Gender.MALE)
    assert surface_forms("Байконур", entry, "ru", NamePart.FULL) == surface_forms("Байконур", entry, "ru")


def test_a_person_whose_gender_is_neuter_keeps_the_nominative() -> None:
    entry = entry_of("Саша Петров", Kind.PERSON, Gender.NEUTER)
    assert surface_forms("Саша Петров", entry, "ru").cases() == {"Саша Петров": (Case.NOMINATIVE,)}


class TestWhatIsRecognisedToo:
    """Forms that usage or another rule gives are right, and are never the ones that are written."""

    def test_it_is_no_form_that_is_written_anyway(self) -> None:
        entry = entry_of("Антон Шкаплеров", Kind.PERSON, Gender.MALE)
        assert surface_forms("Антон Шкаплеров", entry, "ru").also == (
            (Case.INSTRUMENTAL, "Антоном Шкаплеровом"),
        )

    def test_one_surface_has_all_the_cases_it_may_stand_for(self) -> None:
        entry = entry_of("Антон Шкаплеров", Kind.PERSON, Gender.MALE)
        cases = surface_forms("Антон Шкаплеров", entry, "ru").cases()
        assert cases["Антона Шкаплерова"] == (Case.GENITIVE, Case.ACCUSATIVE)
        assert cases["Антоном Шкаплеровом"] == (Case.INSTRUMENTAL,)

    def test_a_case_is_named_once_though_two_rules_give_it(self) -> None:
        entry = entry_of("Иваново", Kind.PLACE, Gender.NEUTER)
        assert surface_forms("Иваново", entry, "ru").cases()["Иванову"] == (Case.DATIVE,)

    def test_a_surname_alone_may_be_of_the_whole_family(self) -> None:
        entry = entry_of("Антон Шкаплеров", Kind.PERSON, Gender.MALE)
        surname = surface_forms("Антон Шкаплеров", entry, "ru", NamePart.SURNAME).cases()
        assert surname["Шкаплеровых"] == (Case.PLURAL,)
        assert surname["Шкаплеров"] == (Case.NOMINATIVE,)

    @pytest.mark.parametrize("part", [NamePart.FULL, NamePart.GIVEN])
    def test_a_given_name_has_no_family(self, part: NamePart) -> None:
        entry = entry_of("Антон Шкаплеров", Kind.PERSON, Gender.MALE)
        cases = surface_forms("Антон Шкаплеров", entry, "ru", part).cases()
        assert not [surface for surface, known in cases.items() if Case.PLURAL in known]

    def test_a_name_of_one_word_may_be_a_surname(self) -> None:
        entry = entry_of("Пушкин", Kind.PERSON, Gender.MALE)
        assert surface_forms("Пушкин", entry, "ru").cases()["Пушкиных"] == (Case.PLURAL,)


@pytest.mark.parametrize(
    ("form", "genitive", "also"),
    [("Марина", "Марины", set()), ("Терешкова", "Терешковой", {"Терешковы"}), ("Юлия", "Юлии", set())],
)
def test_one_word_is_declined_as_a_surname_only_when_it_ends_like_one(
    form: str, genitive: str, also: set[str]
) -> None:
    found = surface_forms(form, entry_of(form, Kind.PERSON, Gender.FEMALE), "ru")
    assert found.written(Case.GENITIVE) == genitive
    assert {surface for case, surface in found.also if case is Case.GENITIVE} == also


def test_what_is_asked_for_all_parts_is_what_is_asked_for_each() -> None:
    form = "Антон Шкаплеров"
    entry = entry_of(form, Kind.PERSON, Gender.MALE)
    assert {part: list(surfaces) for part, surfaces in surfaces_by_part(form, entry, "ru", ("ru", "nl"))} == {
        part: [
            (surface, cases, False)
            for surface, cases in surface_forms(form, entry, "ru", part).cases().items()
        ]
        for part in (NamePart.FULL, NamePart.GIVEN, NamePart.SURNAME)
    }


def test_a_possessive_by_the_rule_of_another_locale_is_borrowed() -> None:
    form = "Joelia Peresild"
    entry = entry_of(form, Kind.PERSON, Gender.FEMALE, "nl")
    borrowed = {
        surface: is_borrowed
        for part, surfaces in surfaces_by_part(form, entry, "nl", ("nl", "en"))
        for surface, _, is_borrowed in surfaces
        if part is NamePart.SURNAME
    }
    assert borrowed == {"Peresild": False, "Peresilds": False, "Peresild’s": True}


class TestNamesNobodyRegistered:
    """What `l10n names decline` says: a guess at what a name is must not overrule what is told."""

    def instrumental(self, name: str, kind: Kind | None, gender: Gender | None) -> str | None:
        return decline(name, "ru", kind=kind, gender=gender)[Case.INSTRUMENTAL]

    def test_a_language_without_cases_has_none(self) -> None:
        assert decline("Клим Шипенко", "nl", kind=Kind.PERSON, gender=Gender.MALE) == {}

    def test_a_name_is_of_a_person_only_when_something_says_so(self) -> None:
        assert self.instrumental("Пушкин", None, None) == "Пушкином"  # the town
        assert self.instrumental("Пушкин", None, Gender.MALE) == "Пушкиным"
        assert self.instrumental("Пушкин", Kind.PLACE, Gender.MALE) == "Пушкином"
        assert self.instrumental("братья Стругацкие", None, None) == "братьями Стругацкими"

    def test_the_gender_that_is_told_counts_and_the_name_shows_it_where_none_is(self) -> None:
        assert self.instrumental("Валентина Терешкова", Kind.PERSON, None) == "Валентиной Терешковой"
        assert self.instrumental("Саша Терешкова", Kind.PERSON, None) is None
        assert self.instrumental("Саша Терешкова", Kind.PERSON, Gender.FEMALE) == "Сашей Терешковой"

    def test_who_has_a_foreign_given_name_is_no_russian(self) -> None:
        assert self.instrumental("Чарли Чаплин", Kind.PERSON, Gender.MALE) == "Чарли Чаплином"
        assert self.instrumental("Антон Чаплин", Kind.PERSON, Gender.MALE) == "Антоном Чаплиным"

    def test_one_word_is_a_surname_though_a_foreign_given_name_is_spelled_so(self) -> None:
        assert self.instrumental("Карин", Kind.PERSON, Gender.MALE) == "Кариным"


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Антон Шкаплеров", Gender.MALE),
        ("Валентина Терешкова", Gender.FEMALE),
        ("Женя Павловна Чехова", Gender.FEMALE),
        ("Саша Павлович Чехов", Gender.MALE),
        ("Саша Терешкова", None),
        ("Саша Павловна", None),  # the second of two words is no patronymic
        ("Антон", None),
        ("", None),
    ],
)
def test_a_patronymic_or_a_given_name_shows_the_gender(name: str, gender: Gender | None) -> None:
    assert gender_of_person(name) is gender
