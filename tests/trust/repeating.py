"""Texts of one thing over and over: what is repeated, and where such a text stands."""

import sys
import unicodedata
from enum import StrEnum
from functools import cache

_LETTERS = {
    "a": "a", "A": "A", "digit": "1", "Cyrillic": "ж", "Cyrillic capital": "Ж", "Arabic": "ب", "Hebrew": "א",
    "CJK": "漢", "Hangul": "한", "Thai": "ก", "Devanagari": "क", "sharp s": "ß", "dotted I": "İ",
    "long s": "ſ", "ligature": "ﬁ", "title case": "ǅ", "fullwidth": "Ａ", "Arabic digit": "\u0663",
    "Roman numeral": "\u2163", "half": "½", "superscript": "²",
}  # fmt: skip
_SIGNS = (
    "“”„\u201f«»\u2039\u203a‘’\u201a\u201b\u2032\u2033–—\u2015\u2010\u2011−…\xb7\u2022\xa7"
    "№€\xa3\xb0\xb1\xd7\xf7\u2192\xa0\u2009\u202f\u3000\u200b\u200d\u2060\xad\u0301\u0327\u20dd\n\t\r\x0b\x0c"
    "\x85\u2028\u2029\x01\ufffd\ufe0f\U0001f600\U0001f1f3\u202e\xbf\xa1\u3002\u3001\u300c\u300d\uff08\uff09\u3010\u3011\u2030º\xa9\u2122\ue000"
    "\u0378"
)
# What opens, pairs, lists, names or counts.
_MIXTURES = (
    "“a", "“a ", "a” ", "“a” ", "«a", "„a“ ", "‘a ", "a’ ", "'a ", "a' ", '"a ', 'a" ', "’s ", "it’s ",
    "dont ", "a.", "a. ", "A. ", "A.", "1:", "1,", "1.", "1, ", "1. ", "1/", "1-", "1–", "1 ", "1\xa0",
    "1 000 ", "1,000 ", "1.5 ", "12:00 ", "12.00 ", "2 pm ", "half past two ", "kwart over 2 ",
    "half negen ", "в 2 часа ", "5 km ", "5 км ", "€5 ", "$5 million ", "5% ", "−5 ", "no. ", "№ 5 ",
    "1/2/2026 ", "5 May ", "May 5, 2026 ", "5 мая ", "Monday ", "maandag ", "twenty-one ", "twenty ",
    "eenentwintig", "двадцать ", "two hundred and ", "million ", "XIV ", "24/7 ", "1990s ", "half ", "a ",
    "a\n", "A ", "Ab ", "ab ", "Aa-", "a-", "a - ", "- ", "a_", "_a ", "*a ", "**a", "a*", "**", "***", "~~",
    "``", "`a ", "`a` ", "[a](", "[a](b", "[a](b) ", "[a]", "[a] ", "[a][", "![", "![a](", "[^a]", "[^a]: ",
    "[a]: b\n", "(a", "(a ", "a) ", "((", "()", "[]", "{}", "<>", "<a ", "<a>", "<a></a>", "</a>", "<a b='",
    '<a b="c" ', "<b>a</b> ", "<!--", "<!-- a ", "-->", "<?", "<![CDATA[", "]]>", "&", "&a;", "&a", "&#1;",
    "&amp;", "{a}", "{a", "{{a", "{{", "}}", "{% a ", "%s", "%(a)s ", "%1$s ", "%d ", "$a ", "${a} ", "{0} ",
    ":a:", ":a:`b` ", '\\', '\\\\', "\\a", "\\n", "\\[", "http://a ", "http://", "http://a.b/",
    "https://a.b/c?d=e ", "www.", "www.a ", "a@", "a@b.c ", "a@b.", "@a ", "#a ", "/a", "a/b/c", "a.b",
    "a.b.c ", "a:b", "a::", "--a ", "Name ", "Name Name ", "Yulia ", "Yulia Peresild ", "Peresild ",
    "Peresildd ", "Joelia Peresild ", "Joelia ", "Юлия Пересильд ", "Юлии Пересильд ", "Клим ",
    "Klim Shipenko ", "Клима Шипенко ", "Клим Шипенко, ", "Shipenko’s ", "Mr. ", "dhr. ", "г. ", "см. ",
    "в ", "de ", "the ", "The ", "UN ", "ISS ", "МКС ", "NASA, ", "russian ", "Russian ", "русский ",
    "Привет ", "cafÃ\xa9 ", "Ã", "Ð", "РћРЅ", "โ€œ", "โ€", "aж", "Aж ", "Жa ", "a\u0301", "e\u0301 ",
    "\xada", "a\u200b", "...", "... ", " ,", " , ", " ?", ", ", "? ", "! ", "!?", ";", "; ", ": ", "| a ",
    "| a | b |\n", "|-|\n", "> ", ">", "> a\n", "- a\n", "* a\n", "1. a\n", "  - a\n", "# a\n", "a\n===\n",
    "---\n", "```\n", "~~~\n", "    a\n", "\ta\n", "::: a\n", ":::\n", "!!! a\n", ".. a::\n", "a\n\n",
    "a  \n", "a\\\n", "\r\n", "\n\n", "<div>", "<div>\n", "<p>a", "<li>", "<table>", "<td>", "<br>",
    "<script>", "<pre>", "<i>a", "a<br/>", "&nbsp;", "1\n00:00:01,000 --> 00:00:02,000\na\n\n", "00:01 --> ",
    "+++\n", "a: b\n", "a = 1\n", "a:\n ", "[[", "]]", "=a=", "\u2163 ", "漢字", "漢 ", "한국 ", "مرحبا ",
    "שלום ", "ﬁ ", "İ ", "ß ", "A.B. ", "A. B. Name ", "e.g. ", "o.a. ", "т. е. ", "д. 16 ", "a, b en c ",
    "in ", "by Name ", "Name, Name ", "Name and Name ",
    # another one each time: `repeated`
    "⟨1⟩ ", "⟨1⟩, ", "⟨1⟩.5 ", "⟨1⟩ km ", "€⟨1⟩ ", "⟨1⟩:30 ", "⟨a⟩ ", "⟨a⟩, ", "⟨a⟩. ", "⟨A⟩ ", "⟨Aa⟩ ",
    "⟨Aa⟩ ⟨Aa⟩. ", "the ⟨Aa⟩ of ", "{⟨a⟩} ", "{⟨a⟩}", "%(⟨a⟩)s ", "%⟨1⟩$s ", "&⟨a⟩; ", "<⟨a⟩>", "<⟨a⟩ ",
    "</⟨a⟩>", "<b>⟨a⟩</b> ", "[⟨a⟩](⟨a⟩) ", "[⟨a⟩] ", "[⟨a⟩]: ⟨a⟩\n", "[⟨a⟩][⟨a⟩] ", "[^⟨a⟩] ",
    "[^⟨a⟩]: a\n\n", "`⟨a⟩` ", "**⟨a⟩** ", "http://⟨a⟩.org/ ", "⟨a⟩@a.org ", "⟨a⟩.txt ", "/⟨a⟩/b/c ",
    "--⟨a⟩ ", "#⟨a⟩ ", "# ⟨Aa⟩\n\n", "# ⟨Aa⟩ {#⟨a⟩}\n\n", "[a](#⟨a⟩) ", "⟨Aa⟩ Peresild ", "Yulia ⟨Aa⟩ ",
    "Peres⟨a⟩ ", "“⟨a⟩” ", "‘⟨a⟩’ ", "⟨a⟩’s ", "⟨a⟩-⟨a⟩ ", "⟨a⟩\n", "- ⟨a⟩\n", "| ⟨a⟩ ", "⟨a⟩: ⟨a⟩\n",
    ":⟨a⟩: ", "<p>⟨a⟩", "<p id=⟨a⟩>a</p>", "<a href=#⟨a⟩>⟨a⟩</a> ", "⟨1⟩ May 20⟨1⟩ ", "⟨a⟩ million ",
    "twenty ⟨a⟩ ", "\\⟨a⟩ ", "a⟨1⟩b", "⟨a⟩_", "a_⟨a⟩_b ", "<!-- ⟨a⟩ -->", "$⟨a⟩ ", "{{⟨a⟩}} ", "⟨1⟩% ",
)  # fmt: skip


