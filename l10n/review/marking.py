"""A text as marks: registered names, places a finding would fix, and characters nobody would see."""

import bisect
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from l10n.model import Edit
from l10n.names import Lexicon, NameContext, Referent
from l10n.review.page import Mark

_Label = TypeVar("_Label")

# Unicode 16, chapter 23.2 and UAX #9: what has no glyph of its own, or turns the text around it; tab and line feed
# are layout. Half a surrogate pair is no character at all.
_INVISIBLE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SHORT: Mapping[str, str] = {
    "\xad": "SHY",
    "\u061c": "ALM",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2028": "LSEP",
    "\u2029": "PSEP",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}


Span = tuple[int, int, str]


def names_in(text: str, locale: str, lexicon: Lexicon, expected: Collection[str] = ()) -> tuple[Span, ...]:
    """Return start, end and entry of each registered name in a text in `locale`, in order, none over another.

    `expected` are the entries its original names: a surname alone is then theirs.
    """
    context = NameContext(text, lexicon, locale, expected=expected)
    found = []
    for index, occurrence in enumerate(context.occurrences):
        ours = [
            entry for entry in occurrence.entries if context.referent(index, entry) is not Referent.ANOTHER
        ]
        if ours:
            found.append((occurrence.start, occurrence.end, ours[0]))
    return tuple(found)


def mark(
    text: str, names: Iterable[Span], numbers: Mapping[str, int], edits: Iterable[Edit] = ()
) -> tuple[Mark, ...]:
    """Return a text as marks; `numbers` are those of the entries on the page. Law: joined they are the text.

    An edit that inserts something has no place of its own to mark; of two edits in one place the first counts.
    """
    spans = [(start, end, numbers[entry]) for start, end, entry in names if entry in numbers]
    wanted = _apart([(edit.start, edit.end, edit.replacement) for edit in edits if edit.end <= len(text)])
    cuts = {0, len(text)}
    cuts.update(place for span in (*spans, *wanted) for place in span[:2])
    places = sorted(cuts)
    of_names, of_edits = dict(_covered(spans, places)), dict(_covered(wanted, places))
    marks: list[Mark] = []
    for start, end in pairwise(places):
        marks += _visible(text[start:end], of_names.get(start), of_edits.get(start))
    return tuple(marks)


def _apart(spans: Sequence[tuple[int, int, _Label]]) -> list[tuple[int, int, _Label]]:
    """Return the spans that are not empty, in order, without those that begin inside an earlier one."""
    kept: list[tuple[int, int, _Label]] = []
    for span in sorted(spans, key=lambda span: span[:2]):
        if span[0] < span[1] and (not kept or kept[-1][1] <= span[0]):
            kept.append(span)
    return kept


def _covered(spans: Iterable[tuple[int, int, _Label]], places: Sequence[int]) -> Iterator[tuple[int, _Label]]:
    """Yield each of the sorted places that is inside a span, with the label of that span."""
    for start, end, label in spans:
        for index in range(bisect.bisect_left(places, start), bisect.bisect_left(places, end)):
            yield places[index], label


def _visible(text: str, name: int | None, suggestion: str | None) -> Iterable[Mark]:
    """Yield the text with each invisible character in a mark of its own."""
    position = 0
    for found in _INVISIBLE.finditer(text):
        if found.start() > position:
            plain = text[position : found.start()]
            yield Mark(text=plain, shown=plain, name=name, suggestion=suggestion)
        yield Mark(
            text=found[0],
            shown=_shown(found[0]),
            name=name,
            suggestion=suggestion,
            invisible=_description(found[0]),
        )
        position = found.end()
    if position < len(text):
        yield Mark(text=text[position:], shown=text[position:], name=name, suggestion=suggestion)


def plain(text: str) -> str:
    """Return a text that is no translation (a path, a comment) with invisible characters replaced by signs."""
    return _INVISIBLE.sub(lambda found: _shown(found[0]), text)


def _shown(character: str) -> str:
    """Return what stands for an invisible character: blanks stay blanks, all else is said."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # the block "Control Pictures"
    if unicodedata.category(character) == "Zs":
        return character
    return f"[{_SHORT.get(character, f'U+{code:04X}')}]"


def _description(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{name} ({code})" if name else code
