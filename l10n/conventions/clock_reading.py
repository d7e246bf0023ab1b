"""Reads the clock times of a text: 2.15 pm, 14:15, 14.15 uur, в 2 часа дня, van 9.15 tot 17.45 uur."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from l10n.conventions.fact_values import Clock
from l10n.conventions.number_reading import is_cased
from l10n.conventions.spans import outside
from l10n.languages.facts.clock_tables import ClockTable, Phrase

_FIGURES = re.compile(r"[0-9½¼¾⅓⅔⅛⅜⅝⅞]+")
_POINTS = (".", ",")
_NO_CLOCK = (".", ":", ",", "/")
_BLANKS = " \u00a0\u202f\u2009"
_WIDEST_LINK = 9
HALF_A_DAY, DAY = 720, 1440


def figure_starts(text: str) -> Iterator[int]:
    """Yield where figures begin that belong to no word and to no other figures."""
    for found in _FIGURES.finditer(text):
        start = found.start()
        before = text[max(0, start - 2) : start]
        if not (
            before[-1:].isdecimal()
            or is_cased(before[-1:])
            or before[-1:] == "_"
            or (before[-1:] in _POINTS and before[:1].isdecimal())
        ):
            yield start


def clocks(text: str, table: ClockTable, starts: Iterable[int]) -> tuple[list[Clock], list[Clock]]:
    """Return the times that begin at `starts`: the sure ones, and what may be one."""
    found = list(_matches(text, table, starts))
    sure = [_is_sure(text, match, table) for match in found]
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        if not sure[at] and sure[at + 1] and _are_linked(text, one, other, table):
            sure[at] = True
    times: list[Clock] = []
    possible: list[Clock] = []
    shared = ""
    for at in range(len(found) - 1, -1, -1):
        match = found[at]
        half = _half(text, match, table)
        is_shared = at + 1 < len(found) and _are_linked(text, match, found[at + 1], table)
        shared = half or (shared if is_shared and sure[at] and sure[at + 1] else "")
        clock = _clock(match, half or shared, table, own=bool(half))
        if clock is not None and sure[at] and not half and shared and times:
            clock = _before_its_end(clock, times[-1])
        if clock is not None and sure[at]:
            times.append(clock)
        elif clock is not None and (match["sign"] or half):
            possible.append(clock)
        elif clock is not None and word_before(text, clock.start) in table.before:
            hour = int(match["hour"])  # at 8
            possible.append(
                replace(clock, minutes=minutes_of(hour * 60 % DAY, "", table, is_word=hour <= 12))
            )
    return times[::-1], possible[::-1]


def _matches(text: str, table: ClockTable, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    done = 0
    for start in starts:
        if start < done or text[start - 1 : start] in _NO_CLOCK:
            continue
        match = table.pattern.match(text, start)
        if match is not None:
            done = match.end()
            yield match


def _half(text: str, match: re.Match[str], table: ClockTable) -> str:
    """Return the part of the day that a time says, behind it or before it; "" for none."""
    return (match["half"] or "").casefold() or half_before(text, match.start(), table)


def half_before(text: str, position: int, table: ClockTable) -> str:
    """Return the part of the day that stands before a place, "" for none: 午後5時, शाम 5 बजे."""
    if not table.halves_before:
        return ""
    before = text[max(0, position - 20) : position].rstrip(_BLANKS).casefold()
    return next((half for half in table.halves_before if before.endswith(half)), "")


def _is_sure(text: str, match: re.Match[str], table: ClockTable) -> bool:
    half = _half(text, match, table)
    sign = match["sign"]
    if sign is None and int(match["hour"]) > table.hours:
        return False
    return (
        sign == ":"
        or (bool(sign) and bool(match["word"] or half))
        or (bool(table.marks) and word_before(text, match.start()) in table.marks)
        # 5u30 may be how long it takes
        or (bool(sign) and sign.isalpha() and _is_behind_one(text, match, table))
        or half in table.letters
        or (bool(half) and (half in table.parts or bool(match["word"])))
        or (bool(half) and word_before(text, match.start()) in table.before)
    )


def _is_behind_one(text: str, match: re.Match[str], table: ClockTable) -> bool:
    """Tell whether a word that makes a time of an hour stands before it; in a language without such words, always."""
    return not table.before or word_before(text, match.start()) in table.before


def _are_linked(text: str, one: re.Match[str], other: re.Match[str], table: ClockTable) -> bool:
    """Tell whether two times make a range, the second of which has a word or a part of the day for both."""
    between = text[one.end() : min(other.start(), one.end() + _WIDEST_LINK + 1)]
    is_link = len(between) <= _WIDEST_LINK and between.strip(_BLANKS).casefold() in table.links
    return is_link and not one["half"] and not one["word"] and bool(other["sign"] or other["half"])


def _before_its_end(clock: Clock, end: Clock) -> Clock:
    """Return the first time of a range: from 11 to 2 pm begins in the morning."""
    if min(clock.minutes) <= min(end.minutes):
        return clock
    return replace(
        clock, minutes=frozenset((minute + HALF_A_DAY) % DAY for minute in clock.minutes) | clock.minutes
    )


def _clock(match: re.Match[str], half: str, table: ClockTable, *, own: bool) -> Clock | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour == 24 and minute:
        return None
    return Clock(
        start=match.start(),
        end=match.end(),
        text=match[0],
        minutes=minutes_of(hour * 60 + minute, half, table, is_word=False),
        half=half if own and half in table.letters else "",
        told=bool(half) or hour > 12,
    )


def minutes_of(minute: int, half: str, table: ClockTable, *, is_word: bool) -> frozenset[int]:
    """Return what minutes of the day a time may be; one said in words is that of a clock of twelve hours."""
    late = minute % HALF_A_DAY
    if half in table.pm:
        return frozenset({minute if minute >= HALF_A_DAY and not is_word else late + HALF_A_DAY})
    if half in table.am:
        return frozenset({late})
    if half in table.night:  # from six in the evening to six in the morning
        return frozenset({late if late < HALF_A_DAY // 2 else late + HALF_A_DAY})
    if is_word or (table.hours == 12 and 60 <= minute < HALF_A_DAY + 60):
        return frozenset({late, late + HALF_A_DAY})
    return frozenset({minute % DAY})


def spoken(
    text: str, small: str, words: Sequence[re.Match[str]], table: ClockTable
) -> tuple[list[Clock], list[Clock]]:
    """Return the times said in words, the sure ones and what may be one: half negen, в половине девятого, at six.

    `small` is the text in small letters, and `words` those of it that may state a fact.
    """
    times: list[Clock] = []
    possible: list[Clock] = []
    done = 0
    for match, phrase in _phrases(small, table):
        clock = _said(text, match, phrase, table) if match.start() >= done else None
        if clock is None:
            continue
        if _is_surely_said(small, match, phrase, table):
            done = match.end()
            times.append(clock)
        else:
            possible.append(clock)
    for word in outside(words, [(time.start, time.end) for time in times]):
        if (hour := table.hours_alone.get(word[0])) is not None:
            clock, is_sure = _alone(text, small, word, hour, table)
            (times if is_sure else possible).append(clock)
        elif (minute := table.moments.get(word[0])) is not None:
            start, end = word.span()
            possible.append(Clock(start=start, end=end, text=text[start:end], minutes=frozenset({minute})))
    return times, possible


def _phrases(small: str, table: ClockTable) -> list[tuple[re.Match[str], Phrase]]:
    """Return what may say a time, in order; of those that begin at one place the longest first."""
    found = [
        (match, phrase)
        for phrase in table.phrases
        if phrase.word in small
        for match in phrase.pattern.finditer(small)
    ]
    return sorted(found, key=lambda one: (one[0].start(), -one[0].end()))


def _alone(text: str, small: str, word: re.Match[str], hour: int, table: ClockTable) -> tuple[Clock, bool]:
    """Return the time that a word for an hour may be, and whether it surely is one: в девять утра."""
    start, end = word.span()
    behind = table.half_behind.match(small, end)
    half, end = (behind["half"], behind.end()) if behind else ("", end)
    is_sure = half in table.parts or half in table.letters
    is_sure = is_sure or (bool(half) and word_before(small, start) in table.before)
    minutes = minutes_of(hour * 60 % DAY, half, table, is_word=hour <= 12)
    clock = Clock(
        start=start,
        end=end,
        text=text[start:end],
        minutes=minutes,
        half=half if half in table.letters else "",
        told=bool(half) or hour > 12,
    )
    return clock, is_sure


def _is_surely_said(text: str, match: re.Match[str], phrase: Phrase, table: ClockTable) -> bool:
    before, half = word_before(text, match.start()), match["half"] or ""
    if phrase.sure or before in phrase.after:
        return True
    is_part = half in table.parts or half in table.letters
    return bool(half) and (is_part or bool(phrase.after) or before in table.before)


def _said(text: str, match: re.Match[str], phrase: Phrase, table: ClockTable) -> Clock | None:
    groups = match.groupdict()
    hour = _number(groups["hour"], table.hour_of)
    minute = _number(groups["minute"], table.minute_of) if "minute" in groups else 0
    latest = 24 if phrase.any_hour else 12 if phrase.at else table.hours
    if hour is None or minute is None or not 0 < hour <= latest:
        return None
    half = (groups.get("half") or "").casefold() or half_before(text, match.start(), table)
    base = hour * 60 + phrase.at + phrase.sign * minute
    spans = range(phrase.span + 1) if phrase.span else (0,)
    return Clock(
        start=match.start(),
        end=match.end(),
        text=text[match.start() : match.end()],
        minutes=frozenset(
            one for more in spans for one in minutes_of((base + more) % DAY, half, table, is_word=hour <= 12)
        ),
        half=half if half in table.letters else "",
        told=bool(half) or hour > 12,
    )


def _number(word: str, numbers: Mapping[str, int]) -> int | None:
    """Return the number that a word or figures say: half negen, половина 9-го."""
    figures = _FIGURES.match(word)
    return int(figures[0]) if figures else numbers.get(word.replace("\u00a0", " "))


def word_before(text: str, position: int) -> str:
    """Return the word before a place, lower case."""
    before = text[max(0, position - 20) : position].rstrip(_BLANKS)
    return before.rpartition(" ")[2].rpartition("\u00a0")[2].lower()
