"""Merging: what becomes of a translation when its source changes, goes, or comes back."""

from dataclasses import replace

import pytest

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.conservation import lost_translations, removal_is_suspicious
from l10n.catalog.merge import MergeReport, merge

HEADER = Message(msgid="", msgstr=("Language: nl\nX-Unknown: kept\n",), translator_comments=("licence",))
LAUNCH = "Russian actress and director set for launch to the space station"
LAUNCHED = "Russian actress and director launched to the space station"


def done(msgid: str, msgstr: str = "vertaling", **more: object) -> Message:
    return replace(Message(msgid=msgid, msgstr=(msgstr,)), **more)  # type: ignore[arg-type]


def new(*msgids: str) -> list[Message]:
    return [Message(msgid=msgid) for msgid in msgids]


def test_an_exact_match_keeps_everything_but_comments_and_references_of_the_template() -> None:
    old = done(
        "a",
        flags=("fuzzy", "no-wrap"),
        translator_comments=("mine",),
        extracted_comments=("old place",),
        references=("old.txt",),
        previous=Previous(msgid="was"),
    )
    template = Message(msgid="a", extracted_comments=("place",), references=("source/a.txt",))
    merged = merge([HEADER, old], [Message(msgid="", msgstr=("other",)), template])
    assert merged.messages == (
        HEADER,
        replace(old, extracted_comments=("place",), references=("source/a.txt",)),
    )
    assert merged.report == MergeReport(unchanged=1)


def test_live_messages_follow_the_template_and_obsolete_ones_keep_their_order() -> None:
    old = [done("x", obsolete=True), done("b", "B"), done("a", "A"), done("qqqq", "Q"), HEADER]
    merged = merge(old, new("a", "1234567", "b"))
    assert [message.msgid for message in merged.messages] == ["", "a", "1234567", "b", "x", "qqqq"]
    assert merged.report == MergeReport(added=1, unchanged=2, obsoleted=1)


def test_a_changed_source_makes_the_translation_fuzzy_and_says_what_it_was_made_from() -> None:
    old = done(LAUNCH, msgctxt="title", translator_comments=("mine",))
    template = Message(msgid=LAUNCHED, references=("source/a.txt",))
    merged = merge([old], [template])
    assert merged.messages == (
        replace(
            template,
            msgstr=("vertaling",),
            flags=("fuzzy",),
            previous=Previous(msgid=LAUNCH, msgctxt="title"),
            translator_comments=("mine",),
        ),
    )
    assert merged.report == MergeReport(changed=1)


def test_each_old_message_is_proposed_once_and_for_the_most_similar_text() -> None:
    merged = merge([done(LAUNCH)], new(LAUNCHED + " today", LAUNCHED))
    assert [message.msgstr[0] for message in merged.messages] == ["", "vertaling"]


def test_a_text_that_is_too_different_is_no_source() -> None:
    merged = merge([done("Something else entirely")], new(LAUNCH))
    assert merged.messages == (Message(msgid=LAUNCH), done("Something else entirely", obsolete=True))


def test_a_second_change_keeps_the_source_the_translation_was_made_from() -> None:
    once = merge([done(LAUNCH)], new(LAUNCHED)).messages
    twice = merge(once, new(LAUNCHED + " yesterday")).messages
    assert twice[0].previous == Previous(msgid=LAUNCH)


def test_a_proposal_nobody_confirmed_gets_no_previous() -> None:
    (message,) = merge([done(LAUNCH, flags=("fuzzy",))], new(LAUNCHED)).messages
    assert message.fuzzy
    assert message.previous is None


@pytest.mark.parametrize("between", [LAUNCHED, "Entirely different words here"])
def test_a_source_that_returns_brings_its_translation_back_as_it_was(between: str) -> None:
    for flags in ((), ("fuzzy",), ("no-wrap",)):
        old = done(LAUNCH, flags=flags)
        merged = merge(merge([old], new(between)).messages, new(LAUNCH))
        live = [message for message in merged.messages if not message.obsolete]
        assert live == [old]


def test_a_source_that_returns_after_two_changes_is_confirmed_again() -> None:
    messages = merge([done(LAUNCH)], new(LAUNCHED)).messages
    messages = merge(messages, new(LAUNCHED + " again")).messages
    assert merge(messages, new(LAUNCH)).messages == (done(LAUNCH),)


def test_the_report_tells_what_came_back_from_what_changed() -> None:
    changed = merge([done(LAUNCH)], new(LAUNCHED))
    assert changed.report == MergeReport(changed=1)
    assert merge(changed.messages, new(LAUNCH)).report == MergeReport(revived=1)
    assert MergeReport() == MergeReport(
        added=0, changed=0, retouched=0, obsoleted=0, revived=0, unchanged=0, dropped=0
    )


def test_what_is_obsolete_in_the_template_is_live_where_it_is_merged() -> None:
    template = [Message(msgid="a", obsolete=True), Message(msgid="b")]
    assert merge([], template).messages == tuple(new("a", "b"))


def test_an_obsolete_message_is_revived_by_its_source_and_proposed_for_a_similar_one() -> None:
    merged = merge([done("a", obsolete=True)], new("a"))
    assert merged.messages == (done("a"),)
    assert merged.report == MergeReport(revived=1)
    (message,) = merge([done(LAUNCH, obsolete=True)], new(LAUNCHED)).messages
    assert (message.msgstr, message.fuzzy) == (("vertaling",), True)


