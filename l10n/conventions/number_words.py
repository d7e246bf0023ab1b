"""Reads the numbers written in words: twenty-one, nineteen eighty-four, две целых пять десятых, negentienjarig."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from l10n.conventions.fact_values import Number
from l10n.conventions.number_reading import measured
from l10n.conventions.spans import outside
from l10n.languages.facts.fact_folding import fold, small_letters
from l10n.languages.facts.fact_tables import FactTable
from l10n.languages.facts.word_tables import WordTable, magnitude

_BLANKS = " \u00a0-\n"
_FIRST_OF_A_YEAR = range(13, 21)  # nineteen eighty-four, twenty twenty-six
_SHORTEST_UNIT = 2
_MILLION = 1e6
_DIGITS = 4  # of a fraction: two thirds are 0.6667


class _Word(NamedTuple):
    """A word with a part in a number: `unit` is that of negentienjarig.

    `kind` is value, scale, counter, point, whole or part.
    """

    start: int
    end: int
    text: str
    kind: str
    value: float = 0.0
    unit: str = ""


class _Made(NamedTuple):
    """What words make: the number, and at which word it ends."""

    value: float
    end: int


def spelled(
    text: str, small: str, words: Sequence[re.Match[str]], table: FactTable, taken: Sequence[tuple[int, int]]
) -> Iterator[Number]:
    """Yield the numbers that `words` of a text state outside the spans `taken`; a one alone says nothing.

    `small` is the text in small letters; words and spans are in order.
    """
    read = _known_words(small, outside(words, taken), table.number_words)
    at = 0
    while at < len(read):
        if read[at].kind not in ("value", "scale"):
            at += 1
            continue
        made = _combined(read, at, small, table.number_words)
        start, end, unit = read[at].start, read[made.end - 1].end, read[made.end - 1].unit
        if made.end == at + 1 and read[at].text in table.number_words.unsure:
            at += 1
            continue
        at, value = made.end, made.value
        if half := table.number_words.plus_half.match(small, end):
            last = read[at - 1]  # two millions and a half are 2.5 million
            value, end = value + 0.5 * (last.value if last.value >= _MILLION else 1), half.end()
            if at < len(read) and read[at].kind == "scale" and not small[end : read[at].start].strip(_BLANKS):
                value, end, at = value * read[at].value, read[at].end, at + 1
        if value <= 1 and value == int(value):
            continue
        number = Number(start=start, end=end, text=text[start:end], values=(value,), unit=unit, spelled=True)
        yield number if unit else measured(text, number, table)


def whole_number(words: str, table: WordTable) -> float | None:
    """Return the number that all of the words make, None where they make none, or several."""
    small = small_letters(fold(words))
    known = _known_words(small, table.word.finditer(small), table)
    if not known or known[0].kind not in ("value", "scale") or known[0].start:
        return None
    made = _whole(known, 0, small, table)
    return made.value if known[made.end - 1].end == len(small) else None


def _known_words(small: str, words: Iterable[re.Match[str]], table: WordTable) -> list[_Word]:
    """Return the words with a part in a number; those of one that no sum makes are one: quatre-vingt-onze."""
    read: list[_Word] = []
    for word in words:
        if read and word.start() < read[-1].end:
            continue
        compound = table.compounds.match(small, word.start()) if table.compounds else None
        if compound:
            said = re.sub(r"[\s\u00a0-]", " ", compound[0])
            read.append(_Word(*compound.span(), said, "value", table.compound_of[said]))
        elif (known := _known(word, table)) is not None:
            read.append(known)
    return read


def halves(text: str, small: str, table: FactTable, taken: Sequence[tuple[int, int]]) -> Iterator[Number]:
    """Yield the halves of a unit or a scale: half an hour, een halve kilo, полмиллиона."""
    words = table.number_words
    joined = {end.end() for end in words.plus_half.finditer(small)}  # of one and a half million
    for found in outside(words.halves.finditer(small), taken):
        start, at = found.span()
        if not joined.isdisjoint((at, at - 1)):
            continue
        number = Number(start=start, end=at, text=text[start:at], values=(0.5,), spelled=True)
        unit = table.unit.match(text, at)
        scale = words.word.match(small, at)
        if unit and unit.end() - at >= _SHORTEST_UNIT:
            yield measured(text, number, table)
        elif scale and scale[0] in words.scales:
            value = 0.5 * words.scales[scale[0]]
            yield measured(text, number._replace(end=scale.end(), values=(value,), scaled=True), table)


def _known(word: re.Match[str], table: WordTable) -> _Word | None:
    start, end = word.span()
    text = word[0]
    if text in table.words:
        return _Word(start, end, text, "value", table.words[text])
    if len(text) > 2 and text in table.scales:
        return _Word(start, end, text, "scale", table.scales[text])
    if text in table.counters:
        return _Word(start, end, text, "counter", table.counters[text])
    for kind, words in (("point", table.points), ("whole", table.wholes), ("part", table.parts)):
        if text in words:
            return _Word(start, end, text, kind, table.parts.get(text, 0.0))
    joined = table.joined.read(text) if table.joined else None
    return _Word(start, end, text, "value", *joined) if joined else None


def _between(words: Sequence[_Word], at: int, text: str) -> str | None:
    """Return what stands between a word and the one before it, without blanks; None at the end of the words."""
    return text[words[at - 1].end : words[at].start].strip(_BLANKS) if at < len(words) else None


def _is_next(words: Sequence[_Word], at: int, text: str, *kinds: str) -> bool:
    return at < len(words) and words[at].kind in kinds and not _between(words, at, text)


def _combined(words: Sequence[_Word], at: int, text: str, table: WordTable) -> _Made:
    """Return the number that begins at a word, with its fraction."""
    made = _whole(words, at, text, table)
    end = made.end
    if _is_next(words, end, text, "counter"):
        return _Made(made.value * words[end].value, end + 1)
    if _is_next(words, end, text, "point") and _is_next(words, end + 1, text, "value"):
        made = _with_digits(made.value, words, end + 1, text)
    elif _is_next(words, end, text, "whole"):
        made = _Made(made.value, end + 1)
        if _is_next(words, end + 1, text, "value"):
            some = _whole(words, end + 1, text, table)
            part = (
                table.parts.get(words[some.end].text)
                if _is_next(words, some.end, text, "part", "value")
                else None
            )
            if part:  # десятых is an ordinal, too
                made = _Made(made.value + some.value / part, some.end + 1)
    elif (
        end == at + 1
        and words[at].text in table.counts
        and _is_next(words, end, text, "part", "value")
        and made.value < table.parts.get(words[end].text, 0.0)
    ):
        return _Made(round(made.value / table.parts[words[end].text], _DIGITS), end + 1)
    else:
        return made
    if _is_next(words, made.end, text, "scale"):
        made = _Made(made.value * words[made.end].value, made.end + 1)
    return made


def _with_digits(value: float, words: Sequence[_Word], at: int, text: str) -> _Made:
    """Return a number with the figures behind its point: three point one four, drie komma vijfentwintig."""
    digits = ""
    while len(digits) < 9 and (not digits or _is_next(words, at, text, "value")):
        figure = words[at].value
        if figure >= (10 if digits else 100) or figure != int(figure):
            break
        digits += f"{figure:.0f}"
        at += 1
        if len(digits) == 2 and figure >= 10:
            break
    return _Made(value + int(digits or 0) / 10 ** len(digits), at)


class _Sum:
    """A number in the making: `current` is what the next scale counts, and only what is below `bound` is added."""

    __slots__ = ("bound", "current", "scaled", "total")

    def __init__(self) -> None:
        self.total = self.current = 0.0
        self.bound = self.scaled = float("inf")

    def add(self, value: float) -> None:
        self.current, self.bound = self.current + value, magnitude(value)

    def is_counted_by(self, scale: float, *, is_first: bool) -> bool:
        """Count what is there by a scale; False where it cannot count that: hundred hundred, million million."""
        if scale < 1000:
            if not is_first and not 0 < self.current < 100:
                return False
            self.current, self.bound = (self.current or 1) * scale, scale
            return True
        if scale >= self.scaled or self.current >= 1000 or (self.total and not self.current):
            return False
        self.total, self.current = self.total + (self.current or 1) * scale, 0.0
        self.bound = self.scaled = scale
        return True


def _whole(words: Sequence[_Word], first: int, text: str, table: WordTable) -> _Made:
    """Return the number that the words from one on make by adding and multiplying."""
    if words[first].value % 1 and _is_next(words, first + 1, text, "scale"):  # anderhalf miljoen
        return _Made(words[first].value * words[first + 1].value, first + 2)
    made, at = _Sum(), first
    while at < len(words) and words[at].kind in ("value", "scale"):
        word, between = words[at], _between(words, at, text) if at > first else ""
        if between and not _is_linked(between, made.bound, word, table):
            break
        if word.kind == "scale":
            if not made.is_counted_by(word.value, is_first=at == first):
                break
        elif at == first or (word.value < made.bound and not _is_counted(words, at, text, made.bound)):
            made.add(word.value)
        elif table.pairs and at == first + 1 and made.current in _FIRST_OF_A_YEAR and 10 <= word.value < 100:
            made.current *= 100
            made.add(word.value)
        else:
            break
        at += 1
        if word.unit or word.value % 1:
            break
    return _Made(made.total + made.current, at)


def _is_linked(between: str, bound: float, word: _Word, table: WordTable) -> bool:
    """Tell whether what stands before a word may stand in a number: two hundred and six, treinta y uno."""
    links = table.links if bound >= 100 else table.ten_links if bound == 10 else ()
    return between in links and word.kind == "value"


def _is_counted(words: Sequence[_Word], at: int, text: str, bound: float) -> bool:
    """Tell whether a scale behind a word makes it too large to be added: one hundred and two hundred."""
    following = words[at + 1] if _is_next(words, at + 1, text, "scale") else None
    return following is not None and following.value < 1000 and words[at].value * following.value >= bound
