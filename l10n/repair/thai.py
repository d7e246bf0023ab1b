"""Punctuation that was read as Thai: `โ€œ` for “, and `โ€` for a ” that has lost its last byte.

“ is E2 80 9C in UTF-8. Read as cp874, E2 is โ and 80 is €; 9C is in cp874 not at all, and the program took cp1252
for it: œ. ” is E2 80 9D; 9D is in neither, and was thrown away, or became U+FFFD. So `โ€` that no fitting third
character follows is a closing quotation mark where one may stand: behind the end of a sentence, or where one is open.

Left alone, because more than one mark may have stood there: a lost third byte within a word (an apostrophe, or a
hyphen), before a word (an opening mark is never made a closing one), or free; behind a word, unless it closes what is
open and nothing behind it could (of “the dogs’ tails” it could be either); and U+FFFD where no quotation is open, for
some programs write it for ’ as well.

Left alone, because it is Thai or may be: โ with a Thai letter behind it (every real โ has one), all two-character
sequences (`รฉ` is é, and is Thai), a lost closing mark that touches a Thai letter on either side, a third
character that is a Thai letter and goes on as a Thai word, `โ€` with a no-break space behind it († or ” is
anybody's guess), and every character but punctuation: whole Thai texts read as cp874 are not repaired.
"""

import re
from collections.abc import Iterator, Sequence

from l10n.repair.changes import Repair
from l10n.repair.misreadings import character_bytes

_THAI = "[\u0e01-\u0e5b]"
_BYTES = character_bytes("cp874")
_THIRD = re.escape(
    "".join(character for character, byte in _BYTES.items() if 0x80 <= byte <= 0xBF and byte != 0xA0)
)
_MARK = re.compile(f"โ(?:€(?P<third>[{_THIRD}\ufffd])?|[‚\x82]ฌ|[„\x84][ข–\x96])")
_QUOTE = re.compile(rf"{_MARK.pattern}|[“”‘’]")
_ENDS_HERE = re.compile(r"(?:โ€|[\s.,;:!?…)\]}”’»\"'—–]|\Z)")
_SENTENCE_ENDS, _CLOSING = frozenset(".,!?…;:"), frozenset(")]}”’»\"'™%€°")
_THAI_LETTER = re.compile(_THAI)

_QUOTATION_MARKS = frozenset("“”„‟‘‚‛‹›")
_WRITTEN_AS_THAI = frozenset("†‡•…‰′″‹›\u202f")  # marks of which the third character is a Thai letter


def find_thai_punctuation(piece: str, behind: str = "") -> Iterator[Repair]:
    """Yield a repair for each mark in `piece` that was read as cp874; `behind` is the character that follows it."""
    if "โ" not in piece:
        return
    found = [(match, _read(piece, match)) for match in _QUOTE.finditer(piece)]
    closing = set(_certainly_closing(piece, behind, found))
    for place, (match, mark) in enumerate(found):
        after = "”" if place in closing else mark
        if after and match[0][0] == "โ":
            before = match[0]
            rule = "cp874-quotation-mark" if after in _QUOTATION_MARKS else "cp874-punctuation"
            yield Repair(start=match.start(), before=before, after=after, rule=rule)


def _read(piece: str, match: re.Match[str]) -> str:
    """Return what a mark says or was; "" when it may be right as it is, or its third byte is lost."""
    if match[0][0] != "โ":
        return match[0]
    third = match["third"] if match[0][1] == "€" else match[0][2]
    if third is None or third == "\ufffd":
        return ""
    mark = bytes(_BYTES[character] for character in match[0]).decode("utf-8")
    if not _THAI_LETTER.match(third):
        return mark
    goes_on = _is_thai(piece, match.end())
    return "" if goes_on or mark not in _WRITTEN_AS_THAI | {"€", "™"} else mark


def _certainly_closing(piece: str, behind: str, found: Sequence[tuple[re.Match[str], str]]) -> Iterator[int]:
    """Yield which marks whose third byte is lost can only be the closing quotation mark."""
    candidates = {
        place for place, (match, mark) in enumerate(found) if not mark and _may_close(piece, behind, match)
    }
    closed_later: set[int] = set()  # where another mark could close what is open
    another = False
    for place in range(len(found) - 1, -1, -1):
        if another:
            closed_later.add(place)
        another = (another or found[place][1] == "”" or place in candidates) and found[place][1] != "“"
    opens = any(
        not mark and _stands_before(piece, match)
        for place, (match, mark) in enumerate(found)
        if place not in candidates
    )
    double = single = False  # whether a quotation is open
    for place, (match, mark) in enumerate(found):
        if place in candidates:
            behind_sentence = piece[match.start() - 1] in _SENTENCE_ENDS
            if match["third"] == "\ufffd" and (not double or single):
                continue
            if (behind_sentence and (double or not opens)) or (double and place not in closed_later):
                yield place
            double = False
        double = mark == "“" or (double and mark != "”")
        single = mark == "‘" or (single and mark != "’")


def _stands_before(piece: str, match: re.Match[str]) -> bool:
    """Return whether a mark whose third byte is lost stands before a word: then opening marks have lost theirs too."""
    return (
        piece[match.end() : match.end() + 1].isalnum()
        and not piece[max(0, match.start() - 1) : match.start()].isalnum()
    )


def _may_close(piece: str, behind: str, match: re.Match[str]) -> bool:
    """Return whether a mark whose third byte is lost stands behind a word, and before none, and is not Thai."""
    if not match.start() or match[0] not in ("โ€", "โ€\ufffd"):
        return False
    before = piece[match.start() - 1]
    if _THAI_LETTER.match(before) or _is_thai(piece, match.end()) or piece.startswith("\xa0", match.end()):
        return False
    if match.end() == len(piece) and not _ENDS_HERE.match(behind):
        return False
    stands_behind = before.isalnum() or before in _SENTENCE_ENDS or before in _CLOSING
    return stands_behind and _ENDS_HERE.match(piece, match.end()) is not None


def _is_thai(piece: str, at: int) -> bool:
    """Return whether a Thai letter stands there that does not begin a damaged mark itself."""
    return _THAI_LETTER.match(piece, at) is not None and not piece.startswith("โ€", at)
