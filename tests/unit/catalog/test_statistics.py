"""Counting messages and words."""

import pytest

from l10n.catalog.catalog import Catalog, Message
from l10n.catalog.statistics import count, count_words


def of(*messages: Message) -> Catalog:
    return Catalog(locale="nl", domain="x", messages=messages)


def test_messages_and_words_are_counted_by_state() -> None:
    found = count(
        of(
            Message(msgid="", msgstr=("Language: nl\n",)),
            Message(msgid="three little words", msgstr=("x",)),
            Message(msgid="two words", msgstr=("x",), flags=("fuzzy",)),
            Message(msgid="one", msgstr=("",), flags=("fuzzy",)),
            Message(msgid="half", msgid_plural="halves", msgstr=("x", "")),
            Message(msgid="gone", msgstr=("x",), obsolete=True),
        )
    )
    assert (found.translated, found.fuzzy, found.untranslated, found.obsolete) == (1, 1, 2, 1)
    assert (found.words_total, found.words_translated, found.words_fuzzy) == (7, 3, 2)
    assert found.total == 4
    assert found.percent == 25


def test_a_catalog_is_at_100_percent_only_when_nothing_is_missing() -> None:
    done = [Message(msgid=str(n), msgstr=("x",)) for n in range(999)]
    assert count(of(*done, Message(msgid="last"))).percent == 99
    assert count(of(*done)).percent == 100
    assert count(of()).percent == 100


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("— …", 0), ("it's well-known", 2), ("«Союз МС-19» — 2021", 3)]
)
def test_a_word_holds_a_letter_or_a_digit(text: str, words: int) -> None:
    assert count_words(text) == words
