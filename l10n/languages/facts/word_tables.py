"""The words of a language that state numbers: those of `facts.toml`, and what the language makes of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from l10n.languages.facts.fact_folding import fold

_NOTHING = re.compile(r"(?!)")
_WORD = re.compile(r"[^\W\d_]+")
_WITH_APOSTROPHES = re.compile(r"[^\W\d_]++(?:'[^\W\d_]++)*")
_FIRST_OF_A_YEAR = range(13, 21)  # negentienvierentachtig
_SHORTEST_WORD, _LONGEST_WORD = 6, 60


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """How numbers are written in one word: negentienhonderdvierentachtig, negentienjarig, двадцатипятилетний.

    `pattern` matches such a word: the `number`, then an ending or the `stem` of an adjective; `beginnings` are the
    first two letters of one, and `units` are what the stems measure. `pairs`: years may be two numbers.
    """

    pattern: re.Pattern[str]
    beginnings: frozenset[str]
    part: re.Pattern[str]
    values: Mapping[str, float]
    links: frozenset[str]
    scales: frozenset[str]
    units: Mapping[str, str]
    pairs: bool

    def may_read(self, words: Iterable[str]) -> bool:
        """Tell whether one of the words states a number."""
        return any(self.read(word) is not None for word in words)

    def read(self, word: str) -> tuple[float, str] | None:
        """Return the number a folded word states, and the unit its ending stands for ("" for none)."""
        if word[:2] not in self.beginnings or not _SHORTEST_WORD <= len(word) <= _LONGEST_WORD:
            return None
        found = self.pattern.fullmatch(word)
        value = self._value(self.part.findall(found["number"])) if found else None
        if found is None or value is None:
            return None
        return value, self.units.get(found["stem"] or "", "")

    def _value(self, parts: list[str]) -> float | None:
        """Return what the parts make: a small one is added to the ten behind it, a scale counts what stands before."""
        total = current = 0.0
        bound, linked = 1e6, False
        for part in parts:
            if part in self.links:
                linked = True
                continue
            value = self.values[part]
            if part in self.scales:
                counted = (current or 1) * value
                total, current = (total + counted, 0.0) if value >= 1000 else (total, counted)
            elif not current or value < bound or (linked and 0 < current % 100 < 10 and 20 <= value < 100):
                current += value
            elif self.pairs and not total and current in _FIRST_OF_A_YEAR:
                total, current = current * 100, value
            else:
                return None
            bound, linked = magnitude(value), False
        return None if linked else total + current


@dataclass(frozen=True, slots=True, eq=False)
class WordTable:
    """The number words of a language, folded.

    `links` stand between hundreds and the rest (and); `points` in a decimal (three point five), `wholes` behind its
    whole part (две целых); `parts` say of what the number before them is a part (two thirds), and `counts` may stand
    before one; `counters` count the number before them (two dozen). `pairs`: years are read as two numbers (nineteen
    eighty-four). `plus_half` stands behind a number that is half as much more, `halves` before a unit or a scale,
    `half_prefixes` at one. One of the `articles` stands before a unit and its half (an hour and a half), and
    `scale_parts` before a scale (a quarter of a million). `ten_links` stand between tens and the rest (treinta y uno),
    and `compounds` are numbers of several words that no sum makes (quatre-vingt-onze). A word of `unsure` is a number
    in a longer one only: alone it may be another word (neuf). So are the scales of a language that has such words,
    since what stands before one may not be known (zweieinhalb Millionen). `word` finds words, in some languages with
    an apostrophe (п’ять).
    """

    word: re.Pattern[str]
    words: Mapping[str, float]
    scales: Mapping[str, float]
    links: frozenset[str]
    ten_links: frozenset[str]
    compounds: re.Pattern[str] | None
    compound_of: Mapping[str, float]
    unsure: frozenset[str]
    points: frozenset[str]
    wholes: frozenset[str]
    parts: Mapping[str, float]
    counts: frozenset[str]
    counters: Mapping[str, float]
    articles: re.Pattern[str] | None
    scale_parts: re.Pattern[str]
    scale_part_of: Mapping[str, float]
    pairs: bool
    plus_half: re.Pattern[str]
    halves: re.Pattern[str]
    half_words: tuple[str, ...]
    joined: Joined | None


def magnitude(value: float) -> float:
    """Return below what a number has to be to be added to this one in words: 100 for 300, 10 for 20, 0 for 7."""
    for scale in (1000, 100):
        if value >= scale and value % scale == 0:
            return scale
    return 10 if value >= 20 and value % 10 == 0 else 0


def number_section(own: Mapping[str, Any], made: Mapping[str, Any]) -> dict[str, Any]:
    """Return the section `numbers` of a language with the words that CLDR's rules make of numbers (`made`).

    A value has the words of both; what is `unsure` answers the number that it may be.
    """
    return {**own, **{key: _of_both(made.get(key, {}), own.get(key, {})) for key in ("words", "compounds")}}


def word_table(raw: dict[str, Any]) -> WordTable:
    """Return the table made of the section `numbers` of a language's file."""
    words = {fold(word): float(value) for value, ws in raw["words"].items() for word in ws}
    if ordinals := raw.get("ordinals"):
        for stem, value in ordinals["stems"].items():
            words |= {stem + ending: float(value) for ending in ordinals["endings"]}
        words |= {word: float(value) for word, value in ordinals["exact"].items()}
    halves = _alternatives(raw.get("halves", ()))
    prefixes = _alternatives(raw.get("half_prefixes", ()))
    articles = _alternatives(raw.get("articles", ()))
    parts = {fold(word): float(value) for value, ws in raw.get("scale_parts", {}).items() for word in ws}
    compounds = {fold(word): float(value) for value, ws in raw.get("compounds", {}).items() for word in ws}
    return WordTable(
        word=_WITH_APOSTROPHES if raw.get("apostrophes", False) else _WORD,
        words=words,
        scales={fold(word): float(value) for word, value in raw["scales"].items()},
        links=frozenset(raw["links"]),
        ten_links=frozenset(map(fold, raw.get("ten_links", ()))),
        compounds=re.compile(rf"(?:{_alternatives(compounds)})(?!\w)") if compounds else None,
        compound_of=compounds,
        unsure=frozenset(map(fold, (*raw.get("unsure", ()), *(raw["scales"] if "unsure" in raw else ())))),
        points=frozenset(raw.get("points", ())),
        wholes=frozenset(raw.get("wholes", ())),
        parts={fold(word): float(value) for value, ws in raw.get("parts", {}).items() for word in ws},
        counts=frozenset(map(fold, raw.get("counts", ()))),
        counters={fold(word): float(value) for word, value in raw.get("counters", {}).items()},
        articles=re.compile(rf"(?<!\w)(?:{articles})(?!\w)") if articles else None,
        scale_parts=re.compile(rf"(?<!\w)(?:{_alternatives(parts) or '(?!)'})(?!\w)"),
        scale_part_of=parts,
        pairs=raw.get("pairs", False),
        plus_half=re.compile(rf"[\s\u00a0-](?:{_alternatives(raw.get('plus_half', ())) or '(?!)'})(?!\w)"),
        halves=re.compile(
            rf"(?<!\w)(?:(?:{halves or '(?!)'})[\s\u00a0-]|(?:{halves or '(?!)'})|(?:{prefixes or '(?!)'})-?)"
        )
        if halves or prefixes
        else _NOTHING,
        half_words=(*raw.get("halves", ())[:2], *raw.get("half_prefixes", ())),
        joined=_joined({"parts": raw["words"], **raw["joined"]}) if "joined" in raw else None,
    )


