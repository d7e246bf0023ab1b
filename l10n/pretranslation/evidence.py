"""What proves that one text is the translation of another: the figures, names, links and times they have in common.

Order and length alone prove nothing: two paragraphs may have changed places, one may be missing where the translator
has put in another. So a pair is proven only when the two share what hardly another text of the two documents has, lack
nothing of each other's figures and names, are as long as each other, have as many sentences, and stand in place: the
texts beside them answer each other, one by one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from l10n.languages.prose_tables import prose_table
from l10n.model import Segment
from l10n.names import Lexicon, names_in

_NUMBER = re.compile(r"\d+")
_KEPT = re.compile(
    r"https?://[^\s)>\"]++|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]++|`[^`]{1,1000}`|\]\([^()]{1,1000}\)"
)
# What tells a program what to do: -d, --delete, -jar. Letters behind one hyphen may be half of a compound instead, as
# in the German “Lenkung und -überwachung”.
_OPTION = re.compile(r"(?<![\w./-])--?[a-zA-Z][\w-]*+")
_SHORT_OPTION = 2
_CAPITALIZED = re.compile(r"(?<=[^\W\d_A-Z] |\d |[,;] )[^\W\d_a-z][^\W_-]{2,}")
_ABBREVIATION = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}")  # U.S. and z.B. end no sentence in any language
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»“)\]*_]*+(?=\s|\Z)")
_WORD_BEFORE = re.compile(r"\w*\Z")
_COLON = re.compile(r":(?=\s|\Z)")
_QUOTATION_MARK = re.compile(r"[\"“”„‟«»]")
_CLOSERS = "\"'”’»“)]*_"

_LONGEST_ABBREVIATION = 12
_ENDS = frozenset(".!?…:")
ENOUGH = 2.0  # of what follows
_NAME, _LINK, _WORD = 1.5, 2.0, 1.0
_OF_DIGITS = {1: 0.5, 2: 1.0}  # longer figures are worth a name
_ELSEWHERE = 1 / 3  # of that where other texts have it too
_LENGTH, _ORDER = 0.25, 0.25  # both are required, and add to what is shared
_CONVERTED = 3.0  # with so much in common, one figure may be another: 2.15 pm is 14.15
_UNLIKE = 0.35  # of the length that is to be expected: so much more or less is another text
_FEW_LETTERS = 8  # so much says nothing of a short one

Times = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What of a text its translation has too: figures, names of the registry, links and code, options of commands in
    its prose, words with a capital; how many ends of sentences, colons and quotation marks it has; whether it begins
    with a capital, and what ends it; its kind and length, and when it is shown.
    """

    figures: Counter[str] = field(default_factory=Counter)
    names: frozenset[str] = frozenset()
    links: Counter[str] = field(default_factory=Counter)
    options: Counter[str] = field(default_factory=Counter)
    words: frozenset[str] = frozenset()
    marks: tuple[int, int, int] = (0, 0, 0)
    is_capitalized: bool | None = None
    last: str = ""
    kind: str = ""
    length: int = 1
    times: Times | None = None

    @property
    def duration(self) -> int:
        """For how long it is shown."""
        return self.times[1] - self.times[0] if self.times else 0

    @property
    def anchors(self) -> Counter[str]:
        """What has to be in both, whatever the languages."""
        return self.figures + self.links + Counter(self.names)

    @property
    def signature(self) -> frozenset[tuple[str, int]]:
        """The same, to compare."""
        return frozenset(self.anchors.items())


def traits_of(segment: Segment, locale: str, lexicon: Lexicon, times: Times | None = None) -> Traits:
    """Return the traits of a text in a locale."""
    text = segment.msgid
    last = text.rstrip().rstrip(_CLOSERS)[-1:]
    return Traits(
        figures=Counter(_NUMBER.findall(_KEPT.sub(" ", text))),
        names=frozenset(names_in(text, lexicon, locale)),
        links=Counter(_KEPT.findall(text)),
        options=Counter(_OPTION.findall(_KEPT.sub(" ", text))),
        words=frozenset(_CAPITALIZED.findall(text)),
        marks=_marks(text, locale),
        is_capitalized=_begins_with_capital(text),
        last=last if last in _ENDS or last in (",", ";") else "",
        kind=str(segment.kind),
        length=max(1, len(text)),
        times=times,
    )


def _marks(text: str, locale: str) -> tuple[int, int, int]:
    """Return how many ends of sentences, colons and quotation marks a text has; abbreviations end no sentence."""
    table = prose_table(locale)
    known = table.abbreviations if table else frozenset[str]()
    text = _ABBREVIATION.sub("", text)
    words = [_word_before(text, end.start()).casefold() for end in _SENTENCE_END.finditer(text)]
    sentences = sum(word not in known and not (len(word) == 1 and word.isalpha()) for word in words)
    return sentences, len(_COLON.findall(text)), len(_QUOTATION_MARK.findall(text))


def _word_before(text: str, place: int) -> str:
    """Return the last letters before a place: as many as an abbreviation has."""
    found = _WORD_BEFORE.search(text[max(0, place - _LONGEST_ABBREVIATION) : place])
    return found[0] if found else ""


def _begins_with_capital(text: str) -> bool | None:
    """Return whether a text begins with a capital; None where its first letter has no case, or it begins otherwise."""
    first = next((character for character in text if character.isalnum()), "")
    return first.isupper() if first.lower() != first.upper() else None


