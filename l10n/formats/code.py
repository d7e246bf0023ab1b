"""The comments and strings of a code block, found by the lexer of its language.

A comment is translated line by line, without its marks; a string without its quotes. A translation stays inside:
what would end the comment or the string, or put something into the code that its source does not have, is left
out, and the source stands.
"""

import re
from collections import Counter
from collections.abc import Iterator

from l10n.formats.base import Refused
from l10n.model import Segment

_LINE = re.compile(r"[^\r\n]+")
_MARKS_BEFORE = " \t#/*-;%!<>=\"'{(|"
_MARKS_BEHIND = " \t#/*->\"'})|"
_QUOTED = re.compile(r"(?P<quote>[\"'`])(?P<text>[^\r\n]*)(?P=quote)\Z")
# One word in small letters is a value for a program more often than a text for a reader.
_PROSE = re.compile(  # each begins where a word does: a long one is read once
    r"(?<![^\W\d_])(?:[^\W\d_]{2,}+[,.:;!?]? +\(?[^\W\d_]|[a-z]*+[^\W\d_a-z][^\W\d_]++[.!?:…]?\Z)"
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# What ends a comment or a string in some language, or is code inside a string.
_ENDS = ("*/", "-->", "-}", "*)", '"""', "'''", "]]", "#>", "|#", "?>", "%>", "</", "```", "~~~")
_ACTIVE = "\"'`\\{}$%<>"


def code_texts(content: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and msgid of each text in code; the quotes of a string are between the two, too."""
    from pygments.lexers import get_lexer_by_name
    from pygments.token import Comment, String
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language)
    except ClassNotFound:
        return
    string: list[tuple[int, str]] = []
    for start, kind, value in lexer.get_tokens_unprocessed(content):
        if kind in String:
            if string and start != string[-1][0] + len(string[-1][1]):
                yield from _string(string)
                string = []
            string.append((start, value))
            continue
        yield from _string(string)
        string = []
        if kind in Comment and kind not in Comment.Preproc and kind not in Comment.Hashbang:
            yield from _lines(start, value)
    yield from _string(string)


def write_code(segment: Segment, msgstr: str) -> str:
    """Return the translation on one line, in the quotes of its source; the source where it would get out of it."""
    line = " ".join(msgstr.split())
    if not line or _gets_out(segment, line):
        return segment.raw
    if segment.raw == segment.msgid:
        return line
    return f"{segment.raw[0]}{line}{segment.raw[-1]}"


def refused_code(segment: Segment, msgstr: str) -> tuple[Refused, ...]:
    """Return the translation when it would get out of its comment or string."""
    if not _gets_out(segment, " ".join(msgstr.split())):
        return ()
    why = "in the code it would end the comment or the string, or bring code into it"
    return (Refused(offset=0, text=msgstr, why=why),)


def _gets_out(segment: Segment, line: str) -> bool:
    have, known = Counter(line), Counter(segment.msgid)
    signs = _ACTIVE if segment.raw != segment.msgid else ""
    if segment.raw[0] == '"' and segment.raw != segment.msgid:
        signs = signs.replace("'", "")  # an apostrophe ends no string in double quotes
    return (
        any(have[sign] > known[sign] for sign in signs)
        or any(line.count(end) > segment.msgid.count(end) for end in _ENDS)
        or (line.endswith("\\") and not segment.msgid.endswith("\\"))
    )


def _string(pieces: list[tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the text of a string: whole between its quotes, or line by line where it has several."""
    if not pieces:
        return
    start, value = pieces[0][0], "".join(piece for _, piece in pieces)
    if "\n" in value or value.endswith(('"""', "'''")):
        yield from _lines(start, value)
        return
    found = _QUOTED.search(value)
    if found and found["quote"] not in found["text"] and _PROSE.search(found["text"]):
        yield start + found.start(), start + found.end(), found["text"]


def _lines(start: int, value: str) -> Iterator[tuple[int, int, str]]:
    for line in _LINE.finditer(value):
        text = line[0].lstrip(_MARKS_BEFORE)
        begin = start + line.end() - len(text)
        text = text.rstrip(_MARKS_BEHIND)
        if _LETTERS.search(text):
            yield begin, begin + len(text), text
