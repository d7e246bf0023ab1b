"""The laws of merging, under random edits of the source."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.catalog import Message
from l10n.catalog.conservation import lost_remarks, lost_translations
from l10n.catalog.merge import merge
from l10n.catalog.pofile import read, write

WORDS = st.sampled_from(
    ["Russian", "actress", "launch", "to", "the", "station", "a", "film", "crew", "Юлия", "Soyuz"]
)
SENTENCES = st.sampled_from(
    [
        "The rocket left this morning.",
        "Nobody on board was ill!",
        "“Is the crew there?” she asked.",
        "It took 2 hours.",
    ]
)
SOURCES = st.one_of(
    st.lists(WORDS, min_size=1, max_size=8).map(" ".join),
    st.lists(SENTENCES, min_size=1, max_size=4, unique=True).map(" ".join),
)
TRANSLATED = [
    "De raket vertrok vanmorgen.",
    "Niemand aan boord was ziek!",
    "“Is men er?” vroeg ze.",
    "Het duurde 2 uur.",
]
FORMS = st.one_of(
    st.sampled_from(["", "Ja", "vertaling", "twee\nregels", "\\n"]),
    st.lists(st.sampled_from(TRANSLATED), min_size=1, max_size=4).map(" ".join),
)
Languages = tuple[str, str] | None
each_way = pytest.mark.parametrize("languages", [None, ("en", "nl")], ids=["whole texts", "sentences"])
HEADER = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))


@st.composite
def old_messages(draw: st.DrawFn) -> tuple[Message, ...]:
    found = []
    for msgid in draw(st.lists(SOURCES, max_size=8, unique=True)):
        plural = draw(st.sampled_from([None, None, None, "many"]))
        found.append(
            Message(
                msgid=msgid,
                msgid_plural=plural,
                msgstr=tuple(draw(st.lists(FORMS, min_size=1, max_size=1 if plural is None else 3))),
                msgctxt=draw(st.sampled_from([None, None, "", "title"])),
                flags=draw(st.sampled_from([(), ("fuzzy",), ("no-wrap",)])),
                translator_comments=draw(st.sampled_from([(), ("mine",)])),
                obsolete=draw(st.booleans()),
            )
        )
    return (HEADER, *found)


@st.composite
def templates(draw: st.DrawFn) -> tuple[Message, ...]:
    keys = draw(st.lists(st.tuples(st.sampled_from([None, None, "title"]), SOURCES), max_size=8, unique=True))
    plurals = st.sampled_from([None, None, None, "many"])
    return tuple(Message(msgctxt=msgctxt, msgid=msgid, msgid_plural=draw(plurals)) for msgctxt, msgid in keys)


@each_way
class TestNoTranslationIsLost:
    """Law: every non-empty msgstr of the old catalog stands in the new one."""

    @given(old=old_messages(), sources=st.lists(templates(), min_size=1, max_size=4))
    def test_no_translation_is_lost(
        self, languages: Languages, old: tuple[Message, ...], sources: list[tuple[Message, ...]]
    ) -> None:
        messages = old
        for template in sources:
            after = merge(messages, template, languages).messages
            assert lost_translations(messages, after) == ()
            assert lost_translations(old, after) == ()
            assert lost_remarks(messages, after) == ()
            messages = after
        assert read(write(None, messages), "x.po").messages == messages


@each_way
class TestMergingTwiceIsMergingOnce:
    """Law: merging the result with the same template again changes nothing."""

    @given(old=old_messages(), template=templates())
    def test_merging_twice_is_merging_once(
        self, languages: Languages, old: tuple[Message, ...], template: tuple[Message, ...]
    ) -> None:
        once = merge(old, template, languages).messages
        again = merge(once, template, languages)
        assert again.messages == once
        assert again.report.unchanged == len(template)


@each_way
class TestASourceThatReturnsBringsItsTranslationBack:
    """Law: A -> B -> A leaves every live translation of A live, with its text, and fuzzy only if it was.

    A draft that nobody has ever confirmed has no text it was made for: it stays with the one that is most like it.
    """

    @given(old=old_messages(), between=templates())
    def test_a_source_that_returns_brings_its_translation_back(
        self, languages: Languages, old: tuple[Message, ...], between: tuple[Message, ...]
    ) -> None:
        live = [message for message in old[1:] if not message.obsolete and message.msgid_plural is None]
        template = [Message(msgid=message.msgid, msgctxt=message.msgctxt) for message in live]
        first = merge([HEADER, *live], template, languages).messages
        singular = [replace(message, msgid_plural=None) for message in between]
        returned = {
            message.key: message
            for message in merge(merge(first, singular, languages).messages, template, languages).messages
        }
        for message in first[1:]:
            if any(message.msgstr) and (not message.fuzzy or message.previous):
                found = returned[message.key]
                assert (found.msgstr, found.obsolete, found.fuzzy) == (message.msgstr, False, message.fuzzy)


@each_way
class TestTheLivePartFollowsTheTemplate:
    """Law: the live messages are those of the template, in its order; obsolete ones follow."""

    @given(old=old_messages(), template=templates())
    def test_the_live_part_follows_the_template(
        self, languages: Languages, old: tuple[Message, ...], template: tuple[Message, ...]
    ) -> None:
        merged = merge(old, template, languages).messages
        keys = [message.key for message in template]
        assert [message.key for message in merged if not message.obsolete] == [HEADER.key, *keys]
        assert all(message.obsolete for message in merged[len(keys) + 1 :])
