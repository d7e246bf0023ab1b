"""The rules for the words of persons' names, and for what governs names: provenance, samples, errors."""

from pathlib import Path

import pytest

from l10n.errors import RegistryError
from l10n.languages.grammar import SIX_CASES, Case
from l10n.languages.inflection_rules import inflection_of
from l10n.languages.packs import PACKAGE
from l10n.names.inflection import government, persons
from l10n.names.inflection.government import government_of, read_government
from l10n.names.inflection.person_rules import (
    PersonRules,
    WordRule,
    WordSample,
    person_rules,
    read_person_rules,
)
from l10n.names.inflection.persons import (
    Bearer,
    Role,
    bases_of,
    family_forms,
    group_cases,
    person_cases,
    plural_cases,
)
from l10n.names.inflection.surface_forms import surface_forms
from tests.unit.names.inflection.test_declension_table import ROWS, entry_of

FILES = sorted((*PACKAGE.glob("*/persons.toml"), *PACKAGE.glob("*/government.toml")))
RULES = person_rules("ru")


def cases_of(sample: WordSample) -> list[str]:
    bearer = Bearer(
        locale="ru",
        gender=sample.gender,
        language=sample.language,
        foreign=sample.language not in RULES.russian,
    )
    return [case[0] for case in person_cases([(Role(sample.role), sample.word)], bearer)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_rule_file_has_provenance(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for key in ("authority", "url", "notes"):
        assert f"{key} = " in text


@pytest.mark.parametrize("sample", RULES.samples, ids=lambda sample: sample.word)
def test_a_sample_passes(sample: WordSample) -> None:
    cases = dict(zip(SIX_CASES, cases_of(sample), strict=True))
    assert (cases[Case.GENITIVE], cases[Case.INSTRUMENTAL]) == (sample.genitive, sample.instrumental)


def test_every_rule_has_a_note_and_is_exercised_by_a_sample_or_the_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    used: list[WordRule] = []
    fits = persons._fits

    def watched(rule: WordRule, folded: str, role: Role, bearer: Bearer) -> bool:
        found = fits(rule, folded, role, bearer)
        if found:
            used.append(rule)
        return found

    monkeypatch.setattr(persons, "_fits", watched)
    persons._cases_of_word.cache_clear()
    for sample in RULES.samples:
        cases_of(sample)
    for row in ROWS:
        surface_forms(row["name"], entry_of(row), "ru")
    assert [rule.note for rule in RULES.rules if rule not in used] == []
    assert all(rule.note for rule in RULES.rules)


def test_a_language_without_a_file_knows_nothing() -> None:
    assert person_rules("nl") == person_rules("../ru") == PersonRules()
    assert government_of("nl") is None
    assert person_rules("ru_RU") == RULES


@pytest.mark.parametrize(
    "text",
    [
        "x =",
        "unknown = 1",
        "[[rule]]",
        '[[rule]]\nroles = ["given"]\nparadigms = ["no"]',
        '[[rule]]\nroles = ["king"]\nparadigms = ["stays"]',
        '[[rule]]\nroles = ["given"]\nparadigms = ["stays"]\nending = ["a"]',
        '[paradigms]\nx = { remove = 0, forms = ["a"] }',
        '[[plural]]\nendings = ["a"]\nremove = 0\nforms = ["b"]',
    ],
)
def test_a_broken_file_is_an_error_with_its_name(text: str) -> None:
    with pytest.raises(RegistryError, match=r"xx\.toml"):
        read_person_rules(text, "xx.toml")


@pytest.mark.parametrize("text", ["x =", "unknown = 1", "[[governor]]", '[verbs]\nfuture = ["a"]'])
def test_a_broken_file_of_government_is_an_error_with_its_name(text: str) -> None:
    with pytest.raises(RegistryError, match=r"xx\.toml"):
        read_government(text, "xx.toml")


def test_every_preposition_that_is_said_more_of_governs_something() -> None:
    known = government_of("ru")
    assert known is not None
    governing = inflection_of("ru").prepositions
    said = {*known.adverbs, *known.calls, *known.genitive_inside, *known.locatives, *known.also_governs}
    said |= {preposition for governor in known.governors for preposition in governor.prepositions}
    assert said <= governing.keys()
    assert all(
        governor.case in governing[preposition]
        for governor in known.governors
        for preposition in governor.prepositions
    )
    assert government.read_government("", "empty.toml").adverbs == frozenset()


def test_a_surname_has_a_plural_and_a_family() -> None:
    assert plural_cases("Иванова", "ru") == plural_cases("Иванов", "ru")
    assert plural_cases("Ротшильд", "ru")[1] == "Ротшильдов"
    assert plural_cases("Шипенко", "ru") == ()
    assert bases_of("Достоевская", "ru") == bases_of("Достоевский", "ru")
    assert {"ивановой", "ивановых", "иванове", "ивановым", "ивановом"} <= family_forms("Иванов", "ru")
    assert "пересилдь" not in family_forms("Пересильд", "ru")


def test_several_people_are_declined_together() -> None:
    assert group_cases("Братья Стругацкие", "ru") == (
        "Братья Стругацкие",
        "Братьев Стругацких",
        "Братьям Стругацким",
        "Братьев Стругацких",
        "Братьями Стругацкими",
        "Братьях Стругацких",
    )
    assert group_cases("Антон Шкаплеров", "ru") is None
