"""Texts made comparable, with the way back to their own offsets.

Folded alike: composed and decomposed letters, ё and е, every apostrophe; stress marks on Cyrillic vowels and
invisible characters are left out. Letter case is kept.
"""

import bisect
import re
from dataclasses import dataclass
from functools import cache

from l10n.languages.folding import equal_letters, fold_letters
from l10n.languages.normal_forms import normalized
from l10n.languages.scripts import letters_of

APOSTROPHES = "'’ʼ‘ʹ`´"
_EQUAL = (("’", "'"), ("ʼ", "'"), ("ʹ", "'"), ("´", "'"))
_MARKS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
# a letter with its marks, or a run of invisible characters: all that can change the length
_CLUSTER = re.compile(rf"[^{_MARKS}{_INVISIBLE}][{_MARKS}]+|[{_INVISIBLE}]+")
_CHANGING = re.compile(rf"[{_MARKS}{_INVISIBLE}]")
_STRESS = "\u0300\u0301"  # on a letter of these scripts they are no part of the letter
_STRESSED_SCRIPTS = ("Cyrl",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A folded text; `original(offset)` gives the offset in the text it was made of."""

    text: str
    # where a stretch of unchanged length begins: in the folded text, and in the original
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def original(self, offset: int) -> int:
        """Return the offset, in the text as given, of what stands at `offset` of the folded text."""
        if len(self.starts) == 1:  # nearly every text
            return offset
        place = bisect.bisect_right(self.starts, offset) - 1
        return self.origins[place] + offset - self.starts[place]


def fold(text: str) -> Folded:
    """Return `text` folded, with its alignment. Linear in the text."""
    if text.isascii():
        return Folded(text=text)
    if not _CHANGING.search(text):  # nearly every text
        return Folded(text=_equalise(text))
    pieces: list[str] = []
    starts, origins = [0], [0]
    length = position = 0
    for cluster in _CLUSTER.finditer(text):
        composed = normalized("NFC", cluster[0]) if cluster[0][0] not in _INVISIBLE_SET else ""
        composed = _stress().sub("", composed)
        pieces += (text[position : cluster.start()], composed)
        length += cluster.start() - position + len(composed)
        position = cluster.end()
        starts.append(length)
        origins.append(position)
    pieces.append(text[position:])
    return Folded(text=_equalise("".join(pieces)), starts=tuple(starts), origins=tuple(origins))


def _equalise(text: str) -> str:
    for sign, equal in _EQUAL:
        text = text.replace(sign, equal)
    return fold_letters(text)


@cache
def _stress() -> re.Pattern[str]:
    letters = "".join(letters_of(script) for script in _STRESSED_SCRIPTS)
    return re.compile(f"(?<=[{letters}])[{_STRESS}]+")


@cache
def _folded() -> re.Pattern[str]:
    """Return what finds a sign that folding changes."""
    equal = "".join(sign for sign, _ in (*_EQUAL, *equal_letters()))
    return re.compile(rf"[{_MARKS}{_INVISIBLE}{equal}]")


def fold_form(form: str) -> str:
    """Return a registered form or a surface as `fold` would fold it in a text."""
    if not _folded().search(form):  # nearly every form
        return form
    return fold(form).text if changes_length(form) else _equalise(form)


def changes_length(text: str) -> bool:
    """Tell whether a text holds marks or invisible characters, so that folding may change its length."""
    return _CHANGING.search(text) is not None


_INVISIBLE_SET = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
