"""Texts that say the same in the same words: what an editor changes between them needs no translator.

Trivial are the Unicode form (NFC or NFD), blanks and where lines are wrapped, the shape of quotation marks and
apostrophes, characters nobody sees, and whether a sentence of ordinary words begins with a capital. Everything else is
not: a number, a word, a sign that is left out, a dash (−5 is not -5), a letter in another style (x² is not x2, ß not
ss), any other capital (5 MW is not 5 mW, `-D` not `-d`, [y/N] not [Y/n], US not us), a line that begins something or
that ends the text. In code, between backticks and in tags, nothing is trivial but where lines are wrapped.
"""

import re
from collections.abc import Iterator

from l10n.catalog.catalog import Message
from l10n.languages.normal_forms import normalized
from l10n.remembering import remembered

_UNSEEN = "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte-order mark
_DOUBLE, _SINGLE = "“”„‟«»＂", "‘’‚‛‹›＇\u02bc"
_FOLDED = str.maketrans(
    {**dict.fromkeys(_UNSEEN, ""), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_SINGLE, "'")}
)
_BLANKS = re.compile(r"\s+")
# What begins a line of its own: an item, a quotation, a heading, a row, or what is indented.
_BEGINS_LINE = re.compile(r"(?:>|\||#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t])")
_CODE = re.compile(r"(`++)|<[/!?]?[A-Za-z][^<>]{0,2000}>")
_CODE_STANDS_HERE = "\0"  # which no catalog can hold
_CODE_HERE = re.compile(_CODE_STANDS_HERE)

_LETTERS = r"[^\W\d_]"
_WORD = re.compile(
    rf"[\"'(\[¿¡]*+(?:{_LETTERS}++(?:['-]{_LETTERS}++)*+|\d++(?:[.,:]\d++)*+)[,;:\"')\].!?…]*+"
)
_SENTENCE_END = re.compile(r"[.!?…][\"')\]]*+(?=\s|\Z)")
_LEAST_WORDS = 3  # fewer are a label, a heading or a name, of which the capital says what it is
_LONGEST_ABBREVIATION = 6  # letters: behind “approx.” or “Prof.” the sentence may go on

Wording = tuple[str | None, str, str | None]


@remembered(50_000)  # every locale asks about the same sources
def wording(text: str) -> str:
    """Return what is left of a text without what is trivial: equal for texts with the same words."""
    if _CODE_STANDS_HERE in text:
        return text
    pieces = list(_pieces(text))
    prose = "".join(_CODE_STANDS_HERE if is_code else piece.translate(_FOLDED) for piece, is_code in pieces)
    prose = _BLANKS.sub(_gap, normalized("NFC", prose)).strip(" ")
    code = (_as_it_stands(piece) for piece, is_code in pieces if is_code)
    return _CODE_HERE.sub(lambda _: next(code), _without_first_capitals(prose))


def wording_of(message: Message) -> Wording:
    """Return the wording of a message's source; a context is a name, so it has to be the very same."""
    plural = message.msgid_plural
    return (message.msgctxt, wording(message.msgid), None if plural is None else wording(plural))


@remembered(50_000)
def letters(text: str) -> str:
    """Return a text without capitals, blanks at its ends and what else is trivial: equal for texts that come from each
    other, whether or not a translator has to look at what changed.
    """
    folded = text.translate(_FOLDED)
    if not folded.isascii():
        folded = normalized("NFC", normalized("NFC", folded).casefold())
    return " ".join(folded.casefold().split())


def letters_of(message: Message) -> Wording:
    """Return the same of a message's source, with its context."""
    plural = message.msgid_plural
    return (message.msgctxt, letters(message.msgid), None if plural is None else letters(plural))


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text, and whether each is code: what stands between equal runs of backticks, and tags."""
    found = list(_CODE.finditer(text))
    closing: dict[int, int] = {}  # of a run of backticks, by its place: the next one of its length
    behind: dict[str, int] = {}
    for place in range(len(found) - 1, -1, -1):
        if run := found[place][1]:
            closing[place] = behind.get(run, -1)
            behind[run] = place
    position = place = 0
    while place < len(found):
        last = closing.get(place, place)
        if last >= 0:
            yield text[position : found[place].start()], False
            yield text[found[place].start() : found[last].end()], True
            position = found[last].end()
        place = max(place, last) + 1
    yield text[position:], False


def _as_it_stands(code: str) -> str:
    """Return code on one line: that is all a wrap changes of it."""
    return normalized("NFC", code).replace("\r\n", "\n").replace("\n", " ")


def _gap(blanks: re.Match[str]) -> str:
    """Return a blank for blanks and a wrap; for the end of a line or paragraph a line feed, or two, and the indent."""
    written = blanks[0]
    breaks = written.count("\n")
    if not breaks:
        return " "
    indent = written[written.rindex("\n") + 1 :] if blanks.end() < len(blanks.string) else ""
    if breaks > 1:
        return f"\n\n{indent}"
    text, end = blanks.string, blanks.end()
    is_wrap = (
        blanks.start() > 0
        and end < len(text)
        and not written.startswith("  ")  # a hard break, in Markdown; the other one is a backslash
        and not text.endswith("\\", 0, blanks.start())
        and not indent
        and not _BEGINS_LINE.match(text, end)
    )
    return " " if is_wrap else f"\n{indent}"


def _without_first_capitals(text: str) -> str:
    """Return a text in which sentences of ordinary words begin with a small letter."""
    result, begin = list[str](), 0
    begins_sentence = True
    for end in _SENTENCE_END.finditer(text):
        sentence = text[begin : end.end()]
        words = sentence.split()
        is_plain = all(map(_WORD.fullmatch, words)) and " ".join(words[1:]).islower()
        if begins_sentence and is_plain and len(words) >= _LEAST_WORDS:
            sentence = _with_small_letter(sentence, words[0])
        result.append(sentence)
        begin = end.end()
        last = words[-1].strip("\"'()[].!?…") if words else ""
        begins_sentence = end[0][0] != "." or (last.islower() and len(last) > _LONGEST_ABBREVIATION)
    return "".join([*result, text[begin:]])


def _with_small_letter(sentence: str, first: str) -> str:
    """Return a sentence with a small letter at its beginning, if its first word has its capital from there."""
    word = first.strip("\"'()[]¿¡,;:")
    if len(word) < 2 or not word[1:].islower():
        return sentence  # an acronym, a unit or a letter of its own
    place = sentence.index(word)
    small = word[0].lower()
    return sentence[:place] + (small if len(small) == 1 else word[0]) + sentence[place + 1 :]
