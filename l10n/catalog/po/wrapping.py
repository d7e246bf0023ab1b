"""Where GNU gettext folds a long text: UAX #14 (Unicode line breaking) within 79 columns.

A catalog folded here is one that `msgcat` leaves as it is, so a translator's tools make no needless changes.
The classes are those of UAX #14; of scripts with rules of their own (Thai, Hangul jamo) only what the general
rules say is followed, which costs nothing but a different place for a line end.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

PAGE_WIDTH = 79

_CLASS_OF = {
    character: name
    for name, characters in {
        "BA": "|\u00ad\u2010\u2012\u2013\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000\u1680",
        "BB": "´ˈˌ",
        "B2": "—⸺⸻",
        "BK": "\u0085\u2028\u2029",
        "CL": "}、。，．",
        "CP": ")]",
        "EX": "!?！？",
        "GL": "\u00a0\u202f\u2007\u2011",
        "HY": "-",
        "IN": "…‥․",
        "IS": ",.:;\u037e\u0589",
        "NS": "‼‽⁇⁈⁉・：；ー々〜゛゜ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ",
        "OP": "¡¿‚„",
        "PO": "%¢°‰‱′″‴‵‶‷℃℉₧﷼",
        "PR": "$+\\±№−∓",
        "QU": "\"'‘’“”‛‟«»‹›❛❜❝❞",
        "SP": " ",
        "SY": "/",
        "WJ": "\u2060\ufeff",
        "ZW": "\u200b",
        "AL": "#&*<=>@^_`~",
    }.items()
    for character in characters
}
_BY_CATEGORY = {
    "Nd": "NU",
    "Ps": "OP",
    "Pe": "CL",
    "Pi": "QU",
    "Pf": "QU",
    "Sc": "PR",
    "Mn": "CM",
    "Mc": "CM",
    "Me": "CM",
    "Cc": "CM",
    "Cf": "CM",
}
# The pairs of UAX #14 (LB13 to LB30) that stay together though no space stands between them ...
_CLOSING = frozenset(("CL", "CP", "EX", "IS", "SY"))
_TOGETHER = frozenset(
    (left, right)
    for lefts, rights in (
        ("AL HL", "NU AL HL PR PO OP"),
        ("NU", "AL HL NU PO PR OP"),
        ("PR", "ID AL HL OP NU"),
        ("ID", "PO"),
        ("PO", "AL HL OP NU"),
        ("CL", "PO PR"),
        ("CP", "PO PR AL HL NU"),
        ("HY IS SY", "NU"),
        ("SY", "HL"),
    )
    for left in lefts.split()
    for right in rights.split()
)
# ... and those that a space between them does not part either.
_EVEN_SPACED = frozenset((("QU", "OP"), ("CL", "NS"), ("CP", "NS"), ("B2", "B2")))


def _line_break_class(character: str) -> str:
    """Return the line breaking class (UAX #14, table 1) of a character."""
    known = _CLASS_OF.get(character)
    if known:
        return known
    category = unicodedata.category(character)
    if category in ("Lu", "Ll", "Lo", "Lm", "Nd", "Nl", "So", "Pc") and _is_wide(character):
        return "ID"
    if category == "Lo" and "\u05d0" <= character <= "\u05f2":
        return "HL"
    return _BY_CATEGORY.get(category, "AL")


def _is_wide(character: str) -> bool:
    emoji = "\U0001f000" <= character <= "\U0001faff" or character in "❤☺"
    return emoji or unicodedata.east_asian_width(character) in "WF"


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    """Return how many columns a character takes on a terminal."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _stay_together(left: str, right: str, *, spaced: bool) -> bool:
    """Whether no line may end between characters of these classes; `spaced`: blanks stand between them."""
    if left == "ZW":
        return False
    if right in _CLOSING or right == "WJ" or left == "OP" or (left, right) in _EVEN_SPACED:
        return True
    if spaced:
        return False
    if right in ("QU", "BA", "HY", "NS", "IN") or left in ("QU", "BB", "GL", "WJ"):
        return True
    return (left, right) in _TOGETHER or (right == "GL" and left not in ("BA", "HY"))


# One letter per class, so that a text becomes a string of classes. ESCAPED is the second of two backslashes: no
# line begins with it, and one may end with it as with any backslash (PR). No line begins or ends at a JOINER.
_CLASSES = [
    "AL",
    "HL",
    "NU",
    "ID",
    "OP",
    "CL",
    "CP",
    "QU",
    "GL",
    "NS",
    "EX",
    "SY",
    "IS",
    "PR",
    "PO",
    "IN",
    "BA",
    "HY",
    "BB",
    "B2",
    "WJ",
    "ZW",
    "CM",
    "SP",
    "BK",
    "ESCAPED",
    "JOINER",
]
_CODES = {name: chr(ord("a") + index) for index, name in enumerate(_CLASSES)}
_BLANK, _MARK = _CODES["SP"], _CODES["CM"]
_SEPARATED = _BLANK + _MARK  # what is before these decides
_DIRECT_BREAKS, _SPACED_BREAKS = (
    frozenset(
        _CODES[left] + _CODES[right]
        for left in [*_CLASSES[: _CLASSES.index("CM")], "ESCAPED"]
        for right in _CLASSES[: _CLASSES.index("ZW")]
        if not _stay_together(left.replace("ESCAPED", "PR"), right, spaced=spaced)
    )
    for spaced in (False, True)
)
_ESCAPED_BACKSLASH = "\\\udc5c"  # the second of two backslashes as a character that no text can hold


class _Codes(dict[int, str]):
    """Code point to the letter of its class, for `str.translate`; learns as it is asked."""

    def __missing__(self, code_point: int) -> str:
        self[code_point] = _CODES[_line_break_class(chr(code_point))]
        return self[code_point]


_CODE_OF = _Codes({0x200D: _CODES["JOINER"], 0xDC5C: _CODES["ESCAPED"]})
_ASCII_CODES = bytes(ord(_CODE_OF[code_point]) if code_point < 128 else 0 for code_point in range(256))
_MANDATORY = re.compile("(?<=[\u0085\u2028\u2029])")


def fold(written: str, width: int, start: int = 0) -> list[str]:
    """Return `written` (with escapes; a line end only as its last `\\n`) in pieces of at most `width` columns.

    The first piece begins `start` columns further right. Only a piece without a place to break is longer.
    Law: the pieces joined are `written`.
    """
    if start + (1 if written.isascii() else 2) * len(written) <= width:
        return [written]
    if written.isascii() or not _MANDATORY.search(written):
        return _fold_portion(written, width, start)
    pieces = [""]
    for portion in _MANDATORY.split(written):  # GNU counts anew behind U+2028, but folds nothing there
        first, *others = _fold_portion(portion, width, start)
        pieces[-1] += first
        pieces += others
        start = 0
    return pieces


def _fold_portion(written: str, width: int, start: int) -> list[str]:
    """Return the pieces of a text without mandatory breaks, each as long as it can be."""
    # No line begins before a last `\\n`, and the second backslash of `\\\\` is not the first of an escape.
    classes = _classes_of(written)
    narrow = written.isascii() or all(_columns(character) == 1 for character in set(written))
    # columns[place]: how far right `place` is if the text stands on one line
    columns = range(len(written) + 1) if narrow else [0, *accumulate(map(_columns, written))]
    pieces: list[str] = []
    begin, before = 0, -start
    while columns[-1] - before > width:
        limit = before + width + 1 if narrow else bisect_right(columns, before + width)
        place = _break(classes, range(min(limit, len(classes)) - 1, begin, -1))
        place = place or _break(classes, range(max(limit, begin + 1), len(classes)))
        if not place:
            break
        pieces.append(written[begin:place])
        begin, before = place, columns[place]
    return [*pieces, written[begin:]]


def _classes_of(written: str) -> str:
    """Return the class of each code point of a text but for a last `\\\\n`, as one letter each."""
    if written.isascii() and "\\\\" not in written:  # nearly always, and many times as fast
        return written.removesuffix("\\n").encode("ascii").translate(_ASCII_CODES).decode("ascii")
    return written.replace("\\\\", _ESCAPED_BACKSLASH).removesuffix("\\n").translate(_CODE_OF)


def _break(classes: str, places: range) -> int:
    """Return the first of `places` at which a line may begin; 0 when there is none."""
    for place in places:
        pair = classes[place - 1 : place + 1]
        if pair in _DIRECT_BREAKS or (pair[0] in _SEPARATED and pair[1] not in _SEPARATED):
            left = place - 1
            spaced = pair[0] == _BLANK
            while left and classes[left] == _BLANK:
                left -= 1
            while left and classes[left] == _MARK:  # combining marks belong to the letter before them (LB9)
                left -= 1
            if classes[left] + pair[1] in (_SPACED_BREAKS if spaced else _DIRECT_BREAKS):
                return place
    return 0
