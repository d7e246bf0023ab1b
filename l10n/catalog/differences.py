"""What changed in a catalog since an earlier state of it, as a translator has to know it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from l10n.catalog.catalog import Message

_WORD = re.compile(r"\s+|[^\W_]+|[\W_]", re.UNICODE)
_MOST_PAIRS = 3_000_000  # of equal words that are looked at: two texts of 3,000 words have as many


class Kind(StrEnum):
    """What became of a message."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    RETRANSLATED = "retranslated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One message that is not as it was: `before` and `after` are its source text, or its translation when that
    is what changed; `line` is where it stands in the catalog, for a message that is gone where it stood."""

    kind: Kind
    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of words of a text: in both texts, only before (`removed`) or only after (`added`)."""

    text: str
    removed: bool = False
    added: bool = False


def differences(old: Sequence[Message], new: Sequence[Message]) -> tuple[Difference, ...]:
    """Return how `new` differs from `old` in live messages: in the order of `new`, then what is gone.

    A message with a previous text that `old` had is a changed one; moves are no difference.
    """
    before = {message.key: message for message in old if _is_live(message)}
    after = {message.key: message for message in new if _is_live(message)}
    found: list[Difference] = []
    changed: set[str] = set()
    for key, message in after.items():
        known = before.get(key)
        if known is None:
            previous = message.previous.msgid if message.previous else ""
            kind = Kind.CHANGED if previous else Kind.NEW
            changed.add(previous)
            found.append(Difference(kind=kind, line=message.line, before=previous, after=message.msgid))
        elif known.msgstr != message.msgstr:
            texts = ("\n".join(known.msgstr), "\n".join(message.msgstr))
            found.append(
                Difference(kind=Kind.RETRANSLATED, line=message.line, before=texts[0], after=texts[1])
            )
    gone = (
        Difference(kind=Kind.GONE, line=message.line, before=message.msgid, after="")
        for key, message in before.items()
        if key not in after and message.msgid not in changed
    )
    return (*found, *gone)


def word_difference(before: str, after: str) -> tuple[Piece, ...]:
    """Return both texts as pieces, word by word.

    Laws: the pieces that are not removed, joined, are `after`; those that are not added, joined, are `before`. Of texts
    with thousands of words, or of one sign over and over, everything between the first and the last difference counts
    as changed: to look closer would take the square of their length.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in _operations(old, new):
        if tag == "equal":
            pieces.append(Piece(text="".join(new[j1:j2])))
            continue
        if i2 > i1:
            pieces.append(Piece(text="".join(old[i1:i2]), removed=True))
        if j2 > j1:
            pieces.append(Piece(text="".join(new[j1:j2]), added=True))
    return tuple(pieces)


def _operations(old: Sequence[str], new: Sequence[str]) -> Iterable[tuple[str, int, int, int, int]]:
    """Return how `new` is made of `old`, as `SequenceMatcher.get_opcodes` does."""
    counts = Counter(new)
    if sum(counts[word] for word in old) <= _MOST_PAIRS:
        return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    shortest = min(len(old), len(new))
    first = next((place for place in range(shortest) if old[place] != new[place]), shortest)
    same = range(1, shortest - first + 1)
    last = next((place - 1 for place in same if old[-place] != new[-place]), shortest - first)
    ends = (len(old) - last, len(new) - last)
    found = (
        ("equal", 0, first, 0, first),
        ("replace", first, ends[0], first, ends[1]),
        ("equal", ends[0], len(old), ends[1], len(new)),
    )
    return tuple(one for one in found if one[1] < one[2] or one[3] < one[4])


def _is_live(message: Message) -> bool:
    return not message.obsolete and not message.is_header
