"""A run: what stands between two block boundaries of a page, and which part of it a translator gets."""

from collections import Counter
from collections.abc import Iterator
from html import unescape
from itertools import accumulate
from typing import NamedTuple

from l10n.formats.html.elements import NEVER_IN_THEMSELVES, VOID
from l10n.formats.html.tokens import BLANKS, Token, TokenKind

_TEXT = frozenset({TokenKind.TEXT, TokenKind.RCDATA, TokenKind.CDATA})
_BLANKS_AND_MARK = BLANKS + "\ufeff"


class Item(NamedTuple):
    """A token of a run, and whether a translator may have it."""

    token: Token
    translated: bool


class Core(NamedTuple):
    """The part of a run that is one segment: the items from `first` on, as far as `last`, exclusive."""

    first: int
    last: int


def cores(items: list[Item], text: str) -> Iterator[Core]:
    """Yield the parts of a run that hold something to translate; all else is skeleton.

    Blanks, comments, empty elements and elements around the whole are no part of them. A tag that has no
    counterpart in the run divides it: a segment is properly nested, so that its translation can be too.
    """
    partners, alone = _partners(items)
    weights = [0, *accumulate(_has_text(item.token, text) for item in items)]
    first = 0
    for last in [*sorted(alone), len(items)]:
        core = _trimmed(first, last, partners, weights)
        if any(item.translated and shows_words(item.token, text) for item in items[core.first : core.last]):
            yield core
        first = last + 1


def has_words(text: str) -> bool:
    """Return whether the HTML text, without tags, shows a letter or a digit."""
    return any(character.isalnum() for character in (unescape(text) if "&" in text else text))


def shows_words(token: Token, text: str) -> bool:
    """Return whether the token is text with a letter or a digit; a CDATA section is one piece, and stays."""
    return (
        token.kind in _TEXT and token.kind is not TokenKind.CDATA and has_words(text[token.start : token.end])
    )


def _has_text(token: Token, text: str) -> bool:
    return token.kind in _TEXT and bool(text[token.start : token.end].strip(_BLANKS_AND_MARK))


def _partners(items: list[Item]) -> tuple[dict[int, int], set[int]]:
    """Return the partner of each tag, both ways, and the tags without one; these stand between no partners."""
    partners: dict[int, int] = {}
    alone: set[int] = set()
    stack: list[tuple[int, int]] = []  # a start tag, and how many tags were alone before it
    depths: Counter[str] = Counter()

    def drop() -> None:
        number, _ = stack.pop()
        depths[items[number].token.name] -= 1
        alone.add(number)

    for number, (token, _) in enumerate(items):
        if token.kind is TokenKind.START and not token.closed and token.name not in VOID:
            if token.name in NEVER_IN_THEMSELVES and depths[token.name]:
                alone.add(number)
                continue
            stack.append((number, len(alone)))
            depths[token.name] += 1
        elif token.kind is TokenKind.END and not depths[token.name]:
            alone.add(number)
        elif token.kind is TokenKind.END:
            while items[stack[-1][0]].token.name != token.name:
                drop()
            start, before = stack.pop()
            depths[token.name] -= 1
            if len(alone) > before:
                alone.update((start, number))
            else:
                partners[start] = number
                partners[number] = start
    while stack:
        drop()
    return partners, alone


def _trimmed(first: int, last: int, partners: dict[int, int], weights: list[int]) -> Core:
    """Return the items without those at both ends that show nothing, or are around all the rest."""
    while first < last:
        head, tail = partners.get(first), partners.get(last - 1)
        if weights[first + 1] == weights[first] and head is None:
            first += 1
        elif head is not None and weights[head] == weights[first]:
            first = head + 1
        elif weights[last] == weights[last - 1] and tail is None:
            last -= 1
        elif tail is not None and weights[last] == weights[tail]:
            last = tail
        elif head is not None and head == last - 1:
            first, last = first + 1, last - 1
        else:
            break
    return Core(first, last)
