"""The names that an archive mentions and no registry has: the commonest ones, in bounded memory."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from l10n.model import Location
from l10n.names.mentions import Mention, Passage, PlacedText

_MOST_SPELLINGS = 20_000
_MOST_MENTIONS = 4  # of one spelling: enough to tell what the translations make of it


@dataclass(slots=True)
class _Seen:
    mentions: list[Mention]
    count: int = 0


class Candidates:
    """How often each unregistered spelling is mentioned, with its first mentions.

    When there are too many spellings the rarest are forgotten, as in lossy counting (Manku and Motwani, Approximate
    Frequency Counts over Data Streams, VLDB 2002): what is common is never lost, what is rare may be.
    """

    def __init__(self) -> None:
        self._seen: dict[str, _Seen] = {}
        self._least = 1

    def add(self, mentions: Iterable[Mention]) -> None:
        """Count the mentions of one document."""
        for mention in mentions:
            seen = self._seen.setdefault(mention.spelling, _Seen(mentions=[]))
            seen.count += 1
            if len(seen.mentions) < _MOST_MENTIONS:
                seen.mentions.append(_detached(mention))
        while len(self._seen) > _MOST_SPELLINGS:
            self._seen = {text: seen for text, seen in self._seen.items() if seen.count > self._least}
            self._least += 1

    def count(self, spelling: str) -> int:
        """Return how often a spelling was mentioned."""
        return self._seen[spelling].count if spelling in self._seen else 0

    def commonest(self, most: int) -> list[Mention]:
        """Return the mentions kept of the `most` commonest spellings; of two as common, the first comes first."""
        ordered = sorted(self._seen.values(), key=lambda seen: -seen.count)
        return [mention for seen in ordered[:most] for mention in seen.mentions]


def _detached(mention: Mention) -> Mention:
    """Return the mention without the files it was found in, which would stay in memory."""
    texts = {}
    for locale, placed in mention.passage.translations.items():
        start = mention.answers[locale].start if locale in mention.answers else 0
        texts[locale] = PlacedText(text=placed.text, locate=partial(_always, placed.locate(start)))
    source = PlacedText(text=mention.passage.source.text, locate=partial(_always, mention.location))
    return replace(mention, passage=Passage(source=source, translations=texts))


def _always(place: Location, _offset: int) -> Location:
    return place
