"""What in a text is no words: the places of tags, code, link targets, references and emphasis marks.

A translation has to keep them, so they are kept from translating programs. Inside them some words are read all the
same: titles, and texts that stand for images.
"""

import re

from l10n.formats.html.elements import translatable_attributes
from l10n.formats.html.tokens import TokenKind, tokenize

Span = tuple[int, int]

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_OVERRIDE = re.compile(r"\{\\[^{}\n]*\}?|<[\d:.]+>")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
# CommonMark, "Emphasis and strong emphasis": runs that may open or close; an underscore inside a word does neither
_EMPHASIS = re.compile(r"\*{1,3}+(?=\S)|(?<=\S)\*{1,3}|~~|(?<!\w)_{1,3}+(?=\S)|(?<=\S)_{1,3}(?!\w)")
LINK_END = re.compile(  # behind the target of a link
    r">?(?:\s{1,9}(?P<title>\"(?:[^\"\\\n]|\\.){0,999}\"|'(?:[^'\\\n]|\\.){0,999}'|\((?:[^()\\\n]|\\.){0,999}\)))?"
    r"\s{0,9}\)"
)


def html_spans(text: str) -> tuple[Span, ...]:
    """Return the places of tags, comments and character references, in order."""
    spans = [(token.start, token.end) for token in tokenize(text) if token.kind is not TokenKind.TEXT]
    return without_overlaps([*spans, *(found.span() for found in _REFERENCE.finditer(text))])


def subtitle_spans(text: str) -> tuple[Span, ...]:
    """Return the places of tags, overrides (`{\\an8}`) and timestamps in a cue, in order."""
    return without_overlaps([*html_spans(text), *(found.span() for found in _OVERRIDE.finditer(text))])


def markdown_spans(text: str) -> tuple[Span, ...]:
    """Return the places of code, tags, addresses, the brackets and targets of links, escapes and emphasis, in order."""
    from l10n.formats.markdown.inline import ConstructKind, constructs

    spans: list[Span] = []
    for found in constructs(text):
        end = found.end
        if found.kind is ConstructKind.LINK and (rest := LINK_END.match(text, end)):
            end = rest.end()
        spans.append((found.start, end))
        if found.kind in (ConstructKind.LINK, ConstructKind.LABEL):
            opened = _opening_bracket(text, found.start)
            spans += [(opened - found.is_image, opened + 1)] if opened >= 0 else []
    for pattern in (_REFERENCE, _ESCAPE, _EMPHASIS):
        spans += (found.span() for found in pattern.finditer(text))
    return without_overlaps(spans)


def html_words(text: str) -> tuple[Span, ...]:
    """Return the places of the attributes that visitors read, without their quotes, in order."""
    spans: list[Span] = []
    for token in tokenize(text):
        if token.kind is TokenKind.START:
            read = translatable_attributes(token, text)
            quoted = (one for one in token.attributes if one.quote and one.name in read)
            spans += ((one.start + 1, one.end - 1) for one in quoted)
    return _with_letters(text, spans)


def markdown_words(text: str) -> tuple[Span, ...]:
    """Return the places of the titles of links and images, and of attributes that visitors read, in order."""
    from l10n.formats.markdown.inline import ConstructKind, constructs

    spans: list[Span] = []
    for found in constructs(text):
        if found.kind is ConstructKind.LINK and (rest := LINK_END.match(text, found.end)) and rest["title"]:
            spans.append((rest.start("title") + 1, rest.end("title") - 1))
        elif found.kind is ConstructKind.TAG:
            inside = html_words(text[found.start : found.end])
            spans += ((found.start + start, found.start + end) for start, end in inside)
    return _with_letters(text, spans)


def _with_letters(text: str, spans: list[Span]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in sorted(spans) if any(map(str.isalpha, text[start:end])))


def _opening_bracket(text: str, closed: int) -> int:
    """Return where the bracket opens that closes at `closed`, with the `!` of an image; -1 when nowhere near."""
    depth = 0
    for place in range(closed - 1, max(-1, closed - 1_000), -1):
        if text[place] == "]":
            depth += 1
        elif text[place] == "[":
            if depth == 0:
                return place
            depth -= 1
    return -1


def without_overlaps(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans in order; of two that overlap the earlier one, of two that begin together the longer one."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < end and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return tuple(kept)
