"""Spans of a text in order, and what lies outside them."""

import re
from collections.abc import Iterable, Iterator, Sequence


def outside(found: Iterable[re.Match[str]], taken: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield the matches that no span of `taken` touches; both are in order."""
    at = 0
    for one in found:
        while at < len(taken) and taken[at][1] <= one.start():
            at += 1
        if at == len(taken) or taken[at][0] >= one.end():
            yield one
