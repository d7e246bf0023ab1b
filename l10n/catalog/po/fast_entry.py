r"""Entries as GNU gettext, Poedit and we ourselves write them, each recognised by one pattern.

Nearly every entry of nearly every file is one: comments, `#|` lines, then keywords that each begin a line, with
their strings, one a line, and no escapes but `\n`, `\"` and their like; and all bytes of the file were letters.
Whatever else the grammar allows, and whatever is wrong, is left to `posyntax`. Law (tests/properties): where this
module recognises an entry, the grammar finds the same one.
"""

import re
from dataclasses import dataclass
from functools import cache

_TEXT = r'"[^"\\\x00-\x1f]*+(?:\\[abfnrtv"\\][^"\\\x00-\x1f]*+)*+"'
_RARE_ESCAPES = {ord(said): f"\\{letter}" for letter, said in zip("abfrtv", "\a\b\f\r\t\v", strict=True)}
_RARE = re.compile("[\a\b\f\r\t\v]")
_SPECIAL = re.compile(r'["\\\x00-\x1f]')
_WRITTEN = {f"\\{letter}": said for letter, said in zip('abfnrtv"\\', '\a\b\f\n\r\t\v"\\', strict=True)}
_ESCAPE = re.compile(r"\\.")
# What may follow, so that the entry ends here: a string, `msgstr[1]` or half a prefix would belong to it.
_NEXT = (
    r'(?=\n(?:#(?![~|])|msgid ")'  # most often, so it is tried first
    r'|[ \t\r\f\v\n]*+(?:\Z|#(?![~|])|(?:#~?\|?[ ]*+)?msg(?:id|ctxt)[ \t"\r\n]|domain[ \t"]))'
)
# The beginning of another entry, seen from behind one that the grammar has read.
NEXT_ENTRY = re.compile(
    r"(?:[ \t\r\f\v\n]|#[~|]++[ \t\r\f\v\n])*+(?:#(?![~|])|(?:#[~|]++)?+(?:msgid|msgctxt|domain))"
)


@dataclass(frozen=True, slots=True)
class Style:
    """How the lines of an entry begin and end: `mark` is `#~ ` in obsolete entries, else empty."""

    mark: str
    newline: str

    @property
    def previous_mark(self) -> str:
        """What the lines of the previous source begin with."""
        return "#~| " if self.mark else "#| "

    def written(self, strings: str, *, previous: bool = False) -> str:
        """Return a run of strings as one, still escaped, without quotation marks."""
        if "\n" not in strings:
            return strings[1:-1]
        return strings[1:-1].replace(f'"{self.newline}{self.previous_mark if previous else self.mark}"', "")

    def said(self, strings: str, *, previous: bool = False) -> str:
        """Return the text of a run of strings; those of the previous source begin with another mark."""
        return unescape(self.written(strings, previous=previous))


LIVE, OBSOLETE = (Style(mark, "\n") for mark in ("", "#~ "))
LIVE_CRLF, OBSOLETE_CRLF = (Style(mark, "\r\n") for mark in ("", "#~ "))


def styles(newline: str) -> tuple[Style, Style]:
    """Return the styles of live and of obsolete entries in a file whose lines end so."""
    return (LIVE, OBSOLETE) if newline == "\n" else (LIVE_CRLF, OBSOLETE_CRLF)


@cache
def scanning_pattern(style: Style) -> re.Pattern[bytes]:
    """Return what recognises an entry of this style, in UTF-8, where the one before it ended; groups: context, msgid,
    forms. All that the pattern names is ASCII, and no byte of another letter is.
    """
    return re.compile(_pattern(style, frozenset({"context", "msgid", "forms"})).encode("ascii"))


@cache
def reading_pattern(style: Style) -> re.Pattern[str]:
    """Return the same for a text, with a group for each section."""
    return re.compile(_pattern(style, None))


def _pattern(style: Style, wanted: frozenset[str] | None) -> str:
    newline = re.escape(style.newline)
    end = rf"(?:{newline}|\Z)"

    def group(name: str, content: str) -> str:
        return rf"(?P<{name}>{content})" if wanted is None or name in wanted else rf"(?:{content})"

    def keyword(word: str, mark: str, name: str) -> str:
        strings = rf"{_TEXT}(?:{newline}{mark}{_TEXT})*+"
        return rf"{mark}{word} {group(name, strings)}{end}"

    mark, previous = re.escape(style.mark), re.escape(style.previous_mark)
    comments = group("comments", rf"(?:{newline})*+(?:#(?![~|])[^\n]*+\n(?:{newline})*+)*+")
    before = (
        rf"(?:(?:{keyword('msgctxt', previous, 'previous_context')})?+{keyword('msgid', previous, 'previous_msgid')}"
        rf"(?:{keyword('msgid_plural', previous, 'previous_plural')})?+)?+"
    )
    key = group("key", "") + rf"(?:{keyword('msgctxt', mark, 'context')})?+" + keyword("msgid", mark, "msgid")
    forms = rf"(?:{mark}msgstr\[[0-9]\] {_TEXT}(?:{newline}{mark}{_TEXT})*+{end})++"
    plural = keyword("msgid_plural", mark, "plural") + group("forms", forms)
    return comments + before + key + rf"(?:{keyword('msgstr', mark, 'msgstr')}|{plural})" + _NEXT


@cache
def form_pattern(style: Style) -> re.Pattern[str]:
    """Return what finds the index and the strings of each plural form within the group `forms`."""
    mark, newline = re.escape(style.mark), re.escape(style.newline)
    return re.compile(rf"{mark}msgstr\[([0-9])\] ({_TEXT}(?:{newline}{mark}{_TEXT})*+)")


def are_in_order(style: Style, forms: str) -> bool:
    """Return whether the plural forms in the group `forms` count from 0 without a gap."""
    indexes = [int(index) for index, _ in form_pattern(style).findall(forms)]
    return indexes == list(range(len(indexes)))


def escape(text: str) -> str:
    """Return `text` as it stands between quotation marks; of equal texts it is equal, and of no others."""
    if not _SPECIAL.search(text):
        return text
    written = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    )  # many times as fast as translate
    return written.translate(_RARE_ESCAPES) if _RARE.search(written) else written


def unescape(written: str) -> str:
    """Return the text that stands so between quotation marks; only simple escapes are known here."""
    escapes = written.count("\\")
    if escapes == written.count('"'):  # each quotation mark has its backslash, and nothing else has one
        return written.replace("\\", "") if escapes else written
    if "\\\\" not in written:  # then the two that are everywhere can be replaced one after the other
        text = written.replace('\\"', '"').replace("\\n", "\n")
        if "\\" not in text:
            return text
    return _ESCAPE.sub(lambda match: _WRITTEN[match[0]], written)
