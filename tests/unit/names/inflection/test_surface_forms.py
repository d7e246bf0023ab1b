"""The forms names take, and the rule files they come from."""

from pathlib import Path

import pytest

from l10n.errors import RegistryError
from l10n.languages.grammar import SIX_CASES, Case, Gender, Kind
from l10n.languages.inflection_rules import Sample, inflection_of, read_inflection
from l10n.languages.packs import PACKAGE
from l10n.names.inflection.surface_forms import NamePart, parts_of, surface_forms
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
