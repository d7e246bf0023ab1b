"""The rules of a scheme at work: which one fits where, and the capitals of what it writes.

Words are runs of letters and their marks; apostrophes between letters belong to a word when the scheme has a rule
for them. In a word the rules go from left to right: the longest source that fits is taken, of equally long ones
that with more context, then the first. Contexts are source letters; marks (a stress) are looked through.
"""

import re
from collections.abc import Iterable

from l10n.languages.normal_forms import normalized
from l10n.names.transliteration.rules import END, START, Rule, Step

APOSTROPHES = "'’ʼ‘`"
_MARKS = "\u0300-\u036f"
_LETTER = r"[^\W\d_]"
_TIE = "\u0361"  # letters under a tie are one letter: the capital of t͡s is T͡S (ALA-LC)
_CASED = r"[^\W\d_\u02b0-\u02ff]"  # without the modifier letters, such as the primes of ь and ъ
_FIRST = re.compile(rf"{_CASED}[{_MARKS}]*(?:(?<={_TIE}){_LETTER}[{_MARKS}]*)*")
_LONGEST_CACHED = 64
_MOST_CACHED = 50_000

# target, length of the source, letters wanted before and after it (None: whatever), the rule (None: no rule)
_Piece = tuple[str, int, frozenset[str] | None, frozenset[str] | None, Rule | None]
_UNKNOWN: _Piece = "", 1, None, None, None


