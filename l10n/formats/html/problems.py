"""What is broken in a page so that a browser shows nothing of the rest of it."""

import re
from collections import deque
from collections.abc import Iterator

from l10n.formats.base import Problem
from l10n.formats.html.tokens import RAWTEXT, RCDATA, TokenKind, tokenize
from l10n.model import LineIndex

_SHOWN = 40
# What browsers read as a comment though it is none: it ends as it should.
_BOGUS = re.compile(r"<(?:!(?!--)|\?|/(?![a-zA-Z]))[^>]*>")
_OPENS_VALUE = re.compile(r"=[\t\n\f\r ]*\Z")
_WITH_RAW_CONTENT = re.compile(rf"<(?P<end>/?)(?:{'|'.join(sorted(RAWTEXT | RCDATA))})\b", re.IGNORECASE)


def html_problems(text: str, path: str) -> Iterator[Problem]:
    """Yield what the page ends in, because it is never closed; `path` is for locations."""
    if not _may_be_open(text):
        return
    opened = last = None
    for token in tokenize(text):
        if token.kind is TokenKind.START:
            opened = token
        last = token
    if last is None or last.end < len(text):
        return
    if last.kind is TokenKind.OTHER and not _BOGUS.fullmatch(text, last.start):
        start = last.start
    elif last.kind in {TokenKind.RAWTEXT, TokenKind.RCDATA} and opened and opened.name != "plaintext":
        start = opened.start
    elif last is opened and last.name in RAWTEXT | RCDATA:
        start = last.start
    else:
        return
    shown = " ".join(text[start : start + _SHOWN].split())
    yield Problem(
        location=LineIndex(text).location(path, start),
        what=f"“{shown}” is never closed",
        hint="browsers hide everything after it, and translators do not see it",
    )


def _may_be_open(text: str) -> bool:
    """Return whether the page may end inside something; it spares sound pages a second reading."""
    if text.rfind("<!--") > text.rfind("-->") or ">" not in text[text.rfind("<") :]:
        return True
    if any(_OPENS_VALUE.search(text, max(place - _SHOWN, 0), place) for place in map(text.rfind, "\"'")):
        return True
    return any(not last["end"] for last in deque(_WITH_RAW_CONTENT.finditer(text), maxlen=1))