class Evidence:
    """Two documents, and how much of what their texts have in common stands nowhere else."""

    def __init__(self, ours: Sequence[Traits], theirs: Sequence[Traits], expansion: float) -> None:
        """`expansion` is how long a translation is for each letter of its source."""
        self._ours, self._theirs = ours, theirs
        self._our_counts, self._their_counts = _texts_with(ours), _texts_with(theirs)
        self._our_signatures = Counter((text.kind, text.signature) for text in ours)
        self._their_signatures = Counter((text.kind, text.signature) for text in theirs)
        self._expansion = expansion

    def proves(self, one: int, other: int) -> bool:
        """Return whether what they share tells these two from all other texts; their places are not looked at."""
        ours, theirs = self._ours[one], self._theirs[other]
        if not self._may_be(ours, theirs):
            return False
        if ours.times is not None and ours.times == theirs.times and not self._is_in_a_grid(one):
            return ours.figures == theirs.figures
        if not _are_as_whole(ours, theirs) or not self._is_alone(ours, theirs):
            return False
        shared = self._weight(ours, theirs)
        if ours.anchors != theirs.anchors:
            return shared >= _CONVERTED and _is_converted(ours, theirs)
        return shared + _LENGTH + _ORDER >= ENOUGH

    def speaks_against(self, one: int, other: int) -> bool:
        """Return whether both have figures, names or links, and nothing in common: one of them has changed places."""
        ours, theirs = self._ours[one], self._theirs[other]
        return bool(ours.anchors and theirs.anchors) and not _shared(ours, theirs)

    def moved(self, open_ones: Iterable[int], free: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield the texts of ours and of theirs that belong to each other wherever they stand, each once."""
        places: dict[str, int] = {}
        for other in free:
            for anchor in {*self._theirs[other].anchors, *self._theirs[other].words}:
                places.setdefault(anchor, other)
        taken: set[int] = set()
        for one in open_ones:
            ours = self._ours[one]
            known = {places[anchor] for anchor in {*ours.anchors, *ours.words} if anchor in places}
            for other in sorted(known - taken):
                if self.proves(one, other):
                    taken.add(other)
                    yield one, other
                    break

    def _is_in_a_grid(self, one: int) -> bool:
        """Return whether a subtitle is shown as long as those beside it: such times come from counting, and say no more
        than order does.
        """
        beside = [self._ours[place] for place in (one - 1, one + 1) if 0 <= place < len(self._ours)]
        return bool(beside) and all(text.duration == self._ours[one].duration for text in beside)

    def may_hide(self, one: int) -> bool:
        """Return whether a text of ours could have gone into the one before or behind it without a trace."""
        return self._ours[one].last not in _ENDS

    def _may_be(self, ours: Traits, theirs: Traits) -> bool:
        """Whether nothing speaks against it: kind, length, names, links and options."""
        expected = ours.length * self._expansion
        alike = ours.kind == theirs.kind and ours.names == theirs.names and ours.links == theirs.links
        alike = alike and _have_same_options(ours, theirs)
        return alike and abs(theirs.length - expected) <= max(_FEW_LETTERS, _UNLIKE * expected)

    def _is_alone(self, ours: Traits, theirs: Traits) -> bool:
        """Whether no other text, on either side, could be as good: one thing they share nobody else has, or nobody else
        has just the same figures, names and links.
        """
        if any(self._is_unique(anchor, ours, theirs) for anchor in _shared(ours, theirs)):
            return True
        wanted = {(ours.kind, ours.signature), (theirs.kind, theirs.signature)}
        return all(self._our_signatures[key] <= 1 and self._their_signatures[key] <= 1 for key in wanted)

    def _is_unique(self, anchor: str, ours: Traits, theirs: Traits) -> bool:
        return self._our_counts[ours.kind, anchor] == 1 == self._their_counts[theirs.kind, anchor]

    def _weight(self, ours: Traits, theirs: Traits) -> float:
        return sum(
            _worth(anchor, ours) * (1 if self._is_unique(anchor, ours, theirs) else _ELSEWHERE)
            for anchor in _shared(ours, theirs)
        )


def _shared(ours: Traits, theirs: Traits) -> set[str]:
    return set(ours.anchors & theirs.anchors) | (ours.words & theirs.words)


def _texts_with(texts: Iterable[Traits]) -> Counter[tuple[str, str]]:
    """Return how many texts of a kind have an anchor."""
    return Counter((text.kind, anchor) for text in texts for anchor in {*text.anchors, *text.words})


def _worth(anchor: str, text: Traits) -> float:
    if anchor in text.names:
        return _NAME
    if anchor in text.links:
        return _LINK
    if anchor in text.figures:
        return _OF_DIGITS.get(len(anchor), _NAME)
    return _WORD


def _are_as_whole(ours: Traits, theirs: Traits) -> bool:
    """Whether two texts have as many sentences and quotations, begin alike and end alike."""
    begin_alike = (
        None in (ours.is_capitalized, theirs.is_capitalized) or ours.is_capitalized == theirs.is_capitalized
    )
    return begin_alike and ours.marks == theirs.marks and ours.last == theirs.last


def _have_same_options(ours: Traits, theirs: Traits) -> bool:
    """Whether each has the options of the other; a half of a compound may be in the translation alone."""
    more = theirs.options - ours.options
    is_more = any(len(option) == _SHORT_OPTION or option.startswith("--") for option in more)
    return not is_more and not ours.options - theirs.options


def _is_converted(ours: Traits, theirs: Traits) -> bool:
    """Whether one figure of each is all that the other lacks."""
    return (ours.figures - theirs.figures).total() == (theirs.figures - ours.figures).total() == 1
