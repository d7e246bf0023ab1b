"""A text as the readers of facts want it: one sign for what is written in several ways. Offsets stay."""

import re
import unicodedata

from l10n.languages.folding import fold_letters

_SIGNS = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",  # the letter of Ukrainian
        "，": ",",
        "．": ".",
        "：": ":",
        "／": "/",
        "％": "%",
        "٪": "%",
        "٫": ".",  # Arabic decimal sign: the sign of a decimal in most languages, see `fold`
        "٬": ",",
        "～": "–",
        "〜": "–",
        "\u2011": "-",
        "\u2044": "/",
    }
)
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def fold(text: str) -> str:
    """Return the text with е for ё, a straight apostrophe, the digits 0–9 for those of any script, ASCII signs."""
    if text.isascii():
        return text
    folded = fold_letters(text.translate(_SIGNS))
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), folded)
