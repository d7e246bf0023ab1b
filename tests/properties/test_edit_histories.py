"""The laws of merging along a history: twenty edits of a source, one after the other, and back to the beginning."""

import random
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalog.catalog import Message
from l10n.catalog.conservation import lost_remarks, lost_translations
from l10n.catalog.merge import merge
from tests.conftest import tries

STEPS = 20
SENTENCES = [
    "The rocket left Baikonur this morning.",
    "Nobody on board was ill!",
    "“Is the crew there yet?” she asked.",
    "It took 2 hours to reach the station.",
    "The film will be shown in 2022, not before.",
    "He doesn't know how it ends.",
    "Three Americans, two Russians and one Japanese live there.",
    "Tickets cost 62 million dollars.",
    "The capsule landed in the steppe.",
    "Yulia Peresild plays a surgeon.",
]
Edit = Callable[[list[str], random.Random], None]


def insert(texts: list[str], chance: random.Random) -> None:
    sentences = chance.sample(SENTENCES, chance.randint(1, 4))
    texts.insert(chance.randint(0, len(texts)), " ".join(sentences))


def remove(texts: list[str], chance: random.Random) -> None:
    del texts[chance.randrange(len(texts))]


def move(texts: list[str], chance: random.Random) -> None:
    texts.insert(chance.randrange(len(texts)), texts.pop(chance.randrange(len(texts))))


def split(texts: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(texts))
    words = texts[place].split(" ")
    cut = chance.randint(0, len(words))
    texts[place : place + 1] = filter(None, [" ".join(words[:cut]), " ".join(words[cut:])])


def join(texts: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(texts))
    texts[place : place + 2] = [" ".join(texts[place : place + 2])]


def reword(texts: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(texts))
    words = texts[place].split(" ")
    words[chance.randrange(len(words))] = chance.choice(["4", "never", "Klim", "slowly", "film"])
    texts[place] = " ".join(words)


def retouch(texts: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(texts))
    edits = (str.upper, str.lower, lambda text: text.replace("“", '"'), lambda text: text.replace(" ", "  "))
    texts[place] = chance.choice(edits)(texts[place])


def empty(texts: list[str], chance: random.Random) -> None:
    texts.clear()


EDITS: tuple[Edit, ...] = (insert, insert, insert, remove, move, split, join, reword, reword, retouch, empty)


def history(seed: int) -> list[list[str]]:
    """Return the texts of a source at its beginning and after each edit."""
    chance = random.Random(seed)
    texts: list[str] = []
    for _ in range(6):
        insert(texts, chance)
    states = [list(texts)]
    for _ in range(STEPS):
        edit = chance.choice(EDITS) if texts else insert
        edit(texts, chance)
        states.append(list(texts))
    return states


def template(texts: list[str]) -> list[Message]:
    return [Message(msgid=text) for text in dict.fromkeys(texts)]


class TestNoHistoryLosesATranslation:
    """Law: along any history each msgstr and comment is kept, merging twice is merging once, and a translation
    that was confirmed for a text is live and confirmed whenever that text is there.
    """

    @settings(max_examples=tries(20))
    @given(seed=st.integers(min_value=0, max_value=1 << 32))
    def test_no_history_loses_a_translation(self, seed: int) -> None:
        states = history(seed)
        first = [
            Message(msgid=text, msgstr=(f"nl: {text}",), translator_comments=(f"on {len(text)}",))
            for text in dict.fromkeys(states[0])
        ]
        confirmed = {message.msgid: message.msgstr for message in first}
        messages = tuple(first)
        for texts in [*states, states[0]]:
            after = merge(messages, template(texts), ("en", "nl")).messages
            assert lost_translations(messages, after) == ()
            assert lost_translations(first, after) == ()
            assert lost_remarks(messages, after) == ()
            assert merge(after, template(texts), ("en", "nl")).messages == after
            for message in after:
                if not message.obsolete and message.msgid in confirmed:
                    assert (message.msgstr, message.fuzzy) == (confirmed[message.msgid], False)
            messages = after
        live = {message.msgid: message for message in messages if not message.obsolete}
        assert all((live[text].msgstr, live[text].fuzzy) == (confirmed[text], False) for text in states[0])
