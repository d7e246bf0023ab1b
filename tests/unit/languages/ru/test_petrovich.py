"""Our reading of petrovich's rules against pytrovich itself."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pytrovich.enums import Case as PetrovichCase
from pytrovich.enums import Gender as PetrovichGender
from pytrovich.enums import NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from l10n.languages.grammar import SIX_CASES, Gender
from l10n.languages.ru import petrovich
from tests.conftest import tries

PARTS = {
    petrovich.GIVEN: NamePart.FIRSTNAME,
    petrovich.PATRONYMIC: NamePart.MIDDLENAME,
    petrovich.SURNAME: NamePart.LASTNAME,
}
GENDERS = (Gender.FEMALE, Gender.MALE)
MAKER = PetrovichDeclinationMaker()
# every word and every ending that a rule asks for
TESTS = {part: sorted({*rules.words, *rules.endings}) for part, rules in petrovich._rules().items()}
BEGINNINGS = ("", "А", "Кр", "бел", "ШКАПЛ", "Салтыков-", "Анна-", "Tom ")


def by_pytrovich(word: str, part: str, gender: Gender) -> tuple[str, ...]:
    return tuple(
        MAKER.make(PARTS[part], PetrovichGender[gender.name], PetrovichCase[case.name], word)
        for case in SIX_CASES
    )


def test_the_rules_are_those_pytrovich_reads() -> None:
    rules = Path(PetrovichDeclinationMaker.DEFAULT_PATH_TO_RULES_FILE)
    assert rules.name == "rules.json"
    assert rules.parent.name == "petrovich-rules"


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("gender", GENDERS)
def test_every_word_and_ending_of_the_rules_gives_what_pytrovich_gives(part: str, gender: Gender) -> None:
    words = [beginning + test for test in TESTS[part] for beginning in BEGINNINGS]
    words += [word + "-" + word for word in words] + [word.capitalize() for word in words]
    assert len(words) > 100
    for word in words:
        assert petrovich.six_cases(word, part, gender) == by_pytrovich(word, part, gender)


class TestSixCasesAreThoseOfPytrovich:
    """Rule: the rules, and what they mean, are those of pytrovich."""

    @settings(max_examples=tries(300))
    @example("", petrovich.GIVEN, Gender.MALE)
    @example("-", petrovich.SURNAME, Gender.FEMALE)
    @given(
        st.one_of(
            st.text("абвгдеёийклмнопрстуфхцчшщыьэюяАЛ-", max_size=10),
            st.tuples(
                st.text("абеёклрь-", max_size=4),
                st.sampled_from([test for tests in TESTS.values() for test in tests]),
            ).map("".join),
            st.text(max_size=6),
        ),
        st.sampled_from(list(PARTS)),
        st.sampled_from(GENDERS),
    )
    def test_any_word(self, word: str, part: str, gender: Gender) -> None:
        assert petrovich.six_cases(word, part, gender) == by_pytrovich(word, part, gender)


def test_no_rule_removes_more_than_it_says() -> None:
    assert petrovich.most_removed() == 3
