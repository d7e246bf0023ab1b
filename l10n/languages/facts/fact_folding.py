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
        # What re.IGNORECASE takes for i, s and k, and str.lower for two letters or for none of them.
        "ı": "i",
        "İ": "I",
        "ſ": "s",
        "\u212a": "K",
        "ς": "σ",
    }
)
# Indic scripts, whose vowels are signs and no letters to `re`; Thai, Khmer and those of China, Japan and Korea
_RUNS_ON = re.compile("[\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")


def fold(text: str) -> str:
    """Return the text with е for ё, i for ı, a straight apostrophe, digits 0–9 for those of any script, ASCII signs.

    Its length stays, and so do its capitals.
    """
    if text.isascii():
        return text
    folded = fold_letters(text.translate(_SIGNS))
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), folded)


def small_letters(folded: str) -> str:
    """Return a folded text in small letters, as the words of the tables are; its length stays."""
    return folded.lower().replace("ς", "σ")


def runs_on(form: str) -> bool:
    """Tell whether a word is written in a script in which nothing shows where a word ends."""
    return _RUNS_ON.search(form) is not None
