"""The rules of a transliteration scheme, as values: what is written for what, in which context, and why."""

from dataclasses import dataclass

START, END = "start", "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`source` is written `target`, where the context fits. Lower case, NFC; all values, fit to be inverted.

    `after` holds the letters one of which stands before the source, and START if it may open the word; `before`
    holds those that follow it, and END if it may close the word. An empty set asks for nothing. `'` stands for
    every apostrophe. `note` says why.
    """

    source: str
    target: str
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    note: str = ""

    @property
    def precedence(self) -> tuple[int, int]:
        """Return what puts the rule before others where several fit, smallest first: long, then in a context."""
        return -len(self.source), -(bool(self.after) + bool(self.before))

    def __str__(self) -> str:
        """Return the rule as people read it: `е → je (after start, ь)`."""
        contexts = [
            f"{word} {', '.join(sorted(letters, key=lambda letter: (-len(letter), letter)))}"
            for word, letters in (("after", self.after), ("before", self.before))
            if letters
        ]
        return f"{self.source} → {self.target or '–'}" + (f" ({'; '.join(contexts)})" if contexts else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A text and what the scheme has to make of it: a test of the rules."""

    source: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`text[start:end]` (code points, NFC) was written by `rule`."""

    start: int
    end: int
    rule: Rule
