"""Punctuation that was read as Thai: `โ€œ` for “, and `โ€` for a ” that has lost its last byte.

“ is E2 80 9C in UTF-8. Read as cp874, E2 is โ and 80 is €; 9C is in cp874 not at all, and the program took cp1252
for it: œ. ” is E2 80 9D; 9D is in neither, and was thrown away. So `โ€` that no fitting third character follows
is a closing quotation mark.

Left alone, because it is Thai or may be: โ with a Thai letter behind it (every real โ has one), all two-character
sequences (`รฉ` is é, and is Thai), a lost closing mark that touches a Thai letter on either side, a third
character that is a Thai letter and goes on as a Thai word, `โ€` with a no-break space behind it († or ” is
anybody's guess), and every character but punctuation: whole Thai texts read as cp874 are not repaired.
"""

import re
from collections.abc import Iterator

from l10n.repair.changes import Repair
from l10n.repair.misreadings import character_bytes

_THAI = "[\u0e01-\u0e5b]"
_BYTES = character_bytes("cp874")
_THIRD = re.escape(
    "".join(character for character, byte in _BYTES.items() if 0x80 <= byte <= 0xBF and byte != 0xA0)
)
_MARK = re.compile(f"โ(?:€(?P<third>[{_THIRD}\ufffd])?|[‚\x82]ฌ|[„\x84][ข–\x96])")
_THAI_LETTER = re.compile(_THAI)

_QUOTATION_MARKS = frozenset("“”„‟‘‚‛‹›")
_WRITTEN_AS_THAI = frozenset("†‡•…‰′″‹›\u202f")  # marks of which the third character is a Thai letter


def find_thai_punctuation(piece: str) -> Iterator[Repair]:
    """Yield a repair for each mark in `piece` that was read as cp874."""
    for match in _MARK.finditer(piece):
        mark = _mark(piece, match)
        if mark is not None:
            before, after = mark
            rule = "cp874-quotation-mark" if after in _QUOTATION_MARKS else "cp874-punctuation"
            yield Repair(start=match.start(), before=before, after=after, rule=rule)


def _mark(piece: str, match: re.Match[str]) -> tuple[str, str] | None:
    """Return what stands there and what it was, or None when it may be right."""
    third = match["third"] if match[0][1] == "€" else match[0][2]
    if third is not None and third != "\ufffd":
        mark = bytes(_BYTES[character] for character in match[0]).decode("utf-8")
        if not _THAI_LETTER.match(third):
            return match[0], mark
        goes_on = _is_thai(piece, match.end())
        return None if goes_on or mark not in _WRITTEN_AS_THAI | {"€", "™"} else (match[0], mark)
    beside_thai = match.start() > 0 and _THAI_LETTER.match(piece, match.start() - 1) is not None
    if beside_thai or _is_thai(piece, match.end()) or piece.startswith("\xa0", match.end()):
        return None
    return match[0], "”"


def _is_thai(piece: str, at: int) -> bool:
    """Return whether a Thai letter stands there that does not begin a damaged mark itself."""
    return _THAI_LETTER.match(piece, at) is not None and not piece.startswith("โ€", at)
