"""Findings for people at a terminal: by file, each with its line, a caret under what it is about, and a hint."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from l10n.cli.reports.excerpt import excerpt, wrapped
from l10n.cli.reports.result import Result
from l10n.cli.reports.summary import first_ones, summary
from l10n.cli.terminal_escaping import escape_controls, one_line
from l10n.model import Severity

if TYPE_CHECKING:
    from l10n.gate.places import LocatedFinding

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_INDENT = "    "
_LEAST_ROOM = 20


def as_text(result: Result) -> Iterator[str]:
    """Yield the findings, those of a file together. `path:line:column: CODE message` is a line of its own for each;
    only where it is wider than a terminal is it folded. Of a large run they are the first ones, with the counts behind
    them (`summary`)."""
    shown = first_ones(result)
    groups = groupby(shown, key=lambda placed: placed.finding.location.path)
    for number, (_, group) in enumerate(groups):
        if number:
            yield "\n"
        yield from (_block(result, placed) for placed in group)
    yield from summary(result, len(shown))


def severity_note(severity: Severity) -> str:
    """Return what is said of a finding that is no error."""
    return "" if severity is Severity.ERROR else f" [{severity}]"


def _block(result: Result, placed: "LocatedFinding") -> str:
    finding = placed.finding
    place = one_line(str(finding.location))
    said = one_line(finding.message) + severity_note(finding.severity)
    words = [f"{place}:", finding.code, *said.split(" ")]
    lines = _folded(result, words, _INDENT)
    if result.is_coloured:
        colour = _COLOURS[finding.severity]
        lines[0] = lines[0].replace(f"{place}:", _painted(f"{place}:", "1"), 1)
        text = "\n".join(lines)
        lines = [text.replace(finding.code, _painted(finding.code, colour), 1)]
    lines += _line_with_carets(result, placed)
    if finding.hint:
        lines += _folded(result, [f"{_INDENT}hint:", *one_line(finding.hint).split(" ")], _INDENT * 2)
    return "".join(f"{line}\n" for line in lines)


def _folded(result: Result, words: list[str], indent: str) -> list[str]:
    """Return words as lines: one, except on a terminal; what goes to a file or to `grep` stays whole."""
    return wrapped(words, result.width, indent) if result.is_terminal else [" ".join(words)]


def _line_with_carets(result: Result, placed: "LocatedFinding") -> list[str]:
    place = placed.finding.location
    text = result.report.texts.get(place.path)
    line = text.line(place.line) if text else ""
    if place.column is None or placed.end_column is None or not line.strip():
        return []
    number = f"{place.line:>6}"
    room = max(_LEAST_ROOM, result.width - len(number) - 3)
    shown = excerpt(line, place.column - 1, placed.end_column - 1, room)
    carets = f"{' ' * len(number)} | {shown.carets}"
    if result.is_coloured:
        carets = _painted(carets, _COLOURS[placed.finding.severity])
    return [f"{number} | {shown.text}".rstrip(), carets]


def _painted(text: str, colour: str) -> str:
    return f"\033[{colour}m{text}\033[0m"


def fixes_as_text(result: Result) -> str:
    """Return what has been fixed: place, code, before and after, and the steps that led to it."""
    lines: list[str] = []
    for fixed in result.fixed:
        place = one_line(str(fixed.finding.location))
        lines.append(f"{place}: {fixed.finding.code} {_quoted(fixed.before)} → {_quoted(fixed.after)}")
        because = fixed.finding.because or (fixed.finding.message,)
        lines += (f"{_INDENT}reason: {one_line(step)}" for step in because)
    return "".join(f"{escape_controls(line)}\n" for line in lines)


def _quoted(text: str) -> str:
    if not text.strip():  # blanks look alike
        return (
            "“"
            + "".join(character if character == " " else f"<U+{ord(character):04X}>" for character in text)
            + "”"
        )
    return f"“{one_line(text)}”"
