"""Repairs, their replay, and two lists that become one."""

import time

import pytest

from l10n.repair import Repair, repair, replay
from l10n.repair.changes import compose
from l10n.repair.code_spans import code_spans, free_spans


def _change(start: int, before: str, after: str, rule: str = "r") -> Repair:
    return Repair(start=start, before=before, after=after, rule=rule)


def test_end_is_just_behind_the_damage() -> None:
    assert _change(3, "cant", "can’t").end == 7


def test_replay_takes_the_repairs_in_any_order() -> None:
    assert replay("abc", [_change(2, "c", "z"), _change(0, "a", "xy")]) == "xybz"


def test_replay_refuses_a_repair_whose_text_is_not_there() -> None:
    with pytest.raises(ValueError, match="stands no 'x'"):
        replay("abc", [_change(0, "x", "y")])


def test_replay_refuses_repairs_that_overlap() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        replay("abc", [_change(0, "ab", "y"), _change(1, "bc", "z")])


def test_replay_refuses_an_offset_outside_the_text() -> None:
    with pytest.raises(ValueError, match="stands no"):
        replay("abc", [_change(9, "c", "y")])


def test_composed_repairs_of_the_same_place_become_one_under_the_last_rule() -> None:
    first, second = [_change(1, "bb", "c", "one")], [_change(0, "ac", "z", "two")]
    assert compose("abbd", first, second) == (_change(0, "abb", "z", "two"),)


def test_composed_repairs_of_different_places_stay_apart() -> None:
    first, second = [_change(0, "aa", "b", "one")], [_change(2, "c", "d", "two")]
    assert compose("aaxc", first, second) == (_change(0, "aa", "b", "one"), _change(3, "c", "d", "two"))


def test_composed_repairs_that_give_back_the_text_are_dropped() -> None:
    assert compose("a", [_change(0, "a", "b")], [_change(0, "b", "a")]) == ()


def test_code_spans_cover_code_and_addresses() -> None:
    text = "a `b` c ``d ` e`` http://x.y/z (f.css) g@h.nl ` i"
    covered = [text[start:end] for start, end in code_spans(text)]
    assert covered == ["`b`", "``d ` e``", "http://x.y/z", "f.css", "g@h.nl"]


def test_backtick_without_an_end_in_its_paragraph_is_no_code() -> None:
    assert repair("A ` isnt\n\nisnt ` closed").text == "A ` isn’t\n\nisn’t ` closed"


def test_free_spans_are_what_the_code_leaves() -> None:
    assert list(free_spans(10, [(2, 4), (6, 10)])) == [(0, 2), (4, 6)]


@pytest.mark.parametrize(
    "unit",
    ["โ€", "โ", "Ã©", "Ãƒ", "â€", "РџСЂ", "Рё ", "Ïð ", "п÷я─", "`", "``a`", "<code>", "<a ", "dont ", "its a ",
     "@", "a.", "http://", "\n", "    \n", " ", "ð", "ΓÇ", "[", "'", "Å“", "\x80", "A", "(“"],
)  # fmt: skip
def test_hostile_text_takes_time_in_proportion(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    begin = time.process_time()
    repair(text)
    assert time.process_time() - begin < 10
