"""A trie of surfaces, built as it is searched: a branch is made when a text has the first word of it.

A registry has thousands of surfaces, and a text has few of its names. So each stock (the surfaces of an entry in
one locale) is listed by the beginnings that all its surfaces share, and made when a word begins so.

Laws:
- The branches are those of a trie of all stocks together, in whatever order the words are met.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from l10n.languages.grammar import Case
from l10n.names.inflection.surface_forms import NamePart
from l10n.names.registry.entries import FormStatus
from l10n.names.text.folding import fold_form

PIECE = re.compile(r"\w+|\s+|[^\w\s]")
BEFORE = "\0before"
_WORD = re.compile(r"\w+")
_LONGEST_BEGINNING = 8
_STOCK_BITS = 24  # the surfaces of one stock are fewer
_REMEMBERED = 100_000  # words that begin no name


class SurfaceSense(NamedTuple):
    """One way to understand a surface: as which name, written how.

    `form` is the form of the entry as registered in `locale`, with its `status` there; `surface` is the part of
    it, inflected, that was matched; `cases` are the cases this surface may stand for in that locale.
    (A registry has tens of thousands of them, and a frozen dataclass takes longer to make than a named tuple.)
    """

    entry: str
    part: NamePart
    locale: str
    status: FormStatus
    form: str
    surface: str
    cases: tuple[Case, ...]


class TrieNode:
    """A node of the trie: what may follow, and what a surface that ends here means."""

    __slots__ = ("_capitals", "next", "senses")

    def __init__(self) -> None:
        self.next: dict[str, TrieNode] = {}
        self.senses: tuple[SurfaceSense, ...] = ()
        self._capitals: dict[str, TrieNode] | None = None

    def step(self, piece: str, *, after_apostrophe: bool) -> "TrieNode | None":
        """Return what follows `piece`, also one in capitals; one that is registered in that casing wins.

        A single letter may be in capitals only behind an apostrophe: PERESILD’S.
        """
        found = self.next.get(piece)
        if found is not None or piece != piece.upper():
            return found
        if self._capitals is None:
            self._capitals = {}
            for registered, node in self.next.items():
                if registered != BEFORE and (len(registered) > 1 or after_apostrophe):
                    self._capitals.setdefault(registered.upper(), node)
        return self._capitals.get(piece)


class SurfaceTrie(dict[str, TrieNode | None]):
    """The root of the trie: `trie[word]` is the node of a word of a text, or None when no name begins so.

    `stocks` pairs the beginnings a stock waits under with what makes it; a stock without beginnings is made at
    once. A word may also be met in capitals, and a lower-case one with a capital; but a word that is registered
    in exactly that casing wins: ISS is not Iss.
    """

    def __init__(
        self, stocks: Iterable[tuple[Iterable[str] | None, Callable[[], Iterable[SurfaceSense]]]]
    ) -> None:
        super().__init__()
        self._waiting: dict[str, list[int]] = {}
        self._stocks: list[Callable[[], Iterable[SurfaceSense]] | None] = []
        # by first word, then by the place in the order of the registry
        self._surfaces: dict[str, dict[int, SurfaceSense]] = {}
        self._casings: dict[str, list[str]] = {}
        for place, (beginnings, make) in enumerate(stocks):
            self._stocks.append(make)
            if beginnings is None:
                self._make(place)
            else:
                for beginning in {text[:_LONGEST_BEGINNING] for text in beginnings}:
                    for casing in (beginning, *_casings(beginning)):
                        self._waiting.setdefault(casing, []).append(place)
        self._lengths = sorted({len(beginning) for beginning in self._waiting})
        self.words = self._words_that_may_begin()

    def __missing__(self, word: str) -> TrieNode | None:
        """Return the node of a word that is met for the first time."""
        for length in self._lengths:
            for place in self._waiting.pop(word[:length], ()):
                self._make(place)
        registered = word if word in self._surfaces else self._registered(word)
        node = self._grow(registered) if registered is not None else None
        if node is not None or len(self) < _REMEMBERED:
            self[word] = node
        return node

    def _registered(self, word: str) -> str | None:
        """Return the word of which this is another casing, the first of the registry if there are several."""
        candidates = self._casings.get(word)
        return min(candidates, key=lambda first: min(self._surfaces[first])) if candidates else None

    def _make(self, place: int) -> None:
        make, self._stocks[place] = self._stocks[place], None
        if make is None:
            return
        for order, sense in enumerate(make(), place << _STOCK_BITS):
            first = first_word(fold_form(sense.surface))
            if first is None:
                raise ValueError(f"{sense.surface!r} has no word")
            surfaces = self._surfaces.get(first)
            if surfaces is None:
                surfaces = self._surfaces[first] = {}
                for casing in _casings(first) if len(first) > 1 else ():
                    self._casings.setdefault(casing, []).append(first)
            surfaces[order] = sense

    def _grow(self, first: str) -> TrieNode:
        """Return the branch of the surfaces with this first word."""
        by_surface: dict[str, list[SurfaceSense]] = {}
        for _, sense in sorted(self._surfaces[first].items(), key=itemgetter(0)):
            surface = " ".join(fold_form(sense.surface).split())
            by_surface.setdefault(surface, []).append(sense)
        root = TrieNode()
        for surface, senses in by_surface.items():
            node = root
            for piece in _steps(surface, first):
                child = node.next.get(piece)
                if child is None:
                    child = node.next[piece] = TrieNode()
                node = child
            node.senses += tuple(senses)
        return root

    def _words_that_may_begin(self) -> re.Pattern[str]:
        """Return the pattern of the words that begin with a letter some surface begins with."""
        letters = {word[0] for words in (self._waiting, self._surfaces, self._casings) for word in words}
        return re.compile(rf"\b[{''.join(map(re.escape, sorted(letters)))}]\w*" if letters else r"(?!)")


def first_word(text: str) -> str | None:
    """Return the first word of a folded form or surface, None when it has none."""
    start = text.partition(" ")[0]
    if start.isalnum():  # nearly always
        return start
    found = _WORD.search(text)
    return found[0] if found else None


def _casings(word: str) -> Sequence[str]:
    """Return the other casings a first word may be met in."""
    if not word[0].islower():
        return (word.upper(),)
    return (word.upper(), word[0].upper() + word[1:])


def _steps(surface: str, first: str) -> list[str]:
    """Return what follows the first word of a folded surface, as steps of the tree, blanks as one blank.

    What stands before the first word (the apostrophe of ’t Hooft) goes last, after a mark, so that the search
    can start from words only.
    """
    before, _, after = surface.partition(first)
    pieces: list[str] = PIECE.findall(after)
    return [*pieces, BEFORE, before] if before else pieces
