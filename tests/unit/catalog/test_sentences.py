"""When a paragraph is split, joined or moved about, the translations follow their sentences."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.conservation import lost_translations
from l10n.catalog.merge import MergeReport, merge
from l10n.catalog.sentences import DRAFTED, MISSING, sentences

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


def test_a_draft_is_counted_as_a_change_and_says_what_it_is() -> None:
    merged = merge([known(0, 1)], [Message(msgid=ENGLISH[0])], ("en", "nl"))
    assert merged.report == MergeReport(changed=1, obsoleted=1)
    assert DRAFTED in merged.messages[0].translator_comments


def test_texts_without_a_draft_stop_no_others() -> None:
    retouched = Message(msgid="The “Soyuz” is small.", msgstr=("De Sojoez is klein.",))
    sources = ("Entirely different words here.", 'The "Soyuz" is small.', ENGLISH[0], joined(ENGLISH, 1, 2))
    found = updated([retouched, known(0, 1, 2)], *sources)
    assert [message.msgstr for message in found] == [
        ("",), retouched.msgstr, (DUTCH[0],), (joined(DUTCH, 1, 2),)
    ]  # fmt: skip
    assert found[1] == Message(
        msgid=sources[1], msgstr=retouched.msgstr, previous=Previous(msgid=retouched.msgid)
    )


def test_what_was_confirmed_for_a_text_beats_the_draft() -> None:
    confirmed = Message(msgid="Other words.", msgstr=("Zelf vertaald.",), previous=Previous(msgid=ENGLISH[0]))
    (back,) = updated([replace(confirmed, flags=("fuzzy",)), known(0, 1)], ENGLISH[0])
    assert back == Message(msgid=ENGLISH[0], msgstr=("Zelf vertaald.",))


def test_the_same_text_in_another_context_is_no_draft() -> None:
    (moved,) = updated([replace(known(0), msgctxt="title")], ENGLISH[0])
    assert moved.msgstr == (DUTCH[0],)
    assert moved.translator_comments == ()
    assert moved.previous == Previous(msgid=ENGLISH[0], msgctxt="title")


def test_sentences_of_what_stays_make_no_draft() -> None:
    gone = Message(msgid="Something else entirely, and long.", msgstr=("Iets heel anders, en lang.",))
    found = updated([known(0), known(1), gone], ENGLISH[0], ENGLISH[1], joined(ENGLISH, 0, 1))
    assert DRAFTED not in found[2].translator_comments


def test_a_plural_gets_no_draft() -> None:
    plural = Message(msgid=ENGLISH[0], msgid_plural="The rockets left.", msgstr=("", ""))
    message = merge([known(0, 1)], [plural], ("en", "nl")).messages[0]
    assert DRAFTED not in message.translator_comments


def test_a_text_half_known_from_one_keeps_its_translation_and_from_several_becomes_a_draft() -> None:
    new = "Everybody is well and happy there."
    (one,) = updated([known(0, 1, 2)], f"{ENGLISH[0]} {new} {ENGLISH[2]}")
    assert one.msgstr == (joined(DUTCH, 0, 1, 2),)
    (several,) = updated([known(0, 1), known(2)], f"{ENGLISH[0]} {new} {ENGLISH[2]}")
    assert several.msgstr == (f"{DUTCH[0]} {MISSING} {DUTCH[2]}",)


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
