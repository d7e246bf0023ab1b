"""What other catalogs say to a new text: confirmed only for the very same text, and only if they agree."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.borrowing import borrowed, lent, words_key
from l10n.catalog.catalog import Message, Previous
from l10n.catalog.sentences import DRAFTED

LANGUAGES = ("en", "nl")
TEXT = "The rocket left this morning."
NEW = Message(msgid=TEXT)
DONE = Message(msgid=TEXT, msgstr=("De raket vertrok.",), translator_comments=("seen by Els",))


def borrow(*pool: Message, wanted: Message = NEW, own: Message | None = None) -> tuple[Message, ...]:
    proposed = {wanted.key: own} if own else {}
    return borrowed([wanted], proposed, [one for message in pool for one in lent([message])], LANGUAGES)


def test_the_same_text_comes_over_confirmed_with_what_translators_said() -> None:
    assert borrow(DONE) == (DONE,)
    assert borrow(replace(DONE, obsolete=True, references=("source/a.txt",))) == (DONE,)


def test_what_is_not_confirmed_stays_a_guess() -> None:
    (found,) = borrow(replace(DONE, flags=("fuzzy",)))
    assert (found.msgstr, found.fuzzy) == (DONE.msgstr, True)


def test_what_was_confirmed_for_the_text_is_found_where_another_text_has_taken_it() -> None:
    taken = replace(DONE, msgid="The rocket left at noon.", flags=("fuzzy",), previous=Previous(msgid=TEXT))
    assert borrow(taken) == (DONE,)
    assert borrow(taken, wanted=Message(msgid=taken.msgid)) == ()  # a guess of an update goes no further
    assert borrow(replace(taken, translator_comments=(DRAFTED,))) == ()


@pytest.mark.parametrize("text", ["The rocket left this\nmorning.", "The rocket left *this* morning."])
def test_only_wraps_are_no_difference(text: str) -> None:
    (found,) = borrow(DONE, wanted=Message(msgid=text))
    assert found.fuzzy is ("*" in text)
    assert found.msgstr == DONE.msgstr


def test_catalogs_that_disagree_make_a_guess() -> None:
    (found,) = borrow(DONE, replace(DONE, msgstr=("De raket ging weg.",)))
    assert (found.fuzzy, found.previous) == (True, Previous(msgid=TEXT))


def test_another_context_makes_a_guess() -> None:
    (found,) = borrow(DONE, wanted=replace(NEW, msgctxt="title"))
    assert (found.fuzzy, found.msgctxt) == (True, "title")
    (found,) = borrow(replace(DONE, msgctxt="title"), wanted=replace(NEW, msgctxt="title"))
    assert not found.fuzzy


def test_a_guess_of_the_own_catalog_gives_way_to_what_is_confirmed_only() -> None:
    own = replace(NEW, msgstr=("Iets anders.",), flags=("fuzzy",))
    assert borrow(DONE, own=own) == (DONE,)
    assert borrow(replace(DONE, flags=("fuzzy",)), own=own) == ()


def test_what_others_say_to_other_texts_is_not_taken() -> None:
    assert borrow(replace(DONE, msgid="The rocket left this evening.")) == ()
    assert borrow(replace(DONE, msgid_plural="rockets", msgstr=("a", "b"))) == ()
    assert borrow(replace(DONE, msgstr=("",))) == ()


@given(said=st.lists(st.sampled_from("abc"), min_size=1, max_size=4), order=st.randoms(use_true_random=False))
def test_the_order_of_the_pool_and_how_often_it_says_something_change_nothing(
    said: list[str], order: st.DrawFn
) -> None:
    pool = [replace(DONE, msgstr=(text,)) for text in said]
    other = [*pool, *pool]
    order.shuffle(other)  # type: ignore[attr-defined]
    assert borrow(*pool) == borrow(*other)


@given(text=st.text(min_size=1))
def test_texts_that_differ_in_wraps_have_one_key(text: str) -> None:
    assert words_key(text) == words_key(text)
    assert -(1 << 63) <= words_key(text) < 1 << 63
    assert words_key("a b\nc d") == words_key("a b c d") != words_key("a b d c")
