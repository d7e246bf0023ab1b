"""`repair`: the rules in their order, until nothing changes."""

from collections.abc import Iterable, Iterator, Sequence

from l10n.repair.apostrophes import find_lost_apostrophes
from l10n.repair.certainty import is_garbled
from l10n.repair.changes import Repair, Repaired, compose, replay
from l10n.repair.code_spans import code_spans, free_spans
from l10n.repair.cyrillic import find_swaps
from l10n.repair.misreadings import find_misreadings
from l10n.repair.thai import find_thai_punctuation

_ROUNDS = 6  # damage on top of damage: each round takes one layer off


def repair(text: str, *, language: str = "en") -> Repaired:
    """Return `text` without the damage that is certain, and the list of all repairs.

    `language` is the BCP 47 tag of the text: it chooses the rules about lost apostrophes, and a language
    without a rule file has none. The rules about wrong encodings are for every language.

    Laws: `replay(text, repairs)` is the clean text; a second repair changes nothing; ASCII text changes only
    in its apostrophes; line endings, a BOM, blanks and Unicode normalisation stay as they are.
    """
    repaired = () if text.isascii() else tuple(_repair_characters(text))
    readable = replay(text, repaired)
    words = tuple(find_lost_apostrophes(readable, language=language))
    return Repaired(text=replay(readable, words), repairs=compose(text, repaired, words))


def _repair_characters(text: str) -> Iterator[Repair]:
    """Yield the repairs of wrong encodings outside code and addresses, line by line."""
    for start, end in free_spans(len(text), code_spans(text)):
        for at, line in _lines(text, start, end):
            if not line.isascii():
                behind = text[at + len(line) : at + len(line) + 1]
                yield from (_moved(change, at) for change in _settled(line, behind))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the offset and the text of each line between `start` and `end`, with its line end."""
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        yield start, text[start:stop]
        start = stop


def _settled(line: str, behind: str) -> Sequence[Repair]:
    """Return the repairs after which no rule finds anything more; none when that does not come to an end.

    `behind` is the character behind the line, or behind the part of it that code follows.

    A line that still changes after several layers, or is garbled then, is not understood, and is left as it is.
    """
    done: Sequence[Repair] = ()
    current = line
    for _ in range(_ROUNDS):
        found = _without_overlaps(
            [*find_thai_punctuation(current, behind), *find_misreadings(current), *find_swaps(current)]
        )
        if not found:
            return () if is_garbled(current) else done
        done = compose(line, done, found)
        current = replay(current, found)
    return ()


def _without_overlaps(found: Iterable[Repair]) -> list[Repair]:
    """Return `found` sorted by place; where two overlap, the one that was found first."""
    kept: list[tuple[int, Repair]] = []
    for rank, change in sorted(enumerate(found), key=lambda ranked: (ranked[1].start, ranked[0])):
        if not kept or change.start >= kept[-1][1].end:
            kept.append((rank, change))
        elif rank < kept[-1][0]:
            kept[-1] = (rank, change)
    return [change for _, change in kept]


def _moved(change: Repair, by: int) -> Repair:
    return Repair(start=change.start + by, before=change.before, after=change.after, rule=change.rule)
