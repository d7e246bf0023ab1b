"""Which characters stand for which bytes when text was read in the wrong encoding, and how to read it right.

A misreading is a table from characters back to bytes. Two kinds are known: UTF-8 that was read one byte at a
time (each letter became two to four characters), and a Cyrillic one-byte encoding read as another (each letter
became one other letter; `cyrillic.py`).

A byte the wrong encoding has no character for is looked up in cp1252 and then in latin-1, as the programs that
do the damage have it: `0x9C` is not in cp874, so “ became `โ€œ` with an œ of cp1252.
"""

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from l10n.repair import certainty
from l10n.repair.certainty import Certainty
from l10n.repair.changes import Repair


@dataclass(frozen=True, slots=True, kw_only=True)
class Misreading:
    """UTF-8 that was read as `encoding`, repaired under `rule` where `judge` is certain.

    `judge(run, repaired, before, after)` is asked about a maximal run of characters that stand for valid UTF-8,
    about what they are when read right, and about the character on the left and on the right ("" at an end).
    """

    rule: str
    encoding: str
    judge: Callable[[str, str, str, str], Certainty]

    def read(self, run: str) -> str | None:
        """Return `run` as it was before the damage, or None when its bytes are not valid UTF-8."""
        table = character_bytes(self.encoding)
        try:
            return bytes(table[character] for character in run).decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            return None


@functools.cache
def character_bytes(encoding: str) -> dict[str, int]:
    """Return the character -> byte table of a one-byte `encoding`, bytes 0x80 to 0xFF only.

    Where the encoding has no character for a byte, that of cp1252 is in the table; the C1 control of latin-1
    always is, unless the encoding uses the character itself.
    """
    table: dict[str, int] = {}
    for fallback in (encoding, "cp1252", "latin-1"):
        known = set(table.values()) if fallback == "cp1252" else set()
        for byte in range(0x80, 0xC0 if fallback == "latin-1" else 0x100):
            character = bytes([byte]).decode(fallback, errors="ignore")
            if character and byte not in known and (fallback != "latin-1" or byte < 0xA0):
                table.setdefault(character, byte)
    return table


@functools.cache
def sequence_pattern(encoding: str) -> re.Pattern[str]:
    """Return the pattern of one or more UTF-8 sequences as they look when read in `encoding`."""
    rest = _letters(encoding, 0x80, 0xBF)
    two, three, four = (_letters(encoding, *lead) for lead in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4)))
    return re.compile(f"(?:{two}{rest}|{three}{rest}{{2}}|{four}{rest}{{3}})+")


@functools.cache
def _beginning_pattern(encoding: str) -> re.Pattern[str]:
    """Return the pattern of two characters that every sequence begins with: much faster to look for."""
    return re.compile(_letters(encoding, 0xC2, 0xF4) + _letters(encoding, 0x80, 0xBF))


def _letters(encoding: str, first: int, last: int) -> str:
    """Return the class of the characters that stand for a byte from `first` to `last`."""
    found = sorted(letter for letter, byte in character_bytes(encoding).items() if first <= byte <= last)
    return "[" + re.escape("".join(found)) + "]"


# No sequence is shorter, and no byte above 0x7F is an ASCII character in any of the encodings.
_TWO_OF_MORE_BYTES = re.compile("[^\x00-\x7f]{2}")

MISREADINGS = (
    Misreading(rule="utf8-as-latin1", encoding="latin-1", judge=certainty.of_latin1),
    Misreading(rule="utf8-as-cp1252", encoding="cp1252", judge=certainty.of_western),
    Misreading(rule="utf8-as-cp1251", encoding="cp1251", judge=certainty.of_cp1251),
    Misreading(rule="utf8-as-koi8-r", encoding="koi8-r", judge=certainty.of_koi8),
    Misreading(rule="utf8-as-cp1250", encoding="cp1250", judge=certainty.of_rare),
    Misreading(rule="utf8-as-macroman", encoding="mac-roman", judge=certainty.of_rare),
    Misreading(rule="utf8-as-cp437", encoding="cp437", judge=certainty.of_rare),
)


def find_misreadings(piece: str) -> Iterator[Repair]:
    """Yield repairs of `piece`, one for each run of UTF-8 that was read in a wrong encoding.

    They may overlap: the earlier ones have the better reason.
    """
    if not _TWO_OF_MORE_BYTES.search(piece):
        return
    for misreading in MISREADINGS:
        if not _beginning_pattern(misreading.encoding).search(piece):
            continue
        judged = list(_judged(piece, misreading))
        if any(how is Certainty.CERTAIN for _, how in judged):
            yield from (repair for repair, _ in judged)


def _judged(piece: str, misreading: Misreading) -> Iterator[tuple[Repair, Certainty]]:
    for match in sequence_pattern(misreading.encoding).finditer(piece):
        repaired = misreading.read(match[0])
        if repaired is not None:
            start, end = match.span()
            how = misreading.judge(match[0], repaired, piece[max(0, start - 1) : start], piece[end : end + 1])
            if how is not Certainty.NO:
                yield Repair(start=start, before=match[0], after=repaired, rule=misreading.rule), how
