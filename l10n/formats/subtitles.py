"""Subtitles, SubRip and WebVTT: the text of each cue is a segment; numbers, times and settings are skeleton.

The lines of a cue stay lines: where a subtitle breaks is part of how it is read. A translation keeps the tags of
its cue (`<i>`, `<v Anna>`, `{\\an8}`), and can bring no other; it can neither end the cue, which a blank line would,
nor begin another, which `-->` would. Left to the skeleton: what is no cue, such as NOTE, STYLE and REGION blocks,
and every cue without a letter or a digit. A file that is not what it should be comes back as it was.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from l10n.formats.base import Mark, Problem
from l10n.formats.directives import DirectiveKind, parse_directive
from l10n.formats.html.runs import has_words
from l10n.formats.html.text import plain
from l10n.formats.inline import subtitle_spans
from l10n.formats.marks import html_marks, line_marks
from l10n.formats.markup import inert
from l10n.formats.weaving import Stretch, woven
from l10n.model import Document, LineIndex, Segment, SegmentKind

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_TIME = r"(?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?")
_ALMOST_TIMES = re.compile(r"[ \t]*\d+:[\d:.,; \t]*(?:-+>|--+)[ \t]*\d+:[\d:.,; \t]*")
_STAMP = re.compile(r"<(?=[\d:.])[\d:.]*>?")  # when the words behind it appear
_OVERRIDE = re.compile(r"\{\\[^{}\n]*\}?")  # of other formats, obeyed by most players
_NOTE = re.compile(r"NOTE(?:[ \t]|\Z)")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^<>]+)>")
_ARROW = "-->"
_BYTE_ORDER_MARK = "\ufeff"
_BLANKS = " \t"


class _Line(NamedTuple):
    start: int
    end: int  # before its line end
    text: str


class _Cue(NamedTuple):
    """Where the text of a cue is, and what directives say about it."""

    start: int
    end: int
    comment: str = ""
    context: str | None = None


def _document(text: str, path: str, cues: Iterator[_Cue]) -> Document:
    """Return the document whose segments are `cues`; the lines of a cue are lines of its msgid."""
    return Document(path=path, parts=tuple(woven(text, path, (_stretch(text, cue) for cue in cues))))


def _stretch(text: str, cue: _Cue) -> Stretch:
    raw = text[cue.start : cue.end]
    voices = ", ".join(dict.fromkeys(_VOICE.findall(raw)))
    spoken = f"spoken by {voices}" if voices else ""
    return Stretch(
        cue.start,
        cue.end,
        msgid=_LINE_END.sub("\n", raw),
        kind=SegmentKind.SUBTITLE,
        comment="\n".join(part for part in (cue.comment, spoken) if part),
        msgctxt=cue.context,
    )


def _localized(segment: Segment, msgstr: str) -> str:
    """Return the translation in the lines its translator gave it, without what would end the cue.

    A blank line is left out, `-->` is written `→`, and a tag the cue does not have becomes text.
    """
    allowed = inert(segment.msgid, _LINE_END.sub("\n", msgstr))
    if allowed == segment.msgid:
        return segment.raw
    for own, first in ((_STAMP, "&lt;"), (_OVERRIDE, "{")):
        remaining = Counter(own.findall(segment.msgid))
        allowed = own.sub(partial(_kept, remaining=remaining, first=first), allowed)
    arrows = _ARROW in segment.msgid
    lines = [
        line if arrows and not _TIMES.match(line) else line.replace(_ARROW, "→")
        for line in allowed.split("\n")
        if line.strip()
    ]
    line_end = _LINE_END.search(segment.raw)
    return (line_end[0] if line_end else "\n").join(lines).strip(_BLANKS) or segment.raw


def _kept(found: re.Match[str], *, remaining: Counter[str], first: str) -> str:
    """Return what was found if the cue has it, else the same with `first` for the two signs that begin it."""
    remaining[found[0]] -= 1
    if remaining[found[0]] >= 0:
        return found[0]
    return first + found[0][1:].removeprefix("\\")


@dataclass(frozen=True, slots=True)
class SubRip:
    """SubRip (.srt)."""

    name: str = "subrip"
    suffixes: tuple[str, ...] = (".srt",)

    def parse(self, text: str, path: str) -> Document:
        """Return the document: the text of each cue is a segment, its lines are lines of the msgid."""
        return _document(text, path, _subrip_cues(text))

    def problems(self, text: str, path: str) -> tuple[Problem, ...]:
        """Return the lines that look like times and are none."""
        return tuple(_problems(text, path, "00:00:01,000 --> 00:00:04,000"))

    def localized(self, segment: Segment, msgstr: str) -> str:
        """Return the translation in the lines its translator gave it, without what would end the cue."""
        return _localized(segment, msgstr)

    def markup(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the spans of a msgid that are no words."""
        return subtitle_spans(text)

    def marks(self, segment: Segment, text: str) -> tuple[Mark, ...]:  # noqa: ARG002
        """Return the tags and the line ends of a cue."""
        return (*html_marks(text), *line_marks(text))


