"""What counts as lost, and when a loss is asked about: the limits of the rules."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.conservation import (
    lost_remarks,
    lost_translations,
    removal_is_suspicious,
    shortened,
    vanished,
)

Looks = Callable[..., tuple[Message, ...]]

HEADER = Message(msgid="", msgstr=("Language: nl\n",), translator_comments=("licence",))


def done(name: str, **more: object) -> Message:
    return replace(Message(msgid=f"source {name}", msgstr=(f"vertaling {name}",)), **more)  # type: ignore[arg-type]


def some(names: str) -> list[Message]:
    return [done(name) for name in names]


def emptied(messages: list[Message]) -> list[Message]:
    return [replace(message, msgstr=("",)) for message in messages]


def test_every_form_counts_and_the_text_of_a_header_keeps_nothing() -> None:
    plural = Message(msgid="a", msgid_plural="b", msgstr=("x", "y", "z"))
    for forms in (("x",), ("x", "y"), ()):
        assert lost_translations([plural], [replace(plural, msgstr=forms)]) == (plural,)
    assert lost_translations([done("a")], [replace(HEADER, msgstr=("vertaling a",))]) == (done("a"),)


class TestSuspicion:
    @pytest.mark.parametrize(
        ("before", "after", "asked"),
        [
            ("abcd", "a", True),
            ("abcd", "ab", False),
            ("abc", "a", False),
            ("abc", "", True),
            ("abcde", "ab", True),
        ],
    )
    def test_more_than_half_of_at_least_four_is_asked_about(
        self, before: str, after: str, *, asked: bool
    ) -> None:
        assert removal_is_suspicious([HEADER, *some(before)], [HEADER, *some(after)]) is asked

    def test_a_text_whose_sentences_live_on_has_not_left_but_the_others_have(self) -> None:
        divided = Message(msgid="source", msgstr=("vertaling",), previous=Previous(msgid="source a"))
        assert not removal_is_suspicious(some("abcd"), [divided, *some("b")])
        assert removal_is_suspicious(some("abcd"), [divided])


class TestRemarks:
    def test_comments_flags_and_headers_are_remarks_that_can_be_lost(self) -> None:
        noted = done("a", translator_comments=("why?", ""), flags=("fuzzy", "no-wrap"))
        lost = lost_remarks([HEADER, noted], [replace(HEADER, msgstr=("other",)), done("a")])
        assert lost == ("the header 'Language: nl\\n'", "why?", "the flag no-wrap")
        assert lost_remarks([HEADER, noted], [HEADER, noted]) == ()

    def test_the_flags_of_a_message_without_work_are_no_remark(self) -> None:
        assert lost_remarks([Message(msgid="a", flags=("no-wrap",))], []) == ()

    def test_a_form_that_was_kept_in_a_comment_may_be_a_form_again(self) -> None:
        kept = done("a", translator_comments=("msgstr[1]: y",))
        assert lost_remarks([kept], [replace(kept, translator_comments=(), msgstr=("x", "y"))]) == ()
        assert lost_remarks([kept], [done("a")]) == ("msgstr[1]: y",)


class TestAnEarlierState:
    def test_a_message_is_lost_when_neither_its_source_nor_its_text_is_there(self) -> None:
        first, second = some("ab")
        assert vanished([HEADER, first, second], [HEADER, second]) == (first,)
        assert vanished([first], [replace(first, msgid="other")]) == ()
        assert vanished([first], [replace(first, msgstr=("anders",))]) == ()
        assert vanished([first], [Message(msgid="other", previous=Previous(msgid=first.msgid))]) == ()

    def test_what_was_never_translated_and_the_header_cannot_be_lost(self) -> None:
        assert vanished([HEADER, Message(msgid="a")], some("b")) == ()

    def test_all_obsolete_ones_may_go_but_not_some_of_them(self) -> None:
        gone, other = done("a", obsolete=True), done("b", obsolete=True)
        assert vanished([gone, done("c")], some("c")) == ()
        assert vanished([gone, other], [other]) == (gone,)

    @pytest.mark.parametrize(
        ("before", "number", "lost"),
        [("abcd", 3, 3), ("abcd", 2, 0), ("abc", 3, 0), ("abcde", 3, 3), ("abcde", 2, 0)],
    )
    def test_emptied_ones_are_lost_when_they_are_more_than_half_of_at_least_four(
        self, before: str, number: int, lost: int
    ) -> None:
        known = [HEADER, Message(msgid="never"), *some(before)]
        now = [HEADER, Message(msgid="never"), *emptied(some(before[:number])), *some(before[number:])]
        assert vanished(known, now) == tuple(some(before)[:lost])

    def test_what_somebody_wrote_anew_is_not_lost(self) -> None:
        assert (
            vanished(some("abcd"), [replace(message, msgstr=("anders",)) for message in some("abcd")]) == ()
        )

    def test_an_emptied_one_whose_text_stands_elsewhere_is_not_lost(self) -> None:
        moved = [replace(message, msgctxt="new") for message in some("ab")]
        now = [*emptied(some("abcd")), *moved]
        assert vanished(some("abcd"), now) == ()

    def test_a_shorter_translation_in_a_file_cut_off_is_a_loss(self) -> None:
        first, second = some("ab")
        cut = replace(second, msgstr=("vert",))
        assert shortened([HEADER, first, second], [HEADER, first, cut]) == (second,)
        assert shortened([first, replace(second, obsolete=True)], [first]) == ()
        assert shortened([first], [first]) == ()


class TestAnAbandonedEdit:
    """The guess at a text that the source no longer holds is no translation; all else is."""

    GUESS = done("changed", flags=("fuzzy",), msgstr=("geraden",), previous=Previous(msgid="source a"))
    KEYS = frozenset({(None, "source a")})

    @pytest.mark.parametrize("lost_from", [vanished, shortened])
    def test_a_guess_whose_translation_stands_where_it_stood_is_not_lost(self, lost_from: Looks) -> None:
        assert lost_from([done("a"), self.GUESS], some("a"), self.KEYS) == ()
        assert lost_from([done("a"), replace(self.GUESS, previous=None)], some("a"), self.KEYS) == ()

    @pytest.mark.parametrize("lost_from", [vanished, shortened])
    @pytest.mark.parametrize(
        ("changes", "wanted", "now"),
        [
            (
                {},
                frozenset({(None, "source a"), (None, "source changed")}),
                some("a"),
            ),  # its text is still there
            ({"flags": ()}, KEYS, some("a")),  # somebody has confirmed it
            ({}, KEYS, some("b")),  # what it was made from is gone, too
            ({}, KEYS, emptied(some("a"))),
            ({}, None, some("a")),  # what the source holds is not known
        ],
    )
    def test_anything_else_is(
        self,
        lost_from: Looks,
        changes: dict[str, Any],
        wanted: frozenset[tuple[str | None, str]] | None,
        now: list[Message],
    ) -> None:
        guess = replace(self.GUESS, **changes)
        assert lost_from([guess], now, wanted) == (guess,)

    def test_what_was_obsolete_before_is_of_no_edit(self) -> None:
        guess, other = replace(self.GUESS, obsolete=True), done("b", obsolete=True)
        assert vanished([guess, other], [other, *some("a")], self.KEYS) == (guess,)
