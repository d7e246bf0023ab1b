"""Training on a handful of real pairs: what is learnt, and that it is learnt the same way twice."""

import math

import pytest

from l10n.names.transcription.graphones.store import GraphoneModel, pack_model, unpack_model
from l10n.names.transcription.graphones.transcription import transcribe
from tools.train_graphones.aligning import BACK_SHAPES, SHAPES, align, learn_alignment
from tools.train_graphones.kneser_ney import build_kneser_ney
from tools.train_graphones.training import Row, keep_aside, measure, train

STEMS = [
    ("schu", "шу"), ("scha", "ша"), ("sche", "ше"), ("ba", "ба"), ("be", "бе"), ("ra", "ра"), ("re", "ре"),
    ("tu", "ту"), ("ta", "та"), ("che", "че"), ("cha", "ча"), ("mo", "мо"), ("ma", "ма"),
]  # fmt: skip
ROWS: list[Row] = [
    (one[0] + other[0] + last[0], one[1] + other[1] + last[1], 1)
    for one in STEMS
    for other in STEMS
    for last in (("n", "н"), ("tt", "тт"))
]


@pytest.fixture(scope="module")
def model() -> GraphoneModel:
    learn, _ = keep_aside(ROWS, 40)
    return train(learn, SHAPES)


def test_letters_are_aligned_with_what_is_written_for_them() -> None:
    learnt = learn_alignment([(latin, native) for latin, native, _ in ROWS], rounds=4)
    assert align("schuman", "шуман", learnt)[1][0] == ("sch", "ш")


def test_names_kept_aside_are_written_right(model: GraphoneModel) -> None:
    _, kept = keep_aside(ROWS, 40)
    first, five = measure(model, kept, beam=8)
    assert first >= 0.9
    assert five >= first


def test_the_other_way_is_learnt_from_the_same_rows() -> None:
    back = train([(native, latin, count) for latin, native, count in ROWS], BACK_SHAPES)
    assert transcribe("шуман", back, beam=8)[0].form == "schuman"


def test_the_same_rows_give_the_same_bytes_in_any_order(model: GraphoneModel) -> None:
    learn, _ = keep_aside(ROWS[::-1], 40)
    assert pack_model(train(learn[::-1], SHAPES)) == pack_model(model)


def test_what_was_stored_is_read_back(model: GraphoneModel) -> None:
    again = unpack_model(pack_model(model))
    assert again.graphones == tuple(model.graphones)
    assert transcribe("schubert", again, beam=8) == transcribe("schubert", model, beam=8)


def test_rows_kept_aside_are_not_learnt_from() -> None:
    learn, kept = keep_aside(ROWS, 40)
    assert len(kept) == 40
    assert not set(learn) & set(kept)


def test_a_letter_nobody_met_is_not_guessed(model: GraphoneModel) -> None:
    assert transcribe("ŋan", model, beam=8) == []
    assert transcribe("", model, beam=8) == []


def test_a_form_that_people_bear_beats_one_as_likely(model: GraphoneModel) -> None:
    best = transcribe("schuma", model, beam=8)
    assert best[0].form == "шума"
    unborne = [found.cost for found in best if not found.is_known]
    assert all(best[0].cost <= cost for cost in unborne)


@pytest.mark.parametrize("least", [(0, 0, 0, 0), (0, 0, 2, 3)])
def test_what_may_follow_a_context_has_the_probability_one(least: tuple[int, ...]) -> None:
    words = [[1, 2, 3], [1, 2, 2], [3, 1, 2], [2, 2, 1], [1, 2, 3, 1], [3, 3]]
    automaton = build_kneser_ney(words, symbols=4, order=3, least=least)
    for state in range(len(automaton.starts) - 1):
        total = sum(math.exp(-automaton.step(state, symbol)[1]) for symbol in range(4))
        assert total == pytest.approx(1, abs=0.08)  # costs are stored in steps of 1/16