class Romanizer:
    """The rules of one scheme, compiled. Safe to share between threads: its cache only saves work."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._choices: dict[str, list[_Piece]] = {}
        for rule in sorted(rules, key=lambda rule: rule.precedence):
            piece = rule.target, len(rule.source), rule.after or None, rule.before or None, rule
            self._choices.setdefault(rule.source[0], []).append(piece)
        # a letter that is written alike everywhere needs no search
        self._plain = {
            letter: pieces[0][0]
            for letter, pieces in self._choices.items()
            if pieces[0][1:4] == (1, None, None)
        }
        self._letters = frozenset(self._choices) - {"'"}  # an apostrophe alone asks for nothing
        self._is_beyond_ascii = not any(letter.isascii() for letter in self._letters)
        self._has_apostrophe = any("'" in rule.source for rule in rules)
        apostrophe = rf"|[{_MARKS}]*[{APOSTROPHES}](?={_LETTER})" if self._has_apostrophe else ""
        self._word = re.compile(rf"{_LETTER}+(?:(?:[{_MARKS}]+{apostrophe}){_LETTER}+)*[{_MARKS}]*")
        self._cache: dict[str, str] = {}

    def romanize(self, text: str) -> str:
        """Return `text` as `Scheme.romanize` promises."""
        if self._is_beyond_ascii and text.isascii():
            return text
        return normalized("NFC", self._word.sub(self._replacement, normalized("NFC", text)))

    def steps(self, text: str) -> tuple[Step, ...]:
        """Return the rules at work, as `Scheme.steps` promises."""
        steps = []
        for word in self._word.finditer(normalized("NFC", text)):
            start = word.start()
            for piece in self._pieces(self._lower(word[0])):
                if piece[4] is not None:
                    steps.append(Step(start=start, end=start + piece[1], rule=piece[4]))
                start += piece[1]
        return tuple(steps)

    def unknown_letters(self, text: str) -> str:
        """Return the letters without a rule, as `Scheme.unknown_letters` promises."""
        found: dict[str, None] = {}
        for word in self._word.finditer(normalized("NFC", text)):
            pieces, start = self._pieces(self._lower(word[0])), 0
            for piece in pieces:
                if piece[4] is None and word[0][start].isalpha():
                    found[word[0][start]] = None
                start += piece[1]
        return "".join(found)

    def _replacement(self, found: re.Match[str]) -> str:
        word = found[0]
        written = self._cache.get(word)
        if written is None:
            written = self._written(word)
            if len(word) <= _LONGEST_CACHED:
                if len(self._cache) >= _MOST_CACHED:
                    self._cache.clear()
                self._cache[word] = written
        return written

    def _lower(self, word: str) -> str:
        """Return the word in lower case, letter for letter, with one apostrophe for all."""
        lower = word.lower()
        if len(lower) != len(word):
            lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in word)
        if self._has_apostrophe:
            for apostrophe in APOSTROPHES[1:]:
                lower = lower.replace(apostrophe, "'")
        return lower

    def _pieces(self, lower: str) -> list[_Piece]:
        """Return what the word falls into; a letter no rule fits is a piece of its own, without a rule."""
        pieces, position = [], 0
        while position < len(lower):
            piece = self._choose(lower, position)
            pieces.append(piece)
            position += piece[1]
        return pieces

    def _choose(self, lower: str, position: int) -> _Piece:
        choices = self._choices.get(lower[position])
        if choices is None:  # before looking back: a run of marks must not be walked for each of them
            return _UNKNOWN
        previous = lower[position - 1] if position else START
        if "\u0300" <= previous <= "\u036f":
            previous = _previous(lower, position)
        for piece in choices:
            _, length, after, before, rule = piece
            if after is not None and previous not in after:
                continue
            if length > 1 and rule is not None and not lower.startswith(rule.source, position):
                continue
            if before is None or _next(lower, position + length) in before:
                return piece
        return _UNKNOWN

    def _joined(self, word: str, lower: str) -> str:
        """Return the targets of all pieces, joined: `_pieces` for words that need no more, at twice the speed."""
        plain, written, position, end = self._plain, [], 0, len(lower)
        while position < end:
            target = plain.get(lower[position])
            if target is None:
                target, length, _, _, rule = self._choose(lower, position)
                written.append(target if rule is not None else word[position])
                position += length
            else:
                written.append(target)
                position += 1
        return "".join(written)

    def _written(self, word: str) -> str:
        if self._letters.isdisjoint(lower := self._lower(word)):
            return word
        if word.islower():
            return self._joined(word, lower)
        rest = word[1:]
        if rest.islower() or len(word) == 1:
            return _as_title(self._joined(word, lower))
        if word.isupper():
            several = sum(map(str.isupper, word)) > 1
            written = self._joined(word, lower)
            return written.upper() if several else _as_title(written)
        return _letter_by_letter(self._pieces(lower), word)


def _previous(lower: str, position: int) -> str:
    while position and "\u0300" <= lower[position - 1] <= "\u036f":
        position -= 1
    return lower[position - 1] if position else START


def _next(lower: str, position: int) -> str:
    while position < len(lower) and "\u0300" <= lower[position] <= "\u036f":
        position += 1
    return lower[position] if position < len(lower) else END


def _as_title(written: str) -> str:
    """Return `written` with its first letter, or the first two under one tie, as a capital."""
    capital = written[:1].upper()
    if capital != written[:1] and written[1:2].isalpha():  # no sign before it, no mark behind it
        return capital + written[1:]
    first = _FIRST.search(written)
    if first is None:
        return written
    return written[: first.start()] + first[0].upper() + written[first.end() :]


def _letter_by_letter(pieces: list[_Piece], word: str) -> str:
    """Return a word of mixed case: a capital gives a title, or all capitals where its neighbour is one."""
    written, start = [], 0
    for target, length, _, _, rule in pieces:
        source, end = word[start : start + length], start + length
        if rule is None:
            written.append(source)
        elif not source[0].isupper():
            written.append(target)
        elif source.isupper() and (length > 1 or _beside_capital(word, start, end)):
            written.append(target.upper())
        else:
            written.append(_as_title(target))
        start = end
    return "".join(written)


def _beside_capital(word: str, start: int, end: int) -> bool:
    return word[end].isupper() if end < len(word) else word[:start][-1:].isupper()
