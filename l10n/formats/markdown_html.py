"""The texts between the tags of an HTML block in Markdown, and their translations.

Block tags and what is around a text stay in the skeleton; inline tags inside it stand in the msgid. Markdown is not
read there: a translation is HTML, too. The lines of a `pre` stay lines, its blank lines part its texts; a `pre` with
`code` in it is code.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from l10n.formats.base import NOTHING_MORE, Allowance
from l10n.formats.folding import fold, wrap
from l10n.formats.html_elements import BOUNDARIES, NEVER_TRANSLATED, PREFORMATTED
from l10n.formats.html_tokens import Token, TokenKind, tokenize
from l10n.formats.markup import inert
from l10n.model import Segment

_LINE_END = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t]*")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")  # its lines come without blanks at their ends
_CODE = frozenset({"code", "samp", "kbd", "var"})
_WORD_OR_TAG = re.compile(r"(?:<[^<>]*>|[^ <]|<)+")


def html_texts(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and msgid of each text in the HTML whose lines stand at `spans` of `text`."""
    flat = "\n".join(text[start:end] for start, end in spans)
    begins = [0]
    for start, end in spans:
        begins.append(begins[-1] + end - start + 1)

    def place(offset: int) -> int:
        line = bisect_right(begins, offset) - 1
        return spans[line][0] + offset - begins[line]

    for run, preformatted in _runs(flat):
        found = _without_edges(flat, run)
        if found:
            start, end = found
            lines = [line.strip(" \t") for line in flat[start:end].split("\n") if line.strip(" \t")]
            yield place(start), place(end - 1) + 1, "\n".join(lines) if preformatted else fold(lines)


def write_html_text(segment: Segment, msgstr: str, allowed: Allowance = NOTHING_MORE) -> str:
    """Return the translation in lines as the author had them, with no tag its source does not have."""
    if "\n" in segment.msgid:
        return _preformatted(segment, inert(segment.msgid, msgstr, allowed))
    line = fold(piece for piece in _LINE_END.split(msgstr.strip()) if piece)
    line = inert(segment.msgid, line, allowed)
    ending = re.search(r"\r\n|\r|\n", segment.raw)
    if not ending:
        return line
    width = max(len(raw.lstrip("> \t")) for raw in re.split(r"\r\n|\r|\n", segment.raw))
    return f"{ending.group()}{segment.prefix or ''}".join(wrap(_WORD_OR_TAG.findall(line), width))


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
