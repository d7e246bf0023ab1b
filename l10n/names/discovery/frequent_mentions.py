"""The names that an archive mentions and no registry has: the commonest ones, in bounded memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from l10n.model import Location
from l10n.names.discovery.mentions import Answer, Mention, Passage, PlacedText

_MOST_SPELLINGS = 20_000
_MOST_MENTIONS = 4  # of one spelling: enough to tell what the translations make of it


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRecord:
    """What is kept of a mention: its place in the source and the words that answer it, by locale, without the files."""

    location: Location
    answers: Mapping[str, str]
    behind_preposition: bool
    quoted: bool

    def mention(self, spelling: str) -> Mention:
        """Return the mention; it does not know where in the translations its answers stand."""
        source = PlacedText(text=spelling, locate=partial(_always, self.location))
        answers = {
            locale: Answer(text=text, start=0, quoted=self.quoted, whole=True)
            for locale, text in self.answers.items()
        }
        return Mention(
            spelling=spelling,
            start=0,
            passage=Passage(source=source, translations={}),
            answers=answers,
            behind_preposition=self.behind_preposition,
            quoted=self.quoted,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellingCount:
    """How often a spelling is mentioned, and what is kept of its first mentions."""

    count: int
    records: tuple[MentionRecord, ...]

    def __add__(self, more: "SpellingCount") -> "SpellingCount":
        """Return both together."""
        records = self.records
        if len(records) < _MOST_MENTIONS:
            records = (records + more.records)[:_MOST_MENTIONS]
        return SpellingCount(count=self.count + more.count, records=records)


def count_mentions(mentions: Iterable[Mention]) -> dict[str, SpellingCount]:
    """Return what the mentions of one document tell of each spelling, in the order of their first ones."""
    by_spelling: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_spelling.setdefault(mention.spelling, []).append(mention)
    return {
        spelling: SpellingCount(count=len(found), records=tuple(map(_record, found[:_MOST_MENTIONS])))
        for spelling, found in by_spelling.items()
    }


class MentionCounter:
    """How often each unregistered spelling is mentioned, with its first mentions.

    When there are too many spellings the rarest are forgotten, as in lossy counting (Manku and Motwani, Approximate
    Frequency Counts over Data Streams, VLDB 2002): what is common is never lost, what is rare may be.
    """

    def __init__(self) -> None:
        self._counts: dict[str, SpellingCount] = {}
        self._least = 1

    def add(self, counts: Mapping[str, SpellingCount]) -> None:
        """Count what is seen in one document."""
        for spelling, found in counts.items():
            known = self._counts.get(spelling)
            self._counts[spelling] = known + found if known else found
        while len(self._counts) > _MOST_SPELLINGS:
            self._counts = {text: found for text, found in self._counts.items() if found.count > self._least}
            self._least += 1

    def count(self, spelling: str) -> int:
        """Return how often a spelling was mentioned."""
        return self._counts[spelling].count if spelling in self._counts else 0

    def commonest(self, most: int) -> list[Mention]:
        """Return the mentions kept of the `most` commonest spellings; of two as common, the first comes first."""
        ordered = sorted(self._counts.items(), key=lambda item: -item[1].count)
        return [record.mention(spelling) for spelling, found in ordered[:most] for record in found.records]


def _record(mention: Mention) -> MentionRecord:
    return MentionRecord(
        location=mention.location,
        answers={locale: answer.text for locale, answer in mention.answers.items()},
        behind_preposition=mention.behind_preposition,
        quoted=mention.quoted,
    )


def _always(place: Location, _offset: int) -> Location:
    return place
