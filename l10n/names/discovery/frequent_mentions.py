"""The names that an archive mentions and no registry has: the commonest ones, in bounded memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from l10n.model import Location
from l10n.names.discovery.mentions import Answer, Mention, Passage, PlacedText

_MOST_SPELLINGS = 20_000
_MOST_MENTIONS = 4  # of one spelling: enough to tell what the translations make of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Glimpse:
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
class Seen:
    """How often a spelling is mentioned, and what is kept of its first mentions."""

    count: int
    glimpses: tuple[Glimpse, ...]

    def __add__(self, more: "Seen") -> "Seen":
        """Return both together."""
        glimpses = self.glimpses
        if len(glimpses) < _MOST_MENTIONS:
            glimpses = (glimpses + more.glimpses)[:_MOST_MENTIONS]
        return Seen(count=self.count + more.count, glimpses=glimpses)


def seen_in(mentions: Iterable[Mention]) -> dict[str, Seen]:
    """Return what the mentions of one document tell of each spelling, in the order of their first ones."""
    by_spelling: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_spelling.setdefault(mention.spelling, []).append(mention)
    return {
        spelling: Seen(count=len(found), glimpses=tuple(map(_glimpse, found[:_MOST_MENTIONS])))
        for spelling, found in by_spelling.items()
    }


class Candidates:
    """How often each unregistered spelling is mentioned, with its first mentions.

    When there are too many spellings the rarest are forgotten, as in lossy counting (Manku and Motwani, Approximate
    Frequency Counts over Data Streams, VLDB 2002): what is common is never lost, what is rare may be.
    """

    def __init__(self) -> None:
        self._seen: dict[str, Seen] = {}
        self._least = 1

    def add(self, seen: Mapping[str, Seen]) -> None:
        """Count what is seen in one document."""
        for spelling, found in seen.items():
            known = self._seen.get(spelling)
            self._seen[spelling] = known + found if known else found
        while len(self._seen) > _MOST_SPELLINGS:
            self._seen = {text: found for text, found in self._seen.items() if found.count > self._least}
            self._least += 1

    def count(self, spelling: str) -> int:
        """Return how often a spelling was mentioned."""
        return self._seen[spelling].count if spelling in self._seen else 0

    def commonest(self, most: int) -> list[Mention]:
        """Return the mentions kept of the `most` commonest spellings; of two as common, the first comes first."""
        ordered = sorted(self._seen.items(), key=lambda item: -item[1].count)
        return [glimpse.mention(spelling) for spelling, seen in ordered[:most] for glimpse in seen.glimpses]


def _glimpse(mention: Mention) -> Glimpse:
    return Glimpse(
        location=mention.location,
        answers={locale: answer.text for locale, answer in mention.answers.items()},
        behind_preposition=mention.behind_preposition,
        quoted=mention.quoted,
    )


def _always(place: Location, _offset: int) -> Location:
    return place
