"""Registered names in running text: where they stand, and what each may mean.

One pass over the words of the text; the longest surface wins; occurrences never overlap.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from l10n.languages.grammar import Case
from l10n.names.inflection.surface_forms import NamePart
from l10n.names.recognition.lexicon import Lexicon
from l10n.names.recognition.surface_trie import BEFORE, PIECE, SurfaceSense, TrieNode
from l10n.names.registry.entries import FormStatus
from l10n.names.text.folding import Folded, fold
from l10n.names.text.protected_spans import Protection

# a run of blanks in a line, or one soft line wrap; an empty line ends a name
_BLANKS = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)?[^\S\r\n]*")


class Evidence(StrEnum):
    """What speaks for a name whose spelling nobody registered (`misspellings`)."""

    ORIGINAL = "the original text names it"
    COMPANION = "the rest of the name is beside it"
    SPELLING = "no other name is spelled like it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A name at `text[start:end]`, in code points of the text as given, with all it may mean.

    `evidence` is None for a registered form; a spelling that only resembles one says what speaks for it.
    """

    start: int
    end: int
    senses: tuple[SurfaceSense, ...]
    evidence: Evidence | None = None

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of the entries it may be, in the order of the registry; usually one."""
        return tuple(dict.fromkeys(sense.entry for sense in self.senses))

    @property
    def entry(self) -> str:
        """The id of the first entry it may be."""
        return self.senses[0].entry

    @property
    def part(self) -> NamePart:
        """The part of the name that is written: all of it, a given name alone, a surname alone."""
        return self.senses[0].part

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales in which this surface is a form of the name."""
        return tuple(dict.fromkeys(sense.locale for sense in self.senses))

    def status(self, locale: str) -> FormStatus | None:
        """Return the best status this surface has in `locale`; None when it is no form there."""
        found = {sense.status for sense in self.senses if sense.locale == locale}
        return next((status for status in FormStatus if status in found), None)

    def cases(self, locale: str) -> tuple[Case, ...]:
        """Return the cases this surface may stand for in `locale`."""
        cases = (sense.cases for sense in self.senses if sense.locale == locale)
        return tuple(dict.fromkeys(case for some in cases for case in some))


def find_names(text: str, lexicon: Lexicon) -> tuple[Occurrence, ...]:
    """Return the names of `lexicon` in `text`, in order; offsets are those of `text`, also when it is not NFC.

    Nothing is found inside addresses, paths, file names, code, tags and placeholders. Linear in the text.
    """
    return find_names_folded(fold(text), lexicon)


def find_names_folded(folded: Folded, lexicon: Lexicon) -> tuple[Occurrence, ...]:
    """Return what `find_names` returns, for a text that is folded already; offsets are those of the original."""
    text, tree = folded.text, lexicon.root
    protection = Protection(text)
    occurrences: list[Occurrence] = []
    position = 0
    for word in tree.words.finditer(text):
        if word.start() < position:
            continue
        node = tree[word[0]]
        if node is None:
            continue
        start, end, last = _longest(text, word.start(), word.end(), node)
        if not last.senses or start < position or protection.covers(start, end):
            continue
        position = end
        occurrences.append(
            Occurrence(start=folded.original(start), end=folded.original(end), senses=last.senses)
        )
    return tuple(occurrences)


def _longest(text: str, start: int, end: int, node: TrieNode) -> tuple[int, int, TrieNode]:
    """Follow the tree from the word at `start:end`; return span and node of the longest surface."""
    best = (start, end, node)
    piece = ""
    while True:
        if node.senses:
            best = (start, end, node)
        for before, last in node.next[BEFORE].next.items() if BEFORE in node.next else ():
            if text.endswith(before, 0, start) and last.senses:
                best = (start - len(before), end, last)
        following = _next_step(text, end) if node.next else None
        if following is None:
            return best
        child = node.step(following[0], after_apostrophe=piece == "'")
        if child is None:
            return best
        node, (piece, end) = child, following


def _next_step(text: str, position: int) -> tuple[str, int] | None:
    if text[position : position + 1] == " " and text[position + 1 : position + 2].isalnum():
        return " ", position + 1  # nearly every step
    blanks = _BLANKS.match(text, position)
    if blanks and blanks.end() > position:
        return " ", blanks.end()
    piece = PIECE.match(text, position)
    return (piece[0], piece.end()) if piece and not piece[0].isspace() else None
