"""How a language says and writes the time of day: the section `clock` of `facts.toml`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from l10n.languages.facts.fact_folding import fold

NO_LETTER = (
    "(?![0-9_A-Za-z\u00c0-\u052f])"  # a letter of a script with capitals; words of others stand at figures
)
_NO_LETTER_BEFORE = r"(?<![0-9_A-Za-z\u00c0-\u052f.:/-])(?<!\d,)"
_BLANK = r"[\s\u00a0-]"
_SLOT = re.compile(r"\\\{(\w+)\\\}")
_FIGURE_HOUR = r"(?:1\d|2[0-4]|0?[1-9])(?![.:,]?\d)"


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A way to say a time, which has `word` in it.

    `at` are the minutes added to the hour it names, `sign` what its minutes count for. It is sure, or only
    behind one of the words `after`, and says a time within `span` minutes. `any_hour`: also one after noon, where
    most that add minutes are of a clock of twelve hours.
    """

    pattern: re.Pattern[str]
    word: str
    at: int
    sign: int
    sure: bool
    after: frozenset[str]
    span: int
    any_hour: bool


@dataclass(frozen=True, slots=True, eq=False)
class ClockTable:
    """How a clock time is written. A word of `before` makes one of an hour and a part of the day: в 2 дня.

    `beginnings` are the first two letters of what may stand behind the figures. `letters` are am and pm as English
    writes them, which say that a figure is a time; a word of `parts` is a part of the day and nothing else: 6 утра.
    A word of `day` anywhere in the text says that its times may be in the evening. `links` stand between the times of
    a range, which share what is behind the last. The words of `hours_alone` may be an hour without more: at six.
    A word of `marks` before figures says that they are a time: klo 17. `halves_before` are the parts of the day that
    stand before the figures, with what they mean (午後5時), and a language `without_spaces` has no words to look for.
    """

    hours: int
    pattern: re.Pattern[str]
    am: frozenset[str]
    pm: frozenset[str]
    night: frozenset[str]
    letters: frozenset[str]
    parts: frozenset[str]
    day: re.Pattern[str]
    before: frozenset[str]
    marks: frozenset[str]
    halves_before: tuple[str, ...]
    without_spaces: bool
    beginnings: frozenset[str]
    links: frozenset[str]
    form: str
    halves: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    half_behind: re.Pattern[str]
    hours_alone: Mapping[str, int]
    hour_of: Mapping[str, int]
    minute_of: Mapping[str, int]
    moments: Mapping[str, int]
    triggers: frozenset[str]


def clock_table(raw: dict[str, Any]) -> ClockTable:
    """Return the table made of the section of a language's file."""
    am, pm, night = (
        frozenset(fold(word).casefold() for word in (*raw.get(f"{half}", ()), *raw[f"{half}_words"]))
        for half in ("am", "pm", "night")
    )
    # what an English source may have left in any translation
    said_before = raw.get("halves_before", False)
    halves = [*(() if said_before else (*am, *pm, *night)), "am", "pm", "a.m.", "p.m."]
    words = [fold(word) for word in raw["words"]]
    half, word = _alternatives(halves), _alternatives(words) or "(?!)"
    said = raw.get("said", {})
    phrases = tuple(_phrase(one, said, half) for one in said.get("phrases", ()))
    signs = "".join(re.escape(sign) for sign in raw["signs"])
    return ClockTable(
        hours=raw["hours"],
        pattern=re.compile(
            rf"(?P<hour>[01]?\d|2[0-4])(?:(?P<sign>[{signs}])(?P<minute>[0-5]\d)(?![.:,]?\d))?"
            rf"(?:[\s\u00a0\u202f]?(?P<word>{word}){NO_LETTER})?"
            rf"(?:,?[\s\u00a0\u202f]?(?P<half>{half}){NO_LETTER})?{NO_LETTER}",
            re.IGNORECASE,
        ),
        am=am | {"am", "a.m.", "a.m"},
        pm=pm | {"pm", "p.m.", "p.m"},
        night=night,
        letters=frozenset(
            {*map(str.casefold, (*raw["am"], *raw["pm"])), "am", "a.m.", "a.m", "pm", "p.m.", "p.m"}
        ),
        parts=frozenset(map(fold, raw.get("parts", ()))),
        day=re.compile(rf"(?<!\w)(?:{_alternatives(raw['day'])})(?!\w)" if raw["day"] else "(?!)"),
        before=frozenset(map(fold, raw["before"])),
        marks=frozenset(map(fold, raw.get("marks", ()))),
        halves_before=_longest_first(am | pm | night) if said_before else (),
        without_spaces=raw.get("without_spaces", False),
        beginnings=frozenset(word[:2].casefold() for word in (*words, *halves)),
        links=frozenset(map(fold, raw["links"])),
        form=raw["form"],
        halves=tuple(raw["halves"]),
        phrases=phrases,
        half_behind=re.compile(rf",?[\s\u00a0](?P<half>{half})(?!\w)"),
        hours_alone=_hours(said, "hours"),
        hour_of=_hours(said, "hours", "hours_of"),
        minute_of=_minutes(said),
        moments={fold(word): minute for word, minute in raw.get("moments", {}).items()},
        triggers=frozenset(map(fold, said.get("triggers", ())))
        | {fold(word) for word in raw.get("moments", {})},
    )


def _phrase(raw: dict[str, Any], said: dict[str, Any], half: str) -> Phrase:
    slots = {
        name: _alternatives(word for words in said[name] for word in words.split())
        for name in ("hours", "hours_of")
    }
    slots |= {
        name: _alternatives(word for words in said[name].values() for word in words.split("/"))
        for name in ("minutes", "minutes_of")
    }
    pattern = re.escape(raw["say"]).replace(r"\ ", _BLANK)
    pattern = pattern.replace(r"\(", "(?:").replace(r"\)", ")").replace(r"\?", "?").replace(r"\|", "|")

    def slot(found: re.Match[str]) -> str:
        name = found[1] if found[1].endswith("_of") else f"{found[1]}s"
        kind, figure = ("hour", _FIGURE_HOUR) if name.startswith("hour") else ("minute", r"[1-5]?\d")
        suffix = r"(?:-\w{1,3})?" if name.endswith("_of") else ""
        return rf"(?P<{kind}>{slots[name]}|{figure}{suffix})"

    return Phrase(
        pattern=re.compile(
            rf"{_NO_LETTER_BEFORE}{_SLOT.sub(slot, pattern)}{NO_LETTER}(?:,?[\s\u00a0](?P<half>{half})(?!\w))?"
        ),
        word=max(re.split(r"\([^)]*\)\??|\{\w+\}|\s", fold(raw["say"])), key=len),
        at=raw.get("at", 0),
        sign=raw.get("minute", 0),
        sure=raw.get("sure", True),
        after=frozenset(map(fold, raw.get("after", ()))),
        span=raw.get("span", 0),
        any_hour=raw.get("any_hour", False),
    )


def _hours(said: dict[str, Any], *names: str) -> Mapping[str, int]:
    return {
        fold(word): hour
        for name in names
        for hour, words in enumerate(said.get(name, ()), 1)
        for word in words.split()
    }


def _minutes(said: dict[str, Any]) -> Mapping[str, int]:
    return {
        fold(word): int(minute)
        for name in ("minutes", "minutes_of")
        for minute, words in said.get(name, {}).items()
        for word in words.split("/")
    }


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", _BLANK) for word in _longest_first(set(map(fold, words))))


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