def _of_both(one: Mapping[str, list[str]], other: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {value: [*one.get(value, ()), *other.get(value, ())] for value in {**one, **other}}


def _joined(raw: dict[str, Any]) -> Joined:
    values = {fold(word): float(value) for value, words in raw["parts"].items() for word in words}
    scales = {fold(word): float(value) for word, value in raw.get("scales", {}).items()}
    links = frozenset(map(fold, raw.get("links", ())))
    part = _alternatives((*values, *scales, *links))
    units = {
        fold(stem): "" if unit == "none" else unit
        for unit, stems in raw.get("adjectives", {}).items()
        for stem in stems
    }
    endings = _alternatives(raw.get("endings", ())) or "(?!)"
    # possessive: achttien is no acht with tien, and a long word is read once
    return Joined(
        pattern=re.compile(
            rf"(?P<number>(?:{part})++)(?:{endings}|(?P<stem>{_alternatives(units) or '(?!)'})\w{{0,4}})?"
        ),
        beginnings=frozenset(one[:2] for one in (*values, *scales)),
        part=re.compile(part),
        values=values | scales,
        links=links,
        scales=frozenset(scales),
        units=units,
        pairs=raw.get("pairs", False),
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"[\s\u00a0-]")
        for word in sorted(set(map(fold, words)), key=lambda word: (-len(word), word))
    )
