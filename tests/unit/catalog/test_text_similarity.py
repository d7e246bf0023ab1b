"""Which old text a new text is like."""

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.merge import merge
from l10n.catalog.sentences import DRAFTED
from l10n.catalog.text_similarity import best_pairs

WORDS = [f"word{number}" for number in range(40)]


def texts(count: int) -> list[str]:
    """Return texts of eight words of which no two are alike."""
    return [
        " ".join(WORDS[(number * step + step * step) % 40] + str(number) for step in range(1, 9))
        for number in range(count)
    ]


def test_in_many_texts_each_changed_one_finds_its_own() -> None:
    old = texts(400)
    new = [text.replace(" ", " new ", 1) for text in old]
    assert sorted((pair.new, pair.old) for pair in best_pairs(new, old)) == [
        (place, place) for place in range(400)
    ]


def test_a_text_that_stays_lends_itself_to_any_number_but_one_that_is_free_goes_first() -> None:
    stays, gone = "The rocket left the station this morning", "The rocket left the station this evening"
    new = ["The rocket left the station this noon", "The rocket left the station that morning"]
    found = best_pairs(new, [], [stays])
    assert [(pair.new, pair.old) for pair in sorted(found, key=lambda pair: pair.new)] == [(0, 0), (1, 0)]
    assert [pair.old for pair in best_pairs(new[:1], [gone], [stays])] == [0]


def test_a_variant_of_a_message_that_stays_is_proposed_its_translation_without_its_comments() -> None:
    old = Message(msgid="The crew is on board now.", msgstr=("Aan boord.",), translator_comments=("mine",))
    variant = "The crew is on board by now."
    merged = merge([old], [Message(msgid=old.msgid), Message(msgid=variant)]).messages
    assert merged == (
        old,
        Message(msgid=variant, msgstr=("Aan boord.",), flags=("fuzzy",), previous=Previous(msgid=old.msgid)),
    )


def test_a_variant_of_a_draft_is_a_draft_and_is_never_confirmed() -> None:
    """A history once confirmed one: its text had been put together for another source, and nobody had seen it."""
    whole = "The rocket left the station. Nobody on board was ill."
    draft = Message(
        msgid="The rocket left the station. The film is ready now.",
        msgstr=("De raket vertrok. […]",),
        flags=("fuzzy",),
        previous=Previous(msgid=whole),
        translator_comments=(DRAFTED,),
    )
    variant = "The rocket left the station. The film is nearly ready now."
    once = merge([draft], [Message(msgid=draft.msgid), Message(msgid=variant)]).messages
    assert [message.msgstr for message in once] == [draft.msgstr, draft.msgstr]
    assert all(
        message.fuzzy for message in merge(once, [Message(msgid=whole)]).messages if any(message.msgstr)
    )