@dataclass(frozen=True, slots=True)
class WebVtt:
    """WebVTT (.vtt), the subtitles of the web."""

    name: str = "webvtt"
    suffixes: tuple[str, ...] = (".vtt",)

    def parse(self, text: str, path: str) -> Document:
        """Return the document: the text of each cue is a segment, its lines are lines of the msgid.

        A NOTE may hold a directive for the cues behind it.
        """
        return _document(text, path, _webvtt_cues(text))

    def problems(self, text: str, path: str) -> tuple[Problem, ...]:
        """Return the lines that look like times and are none."""
        return tuple(_problems(text, path, "00:01.000 --> 00:04.000"))

    def localized(self, segment: Segment, msgstr: str) -> str:
        """Return the translation in the lines its translator gave it, without what would end the cue."""
        return _localized(segment, msgstr)

    def markup(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the spans of a msgid that are no words."""
        return subtitle_spans(text)

    def marks(self, segment: Segment, text: str) -> tuple[Mark, ...]:  # noqa: ARG002
        """Return the tags and the line ends of a cue."""
        return (*html_marks(text), *line_marks(text))


def cue_times(document: Document) -> tuple[tuple[int, int] | None, ...]:
    """Return when each segment of subtitles is shown, from and to, in milliseconds; None without times."""
    found: list[tuple[int, int] | None] = []
    before = ""
    for part in document.parts:
        if isinstance(part, Segment):
            found.append(_times_in(before) if part.kind is SegmentKind.SUBTITLE else None)
        before = part if isinstance(part, str) else ""
    return tuple(found)


def _times_in(skeleton: str) -> tuple[int, int] | None:
    line = skeleton.rstrip(_BLANKS).removesuffix("\n").removesuffix("\r")
    last = _LINE_END.split(line)[-1]
    if not _TIMES.fullmatch(last):
        return None
    begin, end = (_milliseconds(time) for time in re.findall(_TIME, last)[:2])
    return begin, end


def _milliseconds(time: str) -> int:
    *hours, minutes, seconds = time.replace(",", ".").split(":")
    whole, _, fraction = seconds.partition(".")
    return (int((hours or ["0"])[0]) * 3600 + int(minutes) * 60 + int(whole)) * 1000 + int(
        fraction.ljust(3, "0")
    )


def _problems(text: str, path: str, example: str) -> Iterator[Problem]:
    """Yield the lines that look like times and are none: the text behind them is no cue, and nobody translates it."""
    index = LineIndex(text)
    for line in _lines(text):
        if _ALMOST_TIMES.fullmatch(line.text) and not _TIMES.fullmatch(line.text):
            yield Problem(
                location=index.location(path, line.start),
                what=f"“{line.text.strip()}” is not a time, so the text after it is not translated",
                hint=f"times are written {example}",
            )


def _lines(text: str) -> list[_Line]:
    start = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
    return [_Line(found.start(), found.end(1), found[1]) for found in _LINE.finditer(text, start)]


def _trimmed(lines: list[_Line], text: str) -> _Cue | None:
    """Return the place of the text in `lines` without blanks around it; None when it has no words."""
    if not lines:
        return None
    start, end = lines[0].start, lines[-1].end
    raw = text[start:end]
    if not has_words(_OVERRIDE.sub("", plain(raw))):
        return None
    return _Cue(start + len(raw) - len(raw.lstrip(_BLANKS)), end - len(raw) + len(raw.rstrip(_BLANKS)))


def _subrip_cues(text: str) -> Iterator[_Cue]:
    """Yield the text behind each line of times, as far as a blank line or the next cue.

    Text behind a blank line, which some players show and some do not, is a cue of its own.
    """
    lines = _lines(text)
    block: list[_Line] = []
    begun = False
    for number, line in enumerate(lines):
        times = _TIMES.fullmatch(line.text) is not None
        if times and block and block[-1].text.strip().isdecimal():
            block.pop()
        if (times or not line.text.strip()) and block:
            if begun and (cue := _trimmed(block, text)):
                yield cue
            block = []
        if times:
            begun = True
        elif line.text.strip():
            block.append(line)
        if number == len(lines) - 1 and begun and block and (cue := _trimmed(block, text)):
            yield cue


def _webvtt_cues(text: str) -> Iterator[_Cue]:
    """Yield the text behind each line of times, as far as an empty line or the next line of times."""
    lines = _lines(text)
    directives = _Directives()
    number = 0
    while number < len(lines):
        line = lines[number]
        after = number + 1
        while line.text and after < len(lines) and lines[after].text and _ARROW not in lines[after].text:
            after += 1
        if _TIMES.fullmatch(line.text):
            cue = _trimmed(lines[number + 1 : after], text)
            if cue and (cue := directives.applied(cue)):
                yield cue
        elif _NOTE.match(line.text):
            directives.follow(text[line.start : lines[after - 1].end])
        number = after


class _Directives:
    """What the notes so far ask for the cues behind them."""

    def __init__(self) -> None:
        self._skipping = False
        self._next: bool | None = None
        self._comments: list[str] = []
        self._context: str | None = None

    def follow(self, note: str) -> None:
        """Take note of a NOTE block."""
        directive = parse_directive(note.removeprefix("NOTE"))
        match directive.kind if directive else None:
            case DirectiveKind.SKIP | DirectiveKind.TRANSLATE as kind:
                self._next = kind is DirectiveKind.TRANSLATE
            case DirectiveKind.SKIP_START | DirectiveKind.SKIP_END as kind:
                self._skipping = kind is DirectiveKind.SKIP_START
            case DirectiveKind.COMMENT if directive:
                self._comments.append(directive.text)
            case DirectiveKind.CONTEXT if directive:
                self._context = directive.text

    def applied(self, cue: _Cue) -> _Cue | None:
        """Return the cue with its remarks; None when it is left out."""
        wanted = not self._skipping if self._next is None else self._next
        self._next = None
        if not wanted:
            return None
        comment, context = "\n".join(self._comments), self._context
        self._comments, self._context = [], None
        return cue._replace(comment=comment, context=context)