def test_a_removed_message_is_preferred_to_an_obsolete_one() -> None:
    old = [done(LAUNCHED + "!", "obsolete", obsolete=True), done(LAUNCH, "removed")]
    assert merge(old, new(LAUNCHED)).messages[0].msgstr == ("removed",)


def test_an_untranslated_message_leaves_unless_somebody_commented_it() -> None:
    commented = Message(msgid="bbbb", translator_comments=("what is this?",))
    merged = merge([Message(msgid="aaaa"), commented], new("zzzz"))
    assert merged.messages == (Message(msgid="zzzz"), replace(commented, obsolete=True))
    assert merged.report == MergeReport(added=1, obsoleted=1, dropped=1)


def test_a_new_context_keeps_the_translation_fuzzy() -> None:
    (message,) = merge([done("a")], [Message(msgid="a", msgctxt="title")]).messages
    assert (message.msgstr, message.fuzzy, message.previous) == (("vertaling",), True, Previous(msgid="a"))


def test_a_singular_that_becomes_a_plural_keeps_its_translation() -> None:
    (message,) = merge([done("a")], [Message(msgid="a", msgid_plural="b", msgstr=("", ""))]).messages
    assert message.msgstr == ("vertaling", "")
    assert (message.fuzzy, message.previous) == (True, Previous(msgid="a"))


def test_a_plural_that_becomes_a_singular_keeps_every_form_and_gives_them_back() -> None:
    old = Message(
        msgid="a", msgid_plural="b", msgstr=("één", "twee\n\\n", "drie"), translator_comments=("x",)
    )
    singular = merge([old], new("a")).messages
    assert singular[0].msgstr == ("één",)
    assert lost_translations([old], singular) == ()
    (plural,) = merge(singular, [Message(msgid="a", msgid_plural="b", msgstr=("", "", ""))]).messages
    assert plural.msgstr == old.msgstr
    assert plural.translator_comments == ("x",)


def test_a_changed_plural_source_makes_the_translation_fuzzy() -> None:
    old = Message(msgid="a", msgid_plural="b", msgstr=("x", "y"))
    (message,) = merge([old], [replace(old, msgid_plural="c", msgstr=("", ""))]).messages
    assert message.msgstr == ("x", "y")
    assert message.previous == Previous(msgid="a", msgid_plural="b")


def test_lost_translations_are_named_and_counted_by_text() -> None:
    old = [HEADER, done("a", "Ja"), done("b", "Ja"), done("c", "")]
    assert lost_translations(old, [done("z", "Ja")]) == (old[2],)
    assert lost_translations(old, []) == (old[1], old[2])
    assert lost_translations(old, [done("b", "Ja", obsolete=True), done("a", "Ja")]) == ()


def test_the_loss_of_most_translations_is_suspicious() -> None:
    old = [HEADER, *(done(letter * 9, letter) for letter in "abcdef")]
    after = merge(old, new("a" * 9, "b" * 9, "zzz")).messages
    assert removal_is_suspicious(old, after)
    half = merge(old, new("a" * 9, "b" * 9, "c" * 9)).messages
    assert not removal_is_suspicious(old, half)


def test_an_empty_template_is_suspicious_as_soon_as_there_is_one_translation() -> None:
    assert removal_is_suspicious([done("a")], merge([done("a")], []).messages)
    assert not removal_is_suspicious([Message(msgid="a")], [])
    assert not removal_is_suspicious([done("a"), done("b")], merge([done("a"), done("b")], new("z")).messages)


def test_a_changed_text_is_found_among_thousands() -> None:
    old = [
        done(f"Paragraph number {n} says that rocket {n * 7} flew {n * 13} times.", str(n))
        for n in range(3000)
    ]
    wanted = [message.msgid.replace("flew", "was flown") for message in old[:300]]
    merged = merge(old, [*new(*wanted), *(Message(msgid=message.msgid) for message in old[300:])])
    assert [message.msgstr[0] for message in merged.messages[:300]] == [str(n) for n in range(300)]


def test_a_text_that_comes_back_beside_the_one_its_translation_was_proposed_for_is_confirmed() -> None:
    once = merge([done(LAUNCH)], new(LAUNCHED)).messages
    both = {message.msgid: message for message in merge(once, new(LAUNCHED, LAUNCH)).messages}
    assert both[LAUNCHED] == once[0]
    assert both[LAUNCH] == done(LAUNCH)


def test_a_retouched_source_notes_the_text_the_translation_was_made_from() -> None:
    once = merge([done("The “crew”")], new('The "crew"')).messages
    assert once == (done('The "crew"', previous=Previous(msgid="The “crew”")),)
    assert merge(once, new("The “crew”")).messages == (done("The “crew”"),)
    assert merge([done("A  b")], new("A b")).report == MergeReport(retouched=1)


def test_numbers_dashes_and_letters_in_another_style_are_no_retouching() -> None:
    for before, after in (("x² meters", "x2 meters"), ("at −5 degrees", "at -5 degrees"), ("1 000", "1000")):
        assert merge([done(before)], new(after)).messages[0].fuzzy
