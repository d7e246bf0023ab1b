"""What changed for a translator."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.differences import Kind, differences, word_difference

HEADER = Message(msgid="", msgstr=("Language: nl\n",))
ONE = Message(msgid="Three went.", msgstr=("Drie gingen.",), line=5)
TWO = Message(msgid="Two stayed.", msgstr=("Twee bleven.",), line=9)


def kinds(old: list[Message], new: list[Message]) -> list[tuple[Kind, str, str]]:
    return [(found.kind, found.before, found.after) for found in differences(old, new)]


def test_nothing_changes_by_moving_or_by_a_new_header() -> None:
    assert kinds([HEADER, ONE, TWO], [replace(HEADER, msgstr=("x",)), TWO, ONE]) == []


def test_a_changed_source_is_told_with_what_it_was() -> None:
    changed = Message(
        msgid="Four went.", msgstr=("Drie gingen.",), flags=("fuzzy",), previous=Previous(msgid="Three went.")
    )
    assert kinds([ONE, TWO], [changed, TWO]) == [(Kind.CHANGED, "Three went.", "Four went.")]


def test_new_gone_and_translated_anew() -> None:
    new = Message(msgid="One came.")
    assert kinds([ONE, TWO], [replace(ONE, msgstr=("Drie vertrokken.",)), new]) == [
        (Kind.RETRANSLATED, "Drie gingen.", "Drie vertrokken."),
        (Kind.NEW, "", "One came."),
        (Kind.GONE, "Two stayed.", ""),
    ]


def test_obsolete_messages_are_gone() -> None:
    assert kinds([ONE], [replace(ONE, obsolete=True)]) == [(Kind.GONE, "Three went.", "")]


def test_only_the_words_that_changed_are_pieces() -> None:
    pieces = word_difference("three Americans went", "four Americans went")
    assert [(piece.text, piece.removed, piece.added) for piece in pieces] == [
        ("three", True, False),
        ("four", False, True),
        (" Americans went", False, False),
    ]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


class TestPiecesAreBothTexts:
    """Law: the pieces that are not removed are the text after, those that are not added the text before."""

    @given(before=TEXTS, after=TEXTS)
    def test_pieces_are_both_texts(self, before: str, after: str) -> None:
        pieces = word_difference(before, after)
        assert "".join(piece.text for piece in pieces if not piece.removed) == after
        assert "".join(piece.text for piece in pieces if not piece.added) == before


def test_texts_of_thousands_of_signs_are_compared_from_their_ends() -> None:
    before, after = f"One {'!' * 5_000} two", f"One {'?' * 10}{'!' * 5_000} two"
    pieces = word_difference(before, after)
    assert "".join(piece.text for piece in pieces if not piece.removed) == after
    assert "".join(piece.text for piece in pieces if not piece.added) == before
    assert [(piece.removed, piece.added) for piece in pieces] == [
        (False, False),
        (False, True),
        (False, False),
    ]
    assert pieces[1].text == "?" * 10
