"""The texts between the tags of an HTML block in Markdown, and their translations.

Block tags and what is around a text stay in the skeleton; inline tags inside it stand in the msgid. Markdown is not
read there: a translation is HTML, too. The lines of a `pre` stay lines, its blank lines part its texts; a `pre` with
`code` in it is code.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from l10n.formats.base import NOTHING_MORE, Allowance
from l10n.formats.folding import fold, wrap
from l10n.formats.html.elements import BOUNDARIES, NEVER_TRANSLATED, PREFORMATTED, translatable_attributes
from l10n.formats.html.runs import has_words
from l10n.formats.html.tokens import Attribute, Token, TokenKind, tokenize
from l10n.formats.markup import inert
from l10n.model import Segment

_LINE_END = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t]*")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")  # its lines come without blanks at their ends
_CODE = frozenset({"code", "samp", "kbd", "var"})
_WORD_OR_TAG = re.compile(r"(?:<[^<>]*>|[^ <]|<)+")


class HtmlText(NamedTuple):
    """A text of an HTML block: its place, what the translator sees, and of which attribute it is the value, if any."""

    start: int
    end: int
    msgid: str
    attribute: str = ""


def html_texts(text: str, spans: Sequence[tuple[int, int]]) -> list[HtmlText]:
    """Return the texts and the attributes people read of the HTML whose lines stand at `spans` of `text`, in order."""
    flat = "\n".join(text[start:end] for start, end in spans)
    begins = [0]
    for start, end in spans:
        begins.append(begins[-1] + end - start + 1)

    def placed(start: int, end: int, msgid: str, attribute: str = "") -> HtmlText:
        first, last = bisect_right(begins, start) - 1, bisect_right(begins, end - 1) - 1
        return HtmlText(
            spans[first][0] + start - begins[first], spans[last][0] + end - begins[last], msgid, attribute
        )

    texts: list[tuple[int, int, str]] = []
    for run, preformatted in _runs(flat):
        found = _without_edges(flat, run)
        if found:
            lines = [line.strip(" \t") for line in flat[slice(*found)].split("\n") if line.strip(" \t")]
            texts.append((*found, "\n".join(lines) if preformatted else fold(lines)))
    attributes = [
        placed(
            attribute.start, attribute.end, attribute.value(flat).strip(), f"{attribute.name} of {tag.name}"
        )
        for tag, attribute in _attributes(flat, [(start, end) for start, end, _ in texts])
    ]
    return sorted([*(placed(*one) for one in texts), *attributes])


def _attributes(flat: str, taken: list[tuple[int, int]]) -> Iterator[tuple[Token, Attribute]]:
    """Yield the attributes people read of the tags that stand in no text; none of several lines."""
    ends = [end for _, end in taken]
    for token in tokenize(flat):
        if token.kind is not TokenKind.START or not token.attributes:
            continue
        number = bisect_right(ends, token.start)
        if number < len(taken) and taken[number][0] <= token.start:
            continue
        read = translatable_attributes(token, flat)
        for attribute in token.attributes:
            value = attribute.value(flat) if attribute.name in read else ""
            if has_words(value) and "\n" not in value and token.attribute(attribute.name) is attribute:
                yield token, attribute


def write_html_text(segment: Segment, msgstr: str, allowed: Allowance = NOTHING_MORE) -> str:
    """Return the translation in lines as the author had them, with no tag its source does not have."""
    if "\n" in segment.msgid:
        return _preformatted(segment, without_cells(segment, inert(segment.msgid, msgstr, allowed)))
    line = fold(piece for piece in _LINE_END.split(msgstr.strip()) if piece)
    line = without_cells(segment, inert(segment.msgid, line, allowed))
    ending = re.search(r"\r\n|\r|\n", segment.raw)
    if not ending:
        return line
    width = max(len(raw.lstrip("> \t")) for raw in re.split(r"\r\n|\r|\n", segment.raw))
    return f"{ending.group()}{segment.prefix or ''}".join(wrap(_WORD_OR_TAG.findall(line), width))


def without_cells(segment: Segment, line: str) -> str:
    """Return the line without a `|` its source lacks: above a delimiter row it would make a table of the HTML."""
    return line if line.count("|") == segment.msgid.count("|") else line.replace("|", "&#124;")


def _preformatted(segment: Segment, msgstr: str) -> str:
    """Return the lines of the translation, each behind what stands before that line of the source."""
    ending = re.search(r"\r\n|\r|\n", segment.raw)
    written = re.split(r"\r\n|\r|\n", segment.raw)
    begins = [
        line.rstrip(" \t").removesuffix(shown)
        for line, shown in zip(written, segment.msgid.split("\n"), strict=False)
    ]
    lines = [line.strip(" \t") for line in re.split(r"\r\n|\r|\n", msgstr) if line.strip()]
    begins += begins[-1:] * (len(lines) - len(begins))
    glue = ending.group() if ending else "\n"
    return glue.join(begin + line for begin, line in zip(begins, lines, strict=False)) or segment.raw


def _runs(flat: str) -> Iterator[tuple[list[Token], bool]]:
    """Yield the runs of text and inline tags between block tags, each with whether its lines count.

    There are none inside scripts and styles, nor in a `pre` or a `textarea` that holds code.
    """
    run: list[Token] = []
    closed_by = ""
    inside: list[Token] = []
    for token in tokenize(flat):
        if closed_by:
            inside.append(token)
            if token.kind is TokenKind.END and token.name == closed_by:
                yield from _paragraphs(flat, inside[:-1], closed_by)
                closed_by, inside = "", []
        elif token.kind is TokenKind.START and token.name in PREFORMATTED | NEVER_TRANSLATED:
            yield run, False
            run, closed_by = [], token.name
        elif token.name in BOUNDARIES or token.kind in (TokenKind.OTHER, TokenKind.CDATA, TokenKind.RAWTEXT):
            yield run, False
            run = []
        else:
            run.append(token)
    yield run, False
    yield from _paragraphs(flat, inside, closed_by)


def _paragraphs(flat: str, inside: list[Token], element: str) -> Iterator[tuple[list[Token], bool]]:
    """Yield the runs between the blank lines of a preformatted text."""
    if element not in PREFORMATTED or any(token.name in _CODE for token in inside):
        return
    start = inside[0].start if inside else 0
    for paragraph in _PARAGRAPH.finditer(flat, start, inside[-1].end if inside else 0):
        run = [
            token._replace(start=token.start + paragraph.start(), end=token.end + paragraph.start())
            for token in tokenize(paragraph[0])
        ]
        if not any(token.name in BOUNDARIES for token in run):
            yield run, True


def _without_edges(flat: str, run: list[Token]) -> tuple[int, int] | None:
    """Return start and end of the run without tags and blanks around its text; None when it has no text.

    A pair of tags around the whole goes; a tag whose partner stands inside stays, unless the block begins with it.
    """
    text = [token.kind in (TokenKind.TEXT, TokenKind.RCDATA) and _has_letter(flat, token) for token in run]
    if not any(text):
        return None
    first, last = text.index(True), len(text) - 1 - text[::-1].index(True)
    while first > 0 and run[first - 1].start > 0 and _is_needed(run[first - 1], run[first : last + 1]):
        first -= 1
    while last + 1 < len(run) and _is_needed(run[last + 1], run[first : last + 1]):
        last += 1
    start, end = run[first].start, run[last].end
    part = flat[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _is_needed(token: Token, inside: list[Token]) -> bool:
    """Return whether a tag at the edge is the partner of one inside."""
    if token.kind not in (TokenKind.START, TokenKind.END):
        return False
    unpaired = {TokenKind.START: 0, TokenKind.END: 0}
    for one in inside:
        if one.name == token.name and one.kind is TokenKind.END and unpaired[TokenKind.START]:
            unpaired[TokenKind.START] -= 1
        elif one.name == token.name and one.kind in unpaired:
            unpaired[one.kind] += 1
    return unpaired[TokenKind.END if token.kind is TokenKind.START else TokenKind.START] > 0


def _has_letter(flat: str, token: Token) -> bool:
    return any(map(str.isalnum, re.sub(r"&#?\w+;", "", flat[token.start : token.end])))
