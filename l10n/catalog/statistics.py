"""How far a catalog is translated, in messages and in words of the source."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields

from l10n.catalog.catalog import Catalog, Message

_WORD = re.compile(r"(?<!\S)[^\w\s]*+\w\S*+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts of live messages (the header is none) and of the words of their msgids; obsolete ones apart.

    A message with a text that a person still has to confirm is fuzzy, not translated.
    """

    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0
    obsolete: int = 0
    words_translated: int = 0
    words_fuzzy: int = 0
    words_untranslated: int = 0

    @property
    def total(self) -> int:
        """The number of live messages."""
        return self.translated + self.fuzzy + self.untranslated

    @property
    def words_total(self) -> int:
        """The number of words in the msgids of live messages."""
        return self.words_translated + self.words_fuzzy + self.words_untranslated

    @property
    def percent(self) -> int:
        """Translated messages in percent, rounded down: 100 means that nothing is missing, as in an empty catalog."""
        return _percent(self.translated, self.total)

    @property
    def percent_words(self) -> int:
        """Words of translated messages in percent, rounded down."""
        return _percent(self.words_translated, self.words_total)


def _percent(part: int, whole: int) -> int:
    return part * 100 // whole if whole else 100


def total(parts: Iterable[Statistics]) -> Statistics:
    """Return the statistics of several catalogs together."""
    every = tuple(parts)
    return Statistics(
        **{name.name: sum(getattr(part, name.name) for part in every) for name in fields(Statistics)}
    )


def count_words(text: str) -> int:
    """Return the number of words: runs between blanks that hold a letter or a digit."""
    return len(_WORD.findall(text))


def count(catalog: Catalog) -> Statistics:
    """Return the statistics of `catalog`."""
    messages = dict.fromkeys(("translated", "fuzzy", "untranslated"), 0)
    words = dict(messages)
    for message in catalog.live:
        state = state_of(message)
        messages[state] += 1
        words[state] += count_words(message.msgid)
    return Statistics(
        **messages,
        obsolete=sum(message.obsolete for message in catalog.messages),
        words_translated=words["translated"],
        words_fuzzy=words["fuzzy"],
        words_untranslated=words["untranslated"],
    )


def state_of(message: Message) -> str:
    """Return what the message counts as: `translated`, `fuzzy` or `untranslated`.

    A fuzzy flag on an empty text proposes nothing.
    """
    if message.fuzzy and any(message.msgstr):
        return "fuzzy"
    return "translated" if message.translated else "untranslated"
