"""Whether two spellings are one name: cases, reasons, hostile input, and rules that contradict themselves."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from l10n.errors import RegistryError
from l10n.names.similarity.name_parts import Word, name_of
from l10n.names.similarity.phonetic_distance import CAP, distance, starts_with
from l10n.names.similarity.phonetic_lattice import lattice_of, open_rules, read_sounds
from l10n.names.similarity.same_name import Comparison, Match, Pairing, comparisons, same_name
from tests.conftest import an_end
from tools.calibrate_similarity import cross_validate, examples_of, fit, measure
from tools.hard_pairs import near_pairs, registries, spelled_names

CASES: dict[str, list[tuple[str, str]]] = tomllib.loads(
    (Path(__file__).parents[3] / "cases" / "names" / "matching.toml").read_text(encoding="utf-8")
)


def test_there_are_enough_cases() -> None:
    assert min(len(pairs) for pairs in CASES.values()) >= 60


@pytest.mark.parametrize(("one", "other"), CASES["same"])
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert same_name(one, other).same, same_name(one, other)


@pytest.mark.parametrize(("one", "other"), CASES["different"])
def test_two_names_are_different(one: str, other: str) -> None:
    assert not same_name(one, other).same, same_name(one, other)


def test_a_match_says_why() -> None:
    assert same_name("Kim", "KIM").because == ("spelled alike",)
    assert same_name("", "Kim").because == ("nothing to compare",)
    assert same_name("Mykola Gogol", "Николай Васильевич Гоголь").because == (
        "mykola / николай: forms of one name",
        "gogol / гогол: 0.00 sounds apart",
        "василевич: a patronymic or middle name in one only",
    )
    assert same_name("K. Shipenko", "Шипенко Клим").because == (
        "k / клим: an initial",
        "shipenko / шипенко: 0.00 sounds apart",
        "words in another order",
    )


def test_a_match_says_what_only_one_of_the_two_has_and_how_far_sounds_are() -> None:
    assert same_name("A. Shipenko", "Boris Shipenko").because == (
        "a / boris: another initial",
        "shipenko / shipenko: 0.00 sounds apart",
    )
    assert "shipenko: in one only" in same_name("Vera Kim", "Vera Kim Shipenko").because
    (reason,) = same_name("Kim", "Klim").because
    assert reason == f"kim / klim: {distance('kim', 'klim') / 100:.2f} sounds apart"


def test_half_is_the_same() -> None:
    assert Match(score=0.5).same
    assert not Match(score=0.499).same


def test_what_a_score_is_made_of() -> None:
    def pair(cost: int, *, how: str = "sound") -> Pairing:
        one, other = Word(text="abcd", length=4), Word(text="ab", length=2)
        return Pairing(one=one, other=other, cost=cost, how=how)

    extra = Word(text="x")
    found = Comparison(
        pairings=(pair(60), pair(30, how="initial"), pair(0, how="equivalent"), pair(9)),
        middle=(extra,),
        unmatched=(extra, extra),
    )
    assert found.features() == {
        "mean": pytest.approx(99 / (3 + 1 + 3 + 3) / 100),
        "worst": pytest.approx(0.3),
        "farthest": pytest.approx(0.6),
        "middle": 1,
        "unmatched": 2,
        "initials": 1,
        "initials_only": False,
        "turned": False,
        "equivalents": 1,
    }
    assert Comparison(pairings=(pair(0, how="initial"),)).features()["initials_only"]


@pytest.mark.parametrize(
    ("few", "many", "middle", "unmatched"),
    [
        ("Anna Pavlova", "Anna Maria Pavlova", ["maria"], []),
        ("Anna Maria", "Anna Maria Pavlova", [], ["pavlova"]),
        ("Maria Pavlova", "Vera Maria Pavlova", [], ["vera"]),
        ("Anna Pavlova", "Anna Pavlova-Shipenko", ["shipenko"], []),
        ("Anna", "Anna Pavlova", [], ["pavlova"]),
        ("Vera", "Vera-Kim", [], ["kim"]),
        ("Шипенко", "Шипенко Иванович", ["иванович"], []),
        ("Филип Димитров", "Филип Димитров Димитров", ["димитров"], []),
        ("Ким Ким", "Ким Ким Ким", [], ["ким"]),
    ],
)
def test_a_word_in_one_only_is_a_middle_name_between_others_behind_a_hyphen_or_as_a_patronymic(
    few: str, many: str, middle: list[str], unmatched: list[str]
) -> None:
    found = next(comparisons(name_of(few), name_of(many)))
    assert [word.text for word in found.middle] == middle
    assert [word.text for word in found.unmatched] == unmatched
    assert not found.turned


def test_an_adjective_of_a_place_is_compared_by_what_it_is_made_of() -> None:
    region, city = name_of("Волгоградская область"), name_of("Волгоград")
    for one, other in ((region, city), (city, region)):
        assert min(found.pairings[0].cost for found in comparisons(one, other)) == 0


def test_names_of_other_numbers_of_words_are_compared_as_one_word_too() -> None:
    *_, whole = comparisons(name_of("Khantymansiysk"), name_of("Khanty-Mansiysk"))
    assert [pairing.cost for pairing in whole.pairings] == [0]
    assert not whole.unmatched
    assert len(list(comparisons(name_of("Kim Shipenko"), name_of("Klim Shipenko")))) == 1


def test_letters_are_read_by_the_longest_graphemes() -> None:
    for word in ("шипенко", "sjipenko", "shipenko", "šipenko", "schipenko", "szypenko"):
        lattice = lattice_of(word)
        assert lattice is not None
        assert lattice.sounds == "ʃipenko"


def test_a_distance_is_in_hundredths_of_a_consonant_and_capped() -> None:
    assert distance("sjipenko", "шипенко") == 0
    assert 0 < distance("kim", "klim") < CAP
    assert distance("kim", "шипенко") == CAP
    assert starts_with("k", "klim") == 0


def test_scripts_without_rules_are_compared_by_letters() -> None:
    assert not same_name("李娜", "王娜").same
    assert same_name("Γιώργος", "ΓΙΏΡΓΟΣ").same
    assert not same_name("Γιώργος", "Юрий").same


def test_marks_alone_are_the_same_only_when_alike() -> None:
    assert same_name("!", "!").same
    assert not same_name("!", "?").same


def test_hostile_words_come_to_an_end() -> None:
    with an_end():
        assert not same_name("sjtsj" * 40_000, "щ" * 200_000).same
        assert not same_name("a. " * 60_000, "б. " * 60_000).same


def test_many_words_are_still_compared() -> None:
    long = "Pablo Diego José Francisco de Paula Juan Nepomuceno"
    assert same_name(long, f"{long.upper()}.").same
    assert not same_name(long, f"{long} Picasso Ruiz y Blasco").same
    assert len(name_of(long).words) <= 4


def test_rules_that_contradict_themselves_are_refused() -> None:
    table: dict[str, Any] = open_rules("sounds")
    broken = [
        ("near", {**table["near"], "oa": 1}, "near."),
        ("near", {"a?": 1}, "near.a?"),
        ("graphemes", {"latin": {"a": {"a": 0}}, "cyrillic": {"a": {"a": 0}}}, "graphemes.cyrillic.a"),
        ("kinds", 1, "kinds"),
    ]
    for key, value, where in broken:
        with pytest.raises(RegistryError) as error:
            read_sounds({**table, key: value})
        assert error.value.where.startswith(where)


def test_every_rule_file_says_where_it_is_from() -> None:
    for name in ("sounds", "equivalents"):
        assert open_rules(name)["authority"]
        assert str(open_rules(name)["url"]).startswith("https://")


def test_calibration_tells_one_name_from_two() -> None:
    pairs = [(a, b, int(kind == "same")) for kind, pairs in CASES.items() for a, b in pairs]
    examples = examples_of(pairs)
    weights = fit(examples)
    assert weights[0] > 0
    assert max(weights[1:]) <= 0
    assert cross_validate([examples[part::3] for part in range(3)]).f1 > 0.9
    assert measure([(True, True), (True, False), (False, True)]).f1 == 0.5


BORNE = [
    ("klimov", "климов", 9),
    ("klymov", "климов", 2),
    ("klimow", "климов", 1),
    ("klimova", "климова", 4),
    ("klymov", "клымов", 2),
    ("shukhov", "шухов", 3),
    ("mclean", "маклин", 59),
    ("kim", "ким", 7),
]


def test_calibration_takes_surnames_that_a_bearer_spells_as_a_scheme_does() -> None:
    names = {name.native: name for name in spelled_names(BORNE)}
    assert set(names) == {"климов", "климова", "клымов", "шухов"}
    assert {"sjoechov", "shukhov", "schuchow"} <= set(names["шухов"].spellings)
    assert "klymov" in names["климов"].met


def test_near_pairs_are_names_and_their_nearest_others() -> None:
    names = spelled_names(BORNE)
    found = near_pairs(names)
    assert ("klimov", "климов", 1) in found
    assert ("klimov", "климова", 0) in found
    assert ("klimov", "клымов", 0) not in found, "both are spelled klymov"
    told = {(a, b): same for a, b, same in found}
    assert all(told[pair[:2]] == pair[2] for pair in found), "a pair is told one way"
    assert list(registries(names)) == list(registries(names))
