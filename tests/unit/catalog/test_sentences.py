"""When a paragraph is split, joined or moved about, the translations follow their sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.conservation import lost_translations
from l10n.catalog.merge import merge
from l10n.catalog.sentences import MISSING, sentences

ENGLISH = (
    "The rocket left this morning.",
    "Nobody on board was ill.",
    "The landing is at 2.15 pm on Friday.",
)
DUTCH = (
    "De raket is vanmorgen vertrokken.",
    "Aan boord was niemand ziek.",
    "De landing is vrijdag om 14.15 uur.",
)


def joined(texts: tuple[str, ...], *places: int) -> str:
    return " ".join(texts[place] for place in places)


def known(*places: int) -> Message:
    return Message(msgid=joined(ENGLISH, *places), msgstr=(joined(DUTCH, *places),))


def updated(old: list[Message], *sources: str) -> list[Message]:
    messages = merge(old, [Message(msgid=source) for source in sources], ("en", "nl")).messages
    assert lost_translations(old, messages) == ()
    return [message for message in messages if not message.obsolete]


def test_a_split_paragraph_leaves_each_part_its_translation() -> None:
    old = known(0, 1, 2)
    parts = updated([old], joined(ENGLISH, 0), joined(ENGLISH, 1, 2))
    assert [part.msgstr for part in parts] == [(DUTCH[0],), (joined(DUTCH, 1, 2),)]
    assert all(part.fuzzy and part.previous == Previous(msgid=old.msgid) for part in parts)


def test_joined_paragraphs_join_their_translations() -> None:
    (whole,) = updated([known(0), known(1, 2)], joined(ENGLISH, 0, 1, 2))
    assert whole.msgstr == (joined(DUTCH, 0, 1, 2),)
    assert whole.fuzzy


def test_sentences_in_another_order_take_their_translations_along() -> None:
    (moved,) = updated([known(0, 1, 2)], joined(ENGLISH, 2, 0, 1))
    assert moved.msgstr == (joined(DUTCH, 2, 0, 1),)


def test_a_sentence_nobody_has_translated_is_marked() -> None:

    (draft,) = updated([known(0), known(1)], f"{ENGLISH[0]} {ENGLISH[1]} Yes.")
    assert draft.msgstr == (f"{DUTCH[0]} {DUTCH[1]} {MISSING}",)


def test_a_changed_word_keeps_the_old_translation_whole() -> None:
    (changed,) = updated([known(0, 1, 2)], joined(ENGLISH, 0, 1, 2).replace("ill", "sick"))
    assert changed.msgstr == (joined(DUTCH, 0, 1, 2),)
    assert changed.fuzzy


def test_the_old_paragraph_comes_back_as_it_was() -> None:
    old = known(0, 1, 2)
    split = merge(
        [old], [Message(msgid=ENGLISH[0]), Message(msgid=joined(ENGLISH, 1, 2))], ("en", "nl")
    ).messages
    (back,) = updated(list(split), old.msgid)
    assert (back.msgstr, back.fuzzy) == (old.msgstr, False)


def test_fuzzy_translations_teach_nothing() -> None:
    unsure = Message(msgid=joined(ENGLISH, 0, 1), msgstr=(joined(DUTCH, 0, 1),), flags=("fuzzy",))
    found = updated([unsure], "Something else entirely, and long enough. " + ENGLISH[1])
    assert found[0].msgstr in (("",), (joined(DUTCH, 0, 1),))


def test_a_language_without_rules_has_no_sentences() -> None:
    assert sentences("One. Two.", "xx") == ("One. Two.",)


@pytest.mark.parametrize("language", ["en", "nl", "ru", "xx"])
class TestSentencesAreTheText:
    """Law: the sentences of a text, joined, are the text."""

    @given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
    def test_sentences_are_the_text(self, language: str, text: str) -> None:
        assert "".join(sentences(text, language)) == text
