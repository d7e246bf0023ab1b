"""What changed in a catalog since an earlier state of it, as a translator has to know it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from l10n.catalog.catalog import Message

_WORD = re.compile(r"\s+|[^\W_]+|[\W_]", re.UNICODE)


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

    Laws: the pieces that are not removed, joined, are `after`; those that are not added, joined, are `before`.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(text="".join(new[j1:j2])))
            continue
        if i2 > i1:
            pieces.append(Piece(text="".join(old[i1:i2]), removed=True))
        if j2 > j1:
            pieces.append(Piece(text="".join(new[j1:j2]), added=True))
    return tuple(pieces)


def _is_live(message: Message) -> bool:
    return not message.obsolete and not message.is_header
