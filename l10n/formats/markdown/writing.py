"""A translation as Markdown that keeps the structure: nothing in it opens, ends or splits a block.

First what is active and new is made inert (markdown_safety), then the lines are filled, then each line that
would begin a block gets a backslash. Whether it would is asked of the parser, not guessed; the patterns here only
say when to ask.
"""

import re

from l10n.formats.base import NOTHING_MORE, Allowance
from l10n.formats.folding import fold, wrap
from l10n.formats.markdown.blocks import is_one_paragraph, is_table
from l10n.formats.markdown.inline import ConstructKind, constructs
from l10n.formats.markdown.safety import make_inert
from l10n.model import Segment, SegmentKind

_LINE_END = re.compile(r"\r\n|\r|\n")
_HARD_BREAK = re.compile(r"(?:(?<![ \t])[ \t]*  |(?<!\\)(?:\\\\)*\\)\Z")
# A line of this shape may begin a block, or turn the line before it into a heading or a table.
_SUSPECT = re.compile(
    r"\#{1,6}(?:[ \t]|\Z)|[>|<]|[-+*](?:[ \t]|\Z)|[0-9]{1,9}[.)](?:[ \t]|\Z)|=+[ \t]*\Z|[-_*=~`\s]+\Z|```|~~~|:::|///"
    r"|[:~][ \t]|!!!|\?\?\?|===|\+\+\+|:?-+[ \t]*[:|]|:-|\["
)
# Two blanks or a backslash at the end of a line are a hard break: no soft wrap may make one.
_FAR = 100  # as far as what could begin a block is looked at
_BREAKABLE = re.compile(r"(?<![ \\]) (?=([^ ]+))")
_LIST_NUMBER = re.compile(r"[0-9]+(?=[.)])")
_ONLY_MARKS = re.compile(r"[-_*=~`|:\s]+\Z")
_DEFINITION = re.compile(r"[:~][ \t]")
_TASK_OR_ALERT = re.compile(r"\[(?:[ xX]\][ \t]|!(?!\[))")  # but an image in a link
_CLOSING_MARKS = re.compile(r"(?:\A|(?<=[ \t]))#+\Z")
_UNPROTECTED_PIPE = re.compile(r"(?<!\\)\|")


def write_flow(segment: Segment, msgstr: str, allowed: Allowance = NOTHING_MORE) -> str:
    """Return the translation of a paragraph, in lines as the author had them."""
    msgstr = make_inert(msgstr, segment.msgid, segment.labels, allowed)
    wrapped = len(_LINE_END.findall(segment.raw)) > segment.msgid.count("\n")
    line_end = _LINE_END.search(segment.raw)
    lines: list[str] = []
    for line in _hard_lines(msgstr):
        lines += _wrapped(line, _width(segment)) if wrapped else [line]
    if not lines:
        return segment.raw
    return f"{line_end.group() if line_end else chr(10)}{segment.prefix or ''}".join(_guarded(segment, lines))


def write_line(segment: Segment, msgstr: str, allowed: Allowance = NOTHING_MORE) -> str:
    """Return the translation of what must stay on one line: a heading, a cell, a term, a title."""
    line = _one_line(make_inert(msgstr, segment.msgid, segment.labels, allowed))
    if not line:
        return segment.raw
    if segment.kind is SegmentKind.TABLE_CELL:
        line = _UNPROTECTED_PIPE.sub(r"\\|", line)
        # A backslash before the `|` that ends the cell would take it into the cell.
        line = f"{line[:-1]}&#92;" if line.endswith("\\") else line
    elif segment.kind is SegmentKind.HEADING:
        line = _CLOSING_MARKS.sub(lambda marks: f"\\{marks.group()}", line)
    elif segment.kind is SegmentKind.TITLE:
        # What ends a title (a quote, a bracket, a brace) is no mark its own text can have.
        return "".join(
            f"&#{ord(mark)};" if mark in '"[]{}`' and mark not in segment.msgid else mark for mark in line
        )
    # Where the source itself begins so, the line does not begin with it: a cell, a heading behind its marks.
    return line if _begins_block(segment.msgid) else _guarded(segment, [line])[0]


def write_link_title(segment: Segment, msgstr: str) -> str:
    """Return the title of a link reference definition in the author's quotation marks."""
    opening, closing = segment.raw[0], segment.raw[-1]
    line = re.sub(r"\\(.)|(.)", lambda match: _quoted(match, opening + closing), _one_line(msgstr))
    return f"{opening}{line}{closing}" if line else segment.raw


def _quoted(match: re.Match[str], marks: str) -> str:
    if match[1]:
        return match.group()
    return f"\\{match[2]}" if match[2] in marks or match[2] == "\\" else match[2]


def _one_line(text: str) -> str:
    pieces = [_HARD_BREAK.sub("", line).strip(" \t") for line in _LINE_END.split(text)[:-1]]
    last = _LINE_END.split(text)[-1].strip(" \t")
    return fold(piece for piece in (*pieces, last) if piece)


