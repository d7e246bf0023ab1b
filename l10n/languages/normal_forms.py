"""Unicode's normal forms, in time that grows as the text does.

`unicodedata.normalize` sorts a run of combining marks by insertion: 40,000 marks in a row take it ten seconds. No
language writes more than a few (Unicode's stream-safe format, UAX #15, allows thirty); more are not put in order here.
"""

import re
import unicodedata
from typing import Literal

_MOST_MARKS = 32
# What is no letter, digit, blank or ASCII: all combining marks, and more that does no harm.
_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS}}}")


def normalized(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """Return `text` in a normal form; a run of more than thirty-two combining marks piece by piece."""
    if len(text) < _MOST_MARKS or text.isascii() or not _MARKS.search(text):
        return unicodedata.normalize(form, text)
    pieces: list[str] = []
    position = 0
    for marks in _MARKS.finditer(text):
        pieces.append(unicodedata.normalize(form, text[position : marks.end()]))
        position = marks.end()
    return "".join([*pieces, unicodedata.normalize(form, text[position:])])
