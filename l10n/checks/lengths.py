"""Does a translation fit where it goes: into so many characters, or onto a screen for so long?

What is counted are characters as people see them, as near as the standard library tells: code points of the composed
text (NFC) without combining marks and what is not shown. An emoji of several parts counts as those. On a line of a
subtitle a character of full width takes the room of two, for the eye it is one.

The rules for subtitles are those of the house where the configuration has some. Those of broadcasters are looked at
else, and what they find is information: other houses have others, and a language may need more room than English.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from l10n.catalog.catalog import Message, MessageKey
from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.pairs import Pair, SubjectKey
from l10n.checks.comparison.slips import Slip, of_translations
from l10n.languages.normal_forms import normalized
from l10n.model import Segment, SegmentKind, Severity

_FLAG = re.compile(r"(?:^|[\s,;])max-length:[ ]?(\d{1,6})\b")
_CLOCK = 1000  # milliseconds of a second


def perceived(text: str) -> int:
    """Return how many characters of a text people see."""
    if text.isascii():
        return len(text)
    return sum(not _is_unseen(character) for character in normalized("NFC", text))


def _cells(text: str) -> int:
    """Return how much room a line takes: a character of full width is two."""
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in normalized("NFC", text)
        if not _is_unseen(character)
    )


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}


def _too_long(pair: Pair, subject: Subject) -> Iterator[Slip]:
    flagged = _flagged(pair.message)
    most = subject.limits.characters if flagged is None else flagged
    if most is None:
        return
    number = perceived(pair.target)
    if number > most:
        said = "its flag" if flagged is not None else "max_length of the configuration"
        yield Slip(
            code="too-long",
            message=f"{number} characters, and {said} allows {most}",
            hint="it would be cut off, or break what is around it: say it in fewer words",
        )


def _flagged(message: Message) -> int | None:
    """Return the most characters that a flag, or a comment that is written as one, allows; of several the fewest."""
    said = (*message.flags, *message.extracted_comments, *message.translator_comments)
    found = [int(number) for one in said if "max-length" in one for number in _FLAG.findall(one)]
    return min(found, default=None)


def _subtitles(pair: Pair, subject: Subject) -> Iterator[Slip]:
    if pair.segment is None or pair.segment.kind is not SegmentKind.SUBTITLE:
        return
    rules = subject.limits.subtitles
    severity = Severity.WARNING if rules.is_house else Severity.INFO
    shown, source = _lines(pair.target, subject), _lines(pair.source, subject)
    duration = _durations(SubjectKey(subject)).get(pair.message.key)
    number = sum(map(perceived, shown))
    is_of_source = not rules.is_house and number <= sum(map(perceived, source))
    if duration and number * _CLOCK > rules.characters_per_second * duration and not is_of_source:
        speed = number * _CLOCK / duration
        yield Slip(
            code="subtitle-too-fast",
            message=f"{number} characters in {duration / _CLOCK:g} s are {speed:.1f} a second, "
            f"and readers have {rules.characters_per_second}",
            severity=severity,
            hint="say it in fewer words",
        )
    if len(shown) > rules.lines and (rules.is_house or len(shown) > len(source)):
        yield Slip(
            code="subtitle-too-long",
            message=f"{len(shown)} lines, and a subtitle has {rules.lines}",
            severity=severity,
        )
    longest = max(map(_cells, shown), default=0)
    if longest > rules.characters_per_line and (
        rules.is_house or longest > max(map(_cells, source), default=0)
    ):
        yield Slip(
            code="subtitle-too-long",
            message=f"a line of {longest} characters, and {rules.characters_per_line} have room",
            severity=severity,
            hint="break the line at another place, or say it in fewer words",
        )


def _lines(text: str, subject: Subject) -> list[str]:
    """Return the lines of a cue as they are seen, without tags."""
    from l10n.formats import HasInlineMarkup

    pieces, position = [], 0
    form = subject.form
    for start, end in form.markup(text) if isinstance(form, HasInlineMarkup) else ():
        pieces.append(text[position:start])
        position = end
    pieces.append(text[position:])
    return [line.strip() for line in "".join(pieces).split("\n") if line.strip()]


@lru_cache(maxsize=2)
def _durations(key: SubjectKey) -> Mapping[MessageKey, int]:
    """Return how long each text is shown, in milliseconds: where it is shown more than once, the shortest time."""
    from l10n.formats.subtitles import cue_times

    found: dict[MessageKey, int] = {}
    document = key.subject.document
    for segment, times in zip(document.segments, cue_times(document), strict=True):
        if times is not None and (duration := times[1] - times[0]) > 0:
            one = _key(segment)
            found[one] = min(duration, found.get(one, duration))
    return found


def _key(segment: Segment) -> MessageKey:
    return (segment.msgctxt, segment.msgid)


_of_messages, _of_subtitles = of_translations(_too_long), of_translations(_subtitles)


def _flag(msgstr: str, flag: str) -> Example:
    return Example(source="Save", msgstr=msgstr, flags=(flag,))


def _cue(msgstr: str, times: str = "00:00:01.000 --> 00:00:03.000") -> Example:
    source = f"WEBVTT\n\n{times}\nIt flies.\n"
    return Example(source=source, msgid="It flies.", msgstr=msgstr, path="source/example.vtt")


_LONG_LINE = "Vanmorgen vliegt hij weer, en morgen nog eens."
_TIMED_TEXT = "Netflix, Timed Text Style Guide: General Requirements, and English (20 characters a second)"

CHECKS = (
    Check(
        code="too-long",
        severity=Severity.ERROR,
        description="A translation has more characters than its flag or the configuration allows.",
        authority="Weblate, flag max-length, check “Maximum length of translation”",
        find=_of_messages("too-long"),
        passing=(
            _flag("Opslaan", "max-length:7"),
            _flag("Sla het op", "python-format"),
            _flag("Opsla\u0301a\u0301n", "max-length:7"),
        ),
        failing=(_flag("Opslaan", "max-length:6"),),
    ),
    Check(
        code="subtitle-too-fast",
        severity=Severity.WARNING,
        description="A subtitle has more characters than people read while it is shown. Information unless the "
        "configuration has rules of the house.",
        authority=_TIMED_TEXT,
        find=_of_subtitles("subtitle-too-fast"),
        passing=(
            _cue("Hij vliegt."),
            _cue(_LONG_LINE, "00:00:01.000 --> 00:00:04.000"),
            _cue(_LONG_LINE, "00:00:01.000 --> 00:00:01.000"),
            Example(source=_LONG_LINE, msgstr=_LONG_LINE * 9),
        ),
        failing=(_cue(_LONG_LINE), _cue("Hij vliegt.", "00:00:01.000 --> 00:00:01.200")),
    ),
    Check(
        code="subtitle-too-long",
        severity=Severity.WARNING,
        description="A subtitle has more lines, or more characters on a line, than a screen has room for. Information "
        "unless the configuration has rules of the house.",
        authority=f"{_TIMED_TEXT}; BBC Subtitle Guidelines, “Line breaks” (avoid 3 lines or more)",
        find=_of_subtitles("subtitle-too-long"),
        passing=(
            _cue("Hij vliegt\nweer."),
            _cue("<i>Vanmorgen vliegt hij weer,\nen morgen nog eens.</i>"),
            _cue("東京から来た宇宙飛行士が話す。"),
        ),
        failing=(_cue("Hij\nvliegt\nweer."), _cue(_LONG_LINE)),
    ),
)
