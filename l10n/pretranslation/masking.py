"""What a translating program must not touch: it is sent as `[X1X]`, and has to come back complete.

Shielded are the markup of the format, placeholders, addresses, code, line ends, and names whose form in the target is
certain. Each mark comes back once; what was opened before it was closed still is, and pairs do not cross.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from l10n.formats import HasInlineMarkup
from l10n.names import look_alikes, protected_spans
from l10n.pretranslation.kept_elements import kept_elements

Span = tuple[int, int]

_LETTERS = "XQZW"
_LINE_END = re.compile(r"(?:(?<![ \t])[ \t]++)?+[\r\n]+[ \t]*")
_FORMATTED = re.compile(r"%(?:\d{1,3}\$)?[-+#0]{0,4}\d{0,4}(?:\.\d{1,4})?[sdfiuxXeEgGcr](?!\w)")
_AT_END = ".,;:!?'\"»”’"
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:.-]*)[^<>]*?(/?)>")
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "area", "col", "embed", "source", "track"})
_EMPHASIS = re.compile(r"\*{1,3}|_{1,3}|~~")
_CLOSERS = ".,;:!?)]»”’…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shield:
    """What stands behind a mark: `text[start:end]` of the msgid, and what is written in the translation for it."""

    start: int
    end: int
    replacement: str
    is_name: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A text as it is sent. `letter` is that of its marks; the shields are numbered from 1, in order."""

    original: str
    text: str
    letter: str
    shields: tuple[Shield, ...]

    @property
    def has_words(self) -> bool:
        """Whether anything is left to translate between the marks."""
        return any(character.isalpha() for character in self.without_marks(self.text))

    def without_marks(self, text: str) -> str:
        """Return a text with a blank for each mark."""
        return _marks(self.letter).sub(" ", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why an answer is not taken."""

    reason: str


def mask(text: str, markup: Iterable[Span] = (), names: Iterable[Shield] = ()) -> Masked:
    """Return a text with marks for what must not be translated.

    `markup` are the spans its format calls so; a name that touches one of them is no name. Law: `unmask` of the masked
    text itself gives the text with each name in its replacement.
    """
    fixed = [*markup, *_placeholders(text)]
    taken = _kept(fixed)
    shields = [Shield(start=start, end=end, replacement=text[start:end]) for start, end in taken]
    shields += (
        name
        for name in names
        if not (place := bisect_left(taken, (name.end, 0))) or taken[place - 1][1] <= name.start
    )
    shields.sort(key=lambda shield: shield.start)
    letter = next((letter for letter in _LETTERS if not _marks(letter).search(text)), _LETTERS[0])
    pieces: list[str] = []
    position = 0
    for number, shield in enumerate(shields, 1):
        pieces += (text[position : shield.start], f"[{letter}{number}{letter}]")
        position = shield.end
    return Masked(
        original=text, text="".join([*pieces, text[position:]]), letter=letter, shields=tuple(shields)
    )


def unmask(masked: Masked, answer: str) -> str | Refusal:
    """Return the translation with everything in its place again, or why that cannot be."""
    found = list(_marks(masked.letter).finditer(answer))
    numbers = [int(mark[1]) for mark in found]
    if wrong := _miscounted(masked, numbers):
        return wrong
    if wrong := _misplaced(masked, numbers):
        return wrong
    pairs = partners(masked.shields)
    openers, closers = set(pairs), set(pairs.values())
    written, position = "", 0
    for mark, number in zip(found, numbers, strict=True):
        between = answer[position : mark.start()]
        shield = masked.shields[number - 1]
        if number in closers and not _has_blank(masked.original, shield.start - 1):
            between = between.rstrip(" ")
        written += between + shield.replacement
        position = mark.end()
        blanks = 0
        while answer.startswith(" ", position + blanks):
            blanks += 1
        following = answer[position + blanks : position + blanks + 1]
        glued = not _has_blank(masked.original, shield.end)
        if glued and (number in openers or (following in _CLOSERS and following)):
            position += blanks
    return written + answer[position:]


def partners(shields: Sequence[Shield]) -> dict[int, int]:
    """Return which mark closes which, by number: tags, brackets of links, and emphasis; only those properly nested."""
    pairs: dict[int, int] = {}
    stack: list[tuple[str, int]] = []
    opened: Counter[str] = Counter()
    for number, shield in enumerate(shields, 1):
        kind, name = _role(shield, opened)
        if kind == "opens":
            stack.append((name, number))
            opened[name] += 1
        elif kind == "closes":
            while opened[name]:
                known, opener = stack.pop()
                opened[known] -= 1
                if known == name:
                    pairs[opener] = number
                    break
    return pairs


def _role(shield: Shield, opened: Mapping[str, int]) -> tuple[str, str]:
    """Return whether a shield opens or closes something, and what."""
    text = shield.replacement
    if shield.is_name:
        return "", ""
    if tag := _TAG.fullmatch(text):
        name = tag[2].lower()
        return ("" if tag[3] or name in _VOID else "closes" if tag[1] else "opens"), name
    if _EMPHASIS.fullmatch(text):
        return ("closes" if opened.get(text) else "opens"), text
    if text in ("[", "!["):
        return "opens", "["
    return ("closes", "[") if text.startswith("]") else ("", "")


def _miscounted(masked: Masked, numbers: Sequence[int]) -> Refusal | None:
    """Refuse marks that are lost, made up or doubled; who is named may be named twice."""
    counts = Counter(numbers)
    for number, shield in enumerate(masked.shields, 1):
        if counts[number] == 0:
            return Refusal(reason=f"“{_shown(shield)}” is missing from the answer")
        if counts[number] > 1 and not shield.is_name:
            return Refusal(reason=f"“{_shown(shield)}” appears {counts[number]} times in the answer")
    unknown = next((number for number in numbers if not 1 <= number <= len(masked.shields)), None)
    return (
        Refusal(reason=f"the answer has a mark that was not sent: {unknown}") if unknown is not None else None
    )


def _misplaced(masked: Masked, numbers: Sequence[int]) -> Refusal | None:
    """Refuse pairs that cross or are turned round, and lone markup in another order."""
    pairs = partners(masked.shields)
    closers = {closer: opener for opener, closer in pairs.items()}
    stack: list[int] = []
    loose: list[int] = []
    for number in numbers:
        shield = masked.shields[number - 1]
        if number in pairs:
            stack.append(number)
        elif number in closers:
            if not stack or stack.pop() != closers[number]:
                return Refusal(reason=f"“{_shown(shield)}” is in another place in the answer")
        elif _role(shield, {})[0]:
            loose.append(number)
    if loose != sorted(loose):
        return Refusal(reason="tags without a counterpart are in another order in the answer")
    return None


def _shown(shield: Shield) -> str:
    text = shield.replacement.replace("\n", "⏎")
    return text if len(text) <= 40 else f"{text[:40]}…"


def _has_blank(text: str, place: int) -> bool:
    """Return whether a blank, or the end of the text, stands there."""
    return not 0 <= place < len(text) or text[place].isspace()


def _placeholders(text: str) -> Iterable[Span]:
    for start, end in protected_spans(text):
        body = (
            text[start:end].rstrip(_AT_END) if not text[start:end].startswith(("<", "`")) else text[start:end]
        )
        yield start, start + len(body)
    yield from kept_elements(text)
    for pattern in (_LINE_END, _FORMATTED):
        yield from (found.span() for found in pattern.finditer(text))


def _kept(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap joined."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        elif start < end:
            kept.append((start, end))
    return kept


def _marks(letter: str) -> re.Pattern[str]:
    """Return what finds a mark as programs give it back: other brackets, blanks inside, a look-alike, or small."""
    either = f"[{''.join(look_alikes(letter))}]"
    return re.compile(rf"[\[【［⟦]\s{{0,2}}{either}\s{{0,2}}(\d{{1,4}})\s{{0,2}}{either}\s{{0,2}}[\]】］⟧]")


def markup_of(form: object, text: str) -> tuple[Span, ...]:
    """Return the spans of a text that its format calls markup."""
    return form.markup(text) if isinstance(form, HasInlineMarkup) else ()
