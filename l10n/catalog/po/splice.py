"""Rewrites one message and keeps the rest of its entry byte for byte."""

import re
from collections.abc import Sequence
from itertools import groupby

from l10n.catalog.catalog import Message
from l10n.catalog.po.messages import comment_kind, comment_text
from l10n.catalog.po.writer import section_lines, sections

_BLANK = r"[ \t\r\f\v]*+"
_STRING = r'"(?:[^"\\\n]++|\\[^\n])*+"'
_COMMENT = re.compile(rf"{_BLANK}(#(?![~|])[^\n]*)\n?")
_KEYWORD = re.compile(
    rf"{_BLANK}(?:(?P<prefix>#~\|?|#\|){_BLANK})?"
    rf"(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr){_BLANK}(?:\[{_BLANK}(?P<index>[0-9]+){_BLANK}\]{_BLANK})?)?"
    rf"(?P<strings>(?:{_STRING}{_BLANK})*+)\n?"
)
_DOMAIN = re.compile(rf"{_BLANK}domain{_BLANK}{_STRING}{_BLANK}\n?")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_COMMENTS = ("translator", "extracted", "references", "flags")
_KEPT = ""  # the section of lines that are always kept: blank ones, `domain` directives

_Line = tuple[str, str]


def splice(raw: str, old: Message, new: Message, *, newline: str, wrapped: bool) -> str | None:
    """Return the raw entry of `old` changed into that of `new`, or None when its lines hold several sections each.

    Lines of unchanged sections stay as they are, and so does every comment line whose text is still wanted.
    """
    lines = _sections(raw)
    if lines is None:
        return None
    ours = sections(new)
    order = list(dict.fromkeys([*ours, *sections(old)]))
    before, after = _values(old), _values(new)
    fresh: dict[str, list[str]] = {}
    for section in order:
        if before.get(section) != after.get(section):
            written = section_lines(new, section, wrapped=wrapped) if section in ours else ()
            fresh[section] = _fresh(section, lines, written, newline)
    return _assemble(lines, fresh, order)


def _fresh(section: str, lines: list[_Line], written: Sequence[str], newline: str) -> list[str]:
    """Return the new raw lines of a section; a comment line that was there already is taken over as it was."""
    known: dict[str, str] = {}
    if section in ("translator", "extracted"):
        for _, line in (line for line in lines if line[0] == section):
            known.setdefault(comment_text(line[line.index("#") :]), line)
    return [known.get(comment_text(line), line + newline) if known else line + newline for line in written]


def _assemble(lines: list[_Line], fresh: dict[str, list[str]], order: list[str]) -> str:
    """Return the lines with each fresh section in the place of the old one, or in GNU's order if there was none."""
    pending = {
        section: new for section, new in fresh.items() if not any(line[0] == section for line in lines)
    }
    written: list[str] = []
    done: set[str] = set()
    for section, group in groupby(lines, key=lambda line: line[0]):
        if section != _KEPT:
            for earlier in [other for other in pending if order.index(other) < order.index(section)]:
                written += pending.pop(earlier)
        if section not in fresh:
            written += [line for _, line in group]
        elif section not in done:
            written += fresh[section]
            done.add(section)
    written += [line for new in pending.values() for line in new]
    newline = next((line[len(line.rstrip("\r\n")) :] for line in written if line.endswith("\n")), "\n")
    return "".join(line if line.endswith("\n") else line + newline for line in written)


def _values(message: Message) -> dict[str, object]:
    """Return what each section of the entry says; a section written differently has a different value."""
    mark = message.obsolete
    values: dict[str, object] = {
        "translator": message.translator_comments,
        "extracted": message.extracted_comments,
        "references": message.references,
        "flags": message.flags,
        "previous": message.previous and (mark, message.previous),
        "msgctxt": None if message.msgctxt is None else (mark, message.msgctxt),
        "msgid": (mark, message.msgid),
        "msgid_plural": None if message.msgid_plural is None else (mark, message.msgid_plural),
    }
    for index, form in enumerate(message.msgstr):
        values["msgstr" if message.msgid_plural is None else f"msgstr[{index}]"] = (mark, form)
    return values


def _sections(raw: str) -> list[_Line] | None:
    """Return each line with the section it belongs to, or None when a line is not of one section only."""
    lines: list[_Line] = []
    section = _KEPT
    for line in _LINE.findall(raw):
        comment = _COMMENT.fullmatch(line)
        if comment:
            lines.append((comment_kind(comment[1]), line))
            continue
        match = _KEYWORD.fullmatch(line)
        if match is None and _DOMAIN.fullmatch(line):
            lines.append((_KEPT, line))
            continue
        if match is None:
            return None
        if match["keyword"]:
            index = f"[{int(match['index'])}]" if match["index"] else ""
            previous = "|" in (match["prefix"] or "")
            section = "previous" if previous else match["keyword"] + index
        elif not match["strings"]:
            lines.append((_KEPT, line))
            continue
        lines.append((section, line))
    return lines