@cache
def units() -> dict[str, str]:
    """Return what is repeated, by a name that can be printed."""
    categories: dict[str, str] = {}
    for code in range(sys.maxunicode):
        category = unicodedata.category(chr(code))
        if category != "Cs":
            categories.setdefault(f"category {category}", chr(code))
    mixtures = {repr(text): text for text in _MIXTURES}
    marks = (chr(code) for code in range(0x20, 0x7F) if not chr(code).isalnum())
    signs = {f"U+{ord(sign):04X} {_name(sign)}": sign for sign in (*marks, *_SIGNS)}
    return {**signs, **_LETTERS, **categories, **mixtures}


def _name(sign: str) -> str:
    return unicodedata.name(sign, "") or repr(sign)


def repeated(unit: str, size: int) -> str:
    """Return about `size` characters of a unit; `⟨1⟩`, `⟨a⟩` and `⟨A⟩` in it are another number or word each time."""
    if "⟨" not in unit:
        return unit * max(1, size // len(unit))
    pieces: list[str] = []
    written = number = 0
    while written < size:
        number += 1
        word = "".join(chr(0x61 + number // 26**place % 26) for place in range(4))
        piece = (
            unit.replace("⟨1⟩", str(number))
            .replace("⟨a⟩", word)
            .replace("⟨A⟩", word.upper())
            .replace("⟨Aa⟩", word.capitalize())
        )
        pieces.append(piece)
        written += len(piece)
    return "".join(pieces)


class Side(StrEnum):
    """Where such a text stands: on both sides of a translation, or beside a short text."""

    BOTH = "both sides"
    SOURCE = "source"
    TARGET = "translation"
    ENDING = "with another end"


def texts(unit: str, size: int, side: Side) -> tuple[str, str]:
    """Return a source and its translation, of about `size` characters of the unit that has this name."""
    text = repeated(units()[unit], size)
    match side:
        case Side.BOTH:
            return text, text
        case Side.SOURCE:
            return text, "Een tekst, 1."
        case Side.TARGET:
            return "A text, 1.", text
        case Side.ENDING:
            return f"{text}a", f"{text}B"