def _hard_lines(text: str) -> list[str]:
    """Return the lines that hard breaks part, each with its break; all other line ends are soft wraps."""
    lines: list[str] = []
    soft: list[str] = []
    for piece in _LINE_END.split(text):
        hard = _HARD_BREAK.search(piece)
        bare = (piece[: hard.start()] if hard else piece).lstrip(" \t")
        if hard and (bare.strip(" \t") or soft):
            lines.append(fold([*soft, bare] if bare else soft) + hard.group().replace("\t", " "))
            soft = []
        elif bare.strip(" \t"):
            soft.append(bare.rstrip(" \t"))
    if soft:
        return [*lines, fold(soft)]
    # A break that nothing follows is none: the blanks would go, a backslash would show.
    return [*lines[:-1], lines[-1] if lines[-1].endswith("\\") else lines[-1].rstrip(" ")] if lines else []


def _width(segment: Segment) -> int:
    first, *rest = _LINE_END.split(segment.raw)
    return max(len(first), *(len(line.lstrip(" \t>")) for line in rest)) if rest else len(first)


def _wrapped(line: str, width: int) -> list[str]:
    """Return the line in several, none of which begins with what could begin a block."""
    ending = _HARD_BREAK.search(line)
    text = line[: ending.start()] if ending else line
    held = [
        (found.start, found.end)
        for found in constructs(text)
        if found.kind not in (ConstructKind.LABEL, ConstructKind.ADDRESS)
    ]
    chunks: list[str] = []
    start = index = 0
    for blank in _BREAKABLE.finditer(text):
        while index < len(held) and held[index][1] <= blank.start():
            index += 1
        inside = index < len(held) and held[index][0] < blank.start()
        if (
            not inside
            and not _SUSPECT.match(text, blank.end(), blank.end() + _FAR)
            and not _SUSPECT.match(blank[1])
        ):
            chunks.append(text[start : blank.start()])
            start = blank.end()
    lines = wrap([*chunks, text[start:]], width)
    return [*lines[:-1], lines[-1] + (ending.group() if ending else "")]


def _guarded(segment: Segment, lines: list[str]) -> list[str]:
    """Return the lines, each that would begin a block behind a backslash."""
    suspect = False
    guarded: list[str] = []
    for number, written in enumerate(lines):
        line = written.lstrip(" \t") or written
        if _SUSPECT.match(line) and (number or not _is_own_first_line(segment, line)):
            suspect = True
            if _begins_block(line, continues=number > 0) or (not number and _is_marker(segment, line)):
                line = _escaped(line)
        guarded.append(line)
    whole = "\n".join(guarded)
    if (suspect and not is_one_paragraph(whole)) or (
        suspect and "]:" in whole and not is_one_paragraph(whole)
    ):
        guarded = [_spelt_out(line) for line in guarded]
    in_table = segment.kind is SegmentKind.TABLE_CELL
    if not in_table and "|" in guarded[-1] and _heads_table(guarded[-1]) and not _heads_table(segment.msgid):
        guarded[-1] = guarded[-1].replace("\\|", "|").replace("|", "&#124;")
    return guarded


def _is_own_first_line(segment: Segment, line: str) -> bool:
    """Return whether the author begins with this very line: then it begins no block there."""
    return segment.raw.startswith(line) and segment.raw[len(line) : len(line) + 1] in ("", "\r", "\n")


def _heads_table(line: str) -> bool:
    """Return whether the line, with what may stand before it, and a rule or an underline below are a table."""
    return is_table(f"{line}\n---") or is_table(f"x{line}\n---")


def _is_marker(segment: Segment, line: str) -> bool:
    """Return whether the first line reads as something the markers before it already are or make of it."""
    in_container = segment.kind in (SegmentKind.LIST_ITEM, SegmentKind.QUOTE)
    # Below a paragraph of one line, `: x` would make a definition list of the two.
    defines = _DEFINITION.match(line) and not _DEFINITION.match(segment.msgid)
    return bool(_ONLY_MARKS.match(line) or defines or (in_container and _TASK_OR_ALERT.match(line)))


def _begins_block(line: str, *, continues: bool = False) -> bool:
    if not _SUSPECT.match(line):
        return False
    if line.startswith("[") and "]:" not in line:
        return False
    return line.startswith("+++") or not is_one_paragraph(f"x\n{line}" if continues else line)


def _escaped(line: str) -> str:
    number = _LIST_NUMBER.match(line)
    return f"{number.group()}\\{line[number.end() :]}" if number else f"\\{line}"


def _spelt_out(line: str) -> str:
    """Return the line with its first character as a reference: no block begins with `&`."""
    return f"&#{ord(line[0])};{line[1:]}" if line and not line[0].isalnum() else line
