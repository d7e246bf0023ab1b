"""When characters that could be damaged are certainly damaged.

`AMANHÃ»` is the last word of a Portuguese quotation, and it is also what `AMANHû` looks like when UTF-8 is
read as cp1252. The judges here say which it is; in doubt a text is right as it is. What they know comes from
three places: the characters on both sides, whether what comes out is a character people write, and ftfy's
`badness`, the collected experience with text from the Web, which is asked but never allowed to change text:
of ftfy we want neither its straight quotation marks nor its blanks turned into no-break spaces nor its U+FFFD.
"""

import re
from enum import IntEnum

Span = tuple[int, int]


_GARBLE = re.compile("[\x80-\xff]{8}")


class Certainty(IntEnum):
    """How certain a repair is. What is only likely is done when something certain stands on the same line."""

    NO = 0
    LIKELY = 1
    CERTAIN = 2


def _one_of(*ranges: Span) -> re.Pattern[str]:
    inside = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)
    return re.compile(f"[{inside}]+")


_PUNCTUATION = ((0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x214F))
_LATIN = ((0xA0, 0x17F), (0x218, 0x21B), (0x1E00, 0x1EFF))
_CYRILLIC = ((0x400, 0x45F), (0x490, 0x491))
_SYMBOLS = (
    (0x192, 0x192),
    (0x2C6, 0x2DD),
    (0x2150, 0x23FF),
    (0x2460, 0x27BF),
    (0x2900, 0x2BFF),
    (0xFB00, 0xFB06),
)
_EMOJI = ((0xFE0F, 0xFE0F), (0x1F000, 0x1FAFF))
_MARKS = ((0x300, 0x36F), (0xFEFF, 0xFEFF), (0xFFFD, 0xFFFD))
_GREEK = ((0x386, 0x3CE),)

_usual = _one_of(*_LATIN, *_GREEK, *_CYRILLIC, *_PUNCTUATION, *_SYMBOLS, *_EMOJI, *_MARKS)
_cyrillic_letters = _one_of(*_CYRILLIC)
_cyrillic_text = _one_of(*_CYRILLIC, (0xA0, 0xBF), *_PUNCTUATION, *_EMOJI)
_latin_letters = re.compile("[À-ÖØ-öø-žȘ-ț]+")
_european = re.compile("[À-ÖØ-öø-žȘ-ț‐-›€™]+")
_C1 = re.compile("[\x80-\x9f]")
_C1_IN_SEQUENCE = re.compile("[Â-ßà-ïð-ô][\x80-\xbf\u2013-\u203a€™\u0152-\u017e\u02c6\u02dc]{1,3}")

_CLOSING = frozenset("»”’…–—“‘›«„‚\xa0‹")
_BEHIND_CAPITALS = _CLOSING | frozenset("™®°·¡¿´¸¨¹²³ªº†‡•")
_OPENING = frozenset("\"'“‘„‚«‹([")


def of_latin1(run: str, repaired: str, before: str, after: str) -> Certainty:
    """Judge UTF-8 read as latin-1: as cp1252, and a control character must be in it."""
    return of_western(run, repaired, before, after) if _C1.search(run) else Certainty.NO


def of_western(run: str, repaired: str, before: str, after: str) -> Certainty:
    """Judge UTF-8 read as cp1252."""
    if not _is_writable(repaired):
        return Certainty.NO
    if _may_end_a_word(run, before, after) or not is_bad(before + run + after):
        return Certainty.LIKELY
    return Certainty.CERTAIN


def of_rare(run: str, repaired: str, before: str, after: str) -> Certainty:
    """Judge UTF-8 read as an encoding of few programs: only European letters in words, and punctuation."""
    if not _european.fullmatch(repaired) or not ("ΓÇ" in run or is_bad(before + run + after)):
        return Certainty.NO
    if any(_latin_letters.match(letter) for letter in repaired) and not _touches_ascii_letter(before, after):
        return Certainty.NO
    return Certainty.NO if _may_end_a_word(run, before, after) else Certainty.CERTAIN


def of_cp1251(run: str, repaired: str, before: str, after: str) -> Certainty:
    """Judge UTF-8 read as cp1251: capitals Р and С between other characters, where no word has them."""
    if _latin_letters.fullmatch(repaired):
        return Certainty.CERTAIN if _touches_ascii_letter(before, after) else Certainty.NO
    if not _cyrillic_text.fullmatch(repaired):
        return Certainty.NO
    if "вЂ" in run or "рџ" in run:
        return Certainty.CERTAIN
    if before.isalpha() or after.isalpha():
        return Certainty.NO
    if len(run) >= 4 and re.search("[^А-ЯЂ-ЏҐ][РС]", run) and _cyrillic_letters.search(repaired):
        return Certainty.CERTAIN
    return Certainty.LIKELY


def of_koi8(run: str, repaired: str, before: str, after: str) -> Certainty:
    """Judge UTF-8 read as koi8-r: letters п and я with line-drawing characters between them."""
    if not _cyrillic_text.fullmatch(repaired) or before.isalpha() or after.isalpha():
        return Certainty.NO
    drawn = set(re.findall("[─-▟⌠⌡■∙√≈≤≥]", run))
    if "Б─" in run or "П÷" in run:
        return Certainty.CERTAIN
    if len(run) >= 4 and len(drawn) >= 2:
        return Certainty.CERTAIN
    return Certainty.LIKELY


def is_garbled(text: str) -> bool:
    """Return whether long runs of what Latin-1 adds to ASCII are in a text: of no writing, and read in no way we know.

    Chinese in GB 18030 looks so when it is read as cp1252; some of its bytes are UTF-8 by chance.
    """
    return _GARBLE.search(text) is not None


def is_bad(text: str) -> bool:
    """Return whether ftfy finds a combination in `text` that people do not write."""
    from ftfy.badness import is_bad as ftfy_is_bad  # 0.1 s, and most text never needs it

    return ftfy_is_bad(text)


def _is_writable(repaired: str) -> bool:
    """Return whether people write this; a single letter of a rare script is more likely an accident."""
    if _C1.search(_C1_IN_SEQUENCE.sub("", repaired)):
        return False  # a control is fine only where it is one more layer of the same damage
    return bool(_usual.fullmatch(repaired)) or (len(repaired) > 1 and repaired.isprintable())


def _may_end_a_word(run: str, before: str, after: str) -> bool:
    """Return whether `run` may be the capital that ends a word or stands alone, and a mark behind it."""
    if len(run) != 2 or run[1] not in _BEHIND_CAPITALS:
        return False
    if before.isupper():
        return True
    alone = not before or before.isspace() or before in _OPENING
    sign = run[0] == "Â" and before not in _OPENING  # `Â«` is a sign that kept its place
    return alone and run[1] in _CLOSING and not after.isalnum() and not sign


def _touches_ascii_letter(before: str, after: str) -> bool:
    return any(side.isascii() and side.isalpha() for side in (before, after))
