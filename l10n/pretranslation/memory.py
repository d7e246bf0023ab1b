"""What a translation memory holds, and how similar two texts are. The database itself is behind `memory_store`.

A text is found again exactly, normalised (its words, whatever its blanks, quotation marks and capitals) or by
similarity; of matches that are as good, the one from the same place and between the same neighbours comes first.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from l10n.catalog.catalog import Message
from l10n.catalog.sentences import hash_of_key, sentence_key, sentence_pairs, sentences
from l10n.languages.tags import language_subtag

LEAST_SIMILARITY = 0.6
_NORMALISED = 0.99  # the similarity of a normalised match, and the most that a fuzzy one can have
_LONGEST_COMPARED = 5_000  # letters; the similarity of longer texts is that of their beginnings
_FEW_WORDS = 4
_WORD = re.compile(r"\w+")
_MAYBE_SEVERAL = re.compile(r"[.!?…][\"”»’)\]]{0,3}\s+\S")
_NAMES = "names: "


class Level(IntEnum):
    """What a unit is: a whole message, or one of its sentences."""

    PARAGRAPH = 0
    SENTENCE = 1


class MatchKind(StrEnum):
    """How a unit was found."""

    EXACT = "exact"
    NORMALISED = "normalised"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Where a text stands: the headings above it as a comment says them, and the texts before and after it."""

    place: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A text with its translation. `before` and `after` are the fingerprints of its neighbours, 0 for none."""

    source: str
    target: str
    source_locale: str
    locale: str
    level: Level = Level.PARAGRAPH
    place: str = ""
    before: int = 0
    after: int = 0
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A unit that was found; `similarity` from 0 to 1, `context` counts what its neighbours share (0…3)."""

    unit: Unit
    kind: MatchKind
    similarity: float
    context: int

    @property
    def percent(self) -> int:
        """The similarity in per cent, rounded down: 100 is the same text."""
        return int(self.similarity * 100 + 1e-9)


def fingerprint(text: str) -> int:
    """Return 64 bits that texts with the same words share, as a signed integer; 0 for an empty text."""
    return fingerprint_of_key(sentence_key(text))


def fingerprint_of_key(key: str) -> int:
    """Return the fingerprint of a text by its `sentence_key`."""
    return hash_of_key(key) if key else 0


def marks(key: str) -> list[str]:
    """Return what a text is looked up by when nothing is the same: its words; of a few words triples of letters too.

    `key` is its `sentence_key`. Each mark once.
    """
    words = _WORD.findall(key)
    if len(words) < _FEW_WORDS:
        joined = "_".join(words)[:60]
        words += [f"_{joined[place : place + 3]}" for place in range(max(1, len(joined) - 2))]
    return list(dict.fromkeys(words))


def match(text: str, unit: Unit, neighbours: Neighbours) -> Match | None:
    """Return how `unit` answers `text`; None when the two are not alike enough."""
    shared = _shared(unit, neighbours)
    if unit.source == text:
        return Match(unit=unit, kind=MatchKind.EXACT, similarity=1.0, context=shared)
    one, other = sentence_key(text), sentence_key(unit.source)
    if one == other:
        return Match(unit=unit, kind=MatchKind.NORMALISED, similarity=_NORMALISED, context=shared)
    from rapidfuzz.fuzz import ratio  # a C extension: not for `l10n --help`

    compared = one[:_LONGEST_COMPARED], other[:_LONGEST_COMPARED]
    similarity = ratio(*compared, score_cutoff=LEAST_SIMILARITY * 100) / 100
    if similarity < LEAST_SIMILARITY:
        return None
    similarity = min(similarity, _NORMALISED - 0.01)
    return Match(unit=unit, kind=MatchKind.FUZZY, similarity=similarity, context=shared)


def ranked(matches: Iterable[Match], most: int) -> tuple[Match, ...]:
    """Return the best matches, each translation once: the most alike first, then by context, then whole messages."""
    best = sorted(matches, key=lambda found: (-found.similarity, -found.context, found.unit.level))
    by_translation: dict[tuple[str, str], Match] = {}
    for found in best:
        by_translation.setdefault((found.unit.source, found.unit.target), found)
    return tuple(by_translation.values())[:most]


def _shared(unit: Unit, neighbours: Neighbours) -> int:
    place = bool(unit.place) and unit.place == neighbours.place
    before = bool(unit.before) and unit.before == fingerprint(neighbours.before)
    after = bool(unit.after) and unit.after == fingerprint(neighbours.after)
    return place + before + after


def place_of(message: Message) -> str:
    """Return where a message stands, as its extracted comments say it: context, kind and headings."""
    comment = next((line for line in message.extracted_comments if not line.startswith(_NAMES)), "")
    comment = comment.encode("utf-8", "replace").decode()  # a byte of another charset may stand in a comment
    return f"{message.msgctxt}: {comment}" if message.msgctxt else comment


def neighbours_of(messages: Sequence[Message], index: int) -> Neighbours:
    """Return the neighbours of a message among the live messages of a catalog."""
    return Neighbours(
        place=place_of(messages[index]),
        before=messages[index - 1].msgid if index else "",
        after=messages[index + 1].msgid if index + 1 < len(messages) else "",
    )


def units_of(messages: Sequence[Message], source_locale: str, locale: str) -> Iterator[Unit]:
    """Yield the units of the finished messages of a catalog: whole, then sentence by sentence.

    Finished is what is translated in every form, confirmed, and not obsolete. Of a plural message the singular and the
    last form are units.
    """
    live = [message for message in messages if not message.obsolete and not message.is_header]
    prints = [0, *(fingerprint(message.msgid) for message in live), 0]
    for index, message in enumerate(live):
        if message.fuzzy or not message.translated:
            continue
        whole = Unit(
            source=message.msgid,
            target=message.msgstr[0],
            source_locale=source_locale,
            locale=locale,
            place=place_of(message),
            before=prints[index],
            after=prints[index + 2],
        )
        yield whole
        if message.msgid_plural is not None:
            yield replace(whole, source=message.msgid_plural, target=message.msgstr[-1])
        else:
            yield from sentence_units(whole)


def sentence_units(unit: Unit) -> Iterator[Unit]:
    """Yield the sentences of a unit that are translated by sentences of their own; none for a single sentence."""
    if not _MAYBE_SEVERAL.search(unit.source):
        return
    languages = language_subtag(unit.source_locale), language_subtag(unit.locale)
    pairs = tuple(sentence_pairs(unit.source, unit.target, *languages))
    for source, target in pairs if len(pairs) > 1 else ():
        if source and target:
            yield replace(unit, source=source, target=target, level=Level.SENTENCE, before=0, after=0)


def sentences_to_find(text: str, source_locale: str) -> tuple[str, ...]:
    """Return the sentences a text is put together from, without blanks around them; () for a single one."""
    found = sentences(text, language_subtag(source_locale)) if _MAYBE_SEVERAL.search(text) else ()
    return tuple(sentence.strip() for sentence in found) if len(found) > 1 else ()
