"""Texts that say the same in the same words: what an editor changes between them needs no translator.

Trivial are the Unicode form (NFC or NFD), blanks and where lines break, capitals, the shape of quotation marks and
apostrophes, and characters nobody sees. Everything else is not: a number, a word, a sign that is left out, a dash
(−5 is not -5), a letter in another style (x² is not x2).
"""

import unicodedata

from l10n.catalog.catalog import Message
from l10n.remembering import remembered

_UNSEEN = "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte-order mark
_DOUBLE, _SINGLE = "“”„‟«»＂", "‘’‚‛‹›＇\u02bc"
_FOLDED = str.maketrans(
    {**dict.fromkeys(_UNSEEN, ""), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_SINGLE, "'")}
)

Wording = tuple[str | None, str, str | None]


@remembered(50_000)  # every locale asks about the same sources
def wording(text: str) -> str:
    """Return what is left of a text without what is trivial: equal for texts with the same words."""
    folded = text.translate(_FOLDED)
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", folded).casefold())
    return " ".join(folded.casefold().split())


def wording_of(message: Message) -> Wording:
    """Return the wording of a message's source; a context is a name, so it has to be the very same."""
    plural = message.msgid_plural
    return (message.msgctxt, wording(message.msgid), None if plural is None else wording(plural))
