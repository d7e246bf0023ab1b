"""What an audit counts, and that it does not matter how the texts are spread over documents."""

from hypothesis import given
from hypothesis import strategies as st

from l10n.names.discovery.audit import (
    MOST_PLACES,
    SOURCE_COLUMN,
    AuditedName,
    NameUse,
    OccurrenceCount,
    UseStatus,
    audit_names,
    name_uses,
)
from l10n.names.discovery.frequent_mentions import MentionCounter, count_mentions
from l10n.names.discovery.mentions import Passage, find_mentions
from l10n.names.recognition.consistency import inconsistencies
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.registry.reader import read_registry
from tests.registries import YULIA
from tests.unit.names.discovery.test_proposals import passage

LOCALES = ("nl", "en", "ru")
TWO_WAYS = YULIA.replace('"Yulia Peresild" }', '"Yulia Peresild", admitted = ["Julia Peresild"] }')
BAIKONUR = """
[[name]]
id = "baikonur"
kind = "place"
native = "Байқоңыр"
language = "kk"
because = "example"
nl = { preferred = "Bajkonoer" }
en = { preferred = "Baikonur" }
ru = { preferred = "Байконур" }
"""
LEXICON = compile_lexicon(read_registry(TWO_WAYS + BAIKONUR, "names.toml", LOCALES), LOCALES)


def audit(*documents: list[Passage]) -> dict[str, AuditedName]:
    uses: dict[NameUse, OccurrenceCount] = {}
    for passages in documents:
        for use, seen in name_uses(passages, "en", LEXICON).items():
            uses[use] = uses[use] + seen if use in uses else seen
    return {name.entry.id: name for name in audit_names(LEXICON, uses)}


def uses_of(name: AuditedName) -> dict[tuple[str, str], tuple[str, int]]:
    return {(use.column, use.spelling): (str(use.status), seen.count) for use, seen in name.uses.items()}


def test_every_case_of_a_name_counts_as_its_one_spelling() -> None:
    name = audit([passage("x", ru="Юлия Пересильд с Юлией Пересильд о Юлии Пересильд.")])["yulia-peresild"]
    assert uses_of(name) == {("ru", "Юлия Пересильд"): ("preferred", 3)}


def test_what_a_locale_does_not_write_is_wrong_there_and_only_other_in_a_source() -> None:
    name = audit([passage("Joelia Peresild flies.", nl="Yulia Peresild vliegt.")])["yulia-peresild"]
    assert uses_of(name) == {(SOURCE_COLUMN, "Joelia"): ("other", 1), ("nl", "Yulia"): ("wrong", 1)}
    assert name.wrong == 1


def test_an_admitted_form_beside_the_preferred_one_is_mixed_and_not_wrong() -> None:
    name = audit([passage("x", en="Yulia Peresild or Julia Peresild.")])["yulia-peresild"]
    assert name.is_mixed
    assert not name.wrong


def test_somebody_else_with_the_given_name_is_not_counted() -> None:
    assert not audit([passage("Yulia Navalnaya spoke.", nl="Joelia Navalnaja sprak.")])["yulia-peresild"].uses


def test_the_wrongly_spelled_names_come_first_and_those_nobody_names_last() -> None:
    wrong = passage("x", nl="Yulia Peresild vliegt.")
    right = passage("x", nl="Bajkonoer, Bajkonoer en Bajkonoer.")
    assert list(audit([wrong, right])) == ["yulia-peresild", "baikonur"]
    assert list(audit([right])) == ["baikonur", "yulia-peresild"]


def test_a_name_of_many_documents_keeps_the_first_places_and_the_number_of_all() -> None:
    documents = [[passage("Baikonur and Baikonur.", line)] for line in range(1, 21)]
    (seen,) = audit(*documents)["baikonur"].uses.values()
    assert (seen.count, seen.documents) == (40, 20)
    assert [place.line for place in seen.places] == list(range(1, MOST_PLACES + 1))


TEXTS = st.sampled_from(
    (
        "Yulia Peresild flies.",
        "Joelia Peresild vliegt.",
        "Julia Peresild!",
        "From Baikonur.",
        "Bajkonoer",
        "Nothing",
    )
)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=8), st.integers(0, 8))
def test_the_audit_of_two_parts_is_the_sum_of_their_audits(texts: list[tuple[str, str]], cut: int) -> None:
    passages = [passage(source, nl=dutch) for source, dutch in texts]
    whole, parts = audit(passages), audit(passages[:cut], passages[cut:])
    assert {entry: uses_of(name) for entry, name in whole.items()} == {
        entry: uses_of(name) for entry, name in parts.items()
    }


@given(st.lists(TEXTS, max_size=6))
def test_what_is_wrong_is_what_the_check_finds(texts: list[str]) -> None:
    text = " ".join(texts)
    found = inconsistencies(text, "nl", LEXICON)
    counted = name_uses([passage("x", nl=text)], "en", LEXICON)
    wrong = sum(seen.count for use, seen in counted.items() if use.status is UseStatus.WRONG)
    assert wrong == len(found)


class TestCandidates:
    """Common names are never forgotten, and a file is not kept in memory for a name that stands in it."""

    def test_the_commonest_come_first(self) -> None:
        candidates = MentionCounter()
        for text in ("Anton Shkaplerov flies.", "Elon Musk waits.", "Elon Musk writes."):
            candidates.add(count_mentions(find_mentions(passage(text), "en", LEXICON)))
        assert [mention.spelling for mention in candidates.commonest(1)] == ["Elon Musk", "Elon Musk"]
        assert candidates.count("Elon Musk") == 2
        assert candidates.count("Nobody") == 0

    def test_a_common_name_outlives_thousands_of_rare_ones(self) -> None:
        candidates = MentionCounter()
        seen = count_mentions(find_mentions(passage("Elon Musk waits."), "en", LEXICON))
        for number in range(50_000):
            candidates.add({f"Rare {number}": seen["Elon Musk"]})
            if number % 100 == 0:
                candidates.add(seen)
        assert candidates.count("Elon Musk") == 500
        assert {mention.spelling for mention in candidates.commonest(1)} == {"Elon Musk"}

    def test_of_many_mentions_the_first_are_kept_with_their_places_and_answers(self) -> None:
        candidates = MentionCounter()
        for line in range(1, 8):
            found = passage(
                "Now Elon Musk and Elon Musk wait.", line, nl="Nu wachten Elon Musk en Elon Musk."
            )
            candidates.add(count_mentions(find_mentions(found, "en", LEXICON)))
        kept = candidates.commonest(1)
        assert candidates.count("Elon Musk") == 14
        assert [mention.location.line for mention in kept] == [1, 1, 2, 2]
        assert {mention.answers["nl"].text for mention in kept} == {"Elon Musk"}
