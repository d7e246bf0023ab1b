"""How a language is set: `typography.toml`, read once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from l10n.errors import RegistryError
from l10n.languages.packs import reading
from l10n.languages.scripts import capitals, letters_of, script_of
from l10n.languages.tags import parse
from l10n.languages.value_types import checked

_NOTHING = re.compile(r"(?!)")
_MARKS = ("the outer opening one", "the outer closing one", "the inner opening one", "the inner closing one")
# What a file has to say, and what it may leave out: of a list that is not there nothing is known
_REQUIRED: Mapping[str, object] = {"quotes": [], "tight": "", "decimal": ""}
_LISTS = (
    "speech_verbs", "units", "bound", "capitals", "smalls", "small_adjectives", "small_before", "apostrophes",
    "elisions", "more_quotes", "tolerated_quotes",
)  # fmt: skip
_TABLES = ("words", "quotes_in", "spaced", "spaced_not_in", "marks", "opening")
_OPTIONAL: Mapping[str, object] = {
    "space_dash": "", "speech_dash": "", "ellipsis": "", "initials": False, "marks_in_words": False, "taste_marks": "",
    **{key: [] for key in _LISTS}, **{key: {} for key in _TABLES},
}  # fmt: skip
Quotes = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, eq=False)
class TypographyTable:
    """The typography of a language, as patterns that match what departs from it (see en/typography.toml).

    What a file does not say is a pattern that matches nothing, or no sign. `conventions` are the quotation marks that
    are right, those of the locale first; `tolerated` those that usage has beside them.
    """

    language: str
    conventions: tuple[Quotes, ...]
    tolerated: tuple[Quotes, ...]
    marks_in_words: bool
    space_dash: str
    speech_dash: bool
    speech: re.Pattern[str]
    unspoken: re.Pattern[str]
    ellipsis: str
    loose: re.Pattern[str]
    breakable: re.Pattern[str]
    spaced: Mapping[str, str]
    unbound: re.Pattern[str]
    unspaced: re.Pattern[str]
    marks: Mapping[str, str]
    foreign_mark: re.Pattern[str]
    taste_marks: str
    opening: Mapping[str, str]
    decimal: str
    small_nationality: re.Pattern[str]
    capital_nationality: re.Pattern[str]
    apostrophe: re.Pattern[str]
    wrong_elision: re.Pattern[str]
    without_apostrophe: re.Pattern[str]
    words: Mapping[str, str]


@cache
def typography_table(locale: str) -> TypographyTable | None:
    """Return the table of the language of a locale, None when there is none."""
    tag = parse(locale)
    raw = checked(tag.language, "typography", _REQUIRED, _OPTIONAL)
    if not raw:
        return None
    _check_marks(raw, f"languages/{tag.language}/typography.toml")
    with reading(tag.language, "typography"):
        # of the script first: a locale that names both is of that script wherever it is written
        variants = [
            raw["quotes_in"][part] for part in (tag.script, tag.territory) if part in raw["quotes_in"]
        ][:1]
        unspaced = raw["spaced_not_in"].get(tag.territory, "")
        spaced = {mark: blank for mark, blank in raw["spaced"].items() if mark not in unspaced}
        return _table(
            {"language": tag.language, "locale": locale, **raw, "spaced": spaced, "variants": variants}
        )


def _check_marks(raw: dict[str, Any], where: str) -> None:
    """Raise RegistryError unless each convention is four marks."""
    named = {"quotes": [raw["quotes"]], "quotes_in": list(raw["quotes_in"].values())}
    for key in ("quotes", "quotes_in", "more_quotes", "tolerated_quotes"):
        if any(len(marks) != len(_MARKS) for marks in named.get(key, raw[key])):
            raise RegistryError(f"must be the four marks: {', '.join(_MARKS)}", where=f"{where}: {key}")


def _table(raw: dict[str, Any]) -> TypographyTable:
    elisions = "|".join(map(re.escape, raw["elisions"]))
    conventions = dict.fromkeys(map(_four, [*raw["variants"], raw["quotes"], *raw["more_quotes"]]))
    return TypographyTable(
        language=raw["language"],
        conventions=tuple(conventions),
        # the inner marks outside, too: what stands around them may have begun in the text before
        tolerated=(
            *map(_four, raw["tolerated_quotes"]),
            *dict.fromkeys((third, fourth, first, second) for first, second, third, fourth in conventions),
        ),
        marks_in_words=raw["marks_in_words"],
        space_dash=raw["space_dash"],
        speech_dash=bool(raw["speech_dash"]),
        speech=_speech(raw),
        unspoken=_any(raw["speech_verbs"], before=r"(?<=[»“][,.!?…])[ \u00a0]+(?=", after=")"),
        ellipsis=raw["ellipsis"],
        loose=_loose(raw),
        breakable=_breakable(raw),
        spaced=raw["spaced"],
        unbound=_unbound("".join(raw["spaced"])),
        unspaced=_unspaced("".join(raw["spaced"])),
        marks=raw["marks"],
        foreign_mark=_foreign_mark(raw),
        taste_marks=raw["taste_marks"],
        opening=raw["opening"],
        decimal=raw["decimal"],
        small_nationality=_any(raw["capitals"]),
        capital_nationality=_capital(raw),
        apostrophe=_apostrophe(raw["apostrophes"]),
        wrong_elision=re.compile(rf"(?<![\w‘])[‘'](?=(?:{elisions})[ \u00a0]|\d\d(?:s|er)?(?!\w))")
        if elisions
        else _NOTHING,
        without_apostrophe=_any(raw["words"]),
        words=raw["words"],
    )


def _four(marks: Iterable[str]) -> Quotes:
    first, second, third, fourth = marks
    return first, second, third, fourth


def _loose(raw: dict[str, Any]) -> re.Pattern[str]:
    """Return what finds the blanks before a mark that has none; 3 : 0 and :) are left alone."""
    unless = {":": r"(?<!\d[ \u00a0]:)(?!\))", ";": r"(?!\))"}
    narrow = "|".join(f"{re.escape(mark)}{unless.get(mark, '')}" for mark in raw["tight"] if mark.isascii())
    found = [rf"(?<=[\w\ufffc])[ \u00a0]+(?=(?:{narrow})(?:[\s\"”»’)]|\Z))"] if narrow else []
    letters = letters_of(script_of(raw["locale"]) or script_of(raw["language"]))
    if letters and (others := "".join(mark for mark in raw["tight"] if not mark.isascii())):
        found.append(rf"(?<=[{letters}])[ \u00a0]+(?=[{re.escape(others)}])")
    return re.compile("|".join(found)) if found else _NOTHING


def _unbound(spaced: str) -> re.Pattern[str]:
    """Return what finds the blank beside a mark at which the line may break."""
    before = "".join(mark for mark in spaced if mark != "«")
    if not spaced:
        return _NOTHING
    found = [r"(?<=«)[ ]+(?=\S)"] if "«" in spaced else []
    if before:
        found.append(rf"(?<=[^\s«])[ ]+(?=[{re.escape(before)}](?:[\s.,;…»”)!?\ufffc]|\Z))(?![:;]\))")
    return re.compile("|".join(found))


def _unspaced(spaced: str) -> re.Pattern[str]:
    """Return what finds the place of the blank between a word and the mark that stands behind it."""
    before = "".join(mark for mark in spaced if mark not in "«»")
    found = [rf"(?<=[^\W_])(?=[{re.escape(before)}]{{1,3}}(?:[\s»”]|\Z))"] if before else []
    found += [r"(?<=«)(?=[^\s«])", r"(?<=[^\s»])(?=»)"] if "»" in spaced else []
    return re.compile("|".join(found)) if found else _NOTHING


def _foreign_mark(raw: dict[str, Any]) -> re.Pattern[str]:
    """Return what finds a mark of another script behind a letter of this one, at its word's end or between two."""
    letters = letters_of(script_of(raw["locale"]) or script_of(raw["language"]))
    if not raw["marks"] or not letters:
        return _NOTHING
    marks = re.escape("".join(raw["marks"]))
    return re.compile(rf"(?<=[{letters}])[{marks}](?=[\s\"”»{letters}]|\Z)")


def _apostrophe(behind: list[str]) -> re.Pattern[str]:
    """Return what finds a straight apostrophe: between any two letters, or before what stands behind one."""
    if "*" in behind:
        return re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
    letters = "|".join(map(re.escape, behind))
    return re.compile(rf"(?<=[^\W\d_])'(?=(?:{letters})(?!\w))") if letters else _NOTHING


def _breakable(raw: dict[str, Any]) -> re.Pattern[str]:
    """Return what finds a blank that has to be a no-break space."""
    units = "|".join(map(re.escape, sorted(raw["units"], key=len, reverse=True)))
    bound = "|".join(f"(?<=(?<!\\w){re.escape(sign)} )" for sign in raw["bound"])
    capital, small = _letters(raw["language"])
    found = [rf"(?<=\d )(?=(?:{units})(?!\w))"] if units else []
    found += [rf"(?:{bound})(?=\d)"] if bound else []
    if raw["initials"]:
        found += [
            rf"(?<=(?<![\w.]){capital}\. )(?={capital}(?:\.|{small}))",
            rf"(?<=[ \u00a0.]{capital}\. )(?={capital}{small})",
        ]
    # the blank first: a search for a fixed sign is fast
    return re.compile(f" (?:{'|'.join(found)})") if found else _NOTHING


def _letters(language: str) -> tuple[str, str]:
    """Return what matches a capital, and what a small letter, of the script of a language."""
    script = script_of(language)
    if not (large := capitals(script)):
        return _NOTHING.pattern, _NOTHING.pattern
    return f"[{large}]", f"(?:(?![{large}])[{letters_of(script)}])"


def _speech(raw: dict[str, Any]) -> re.Pattern[str]:
    """Return what finds the hyphen that opens direct speech."""
    capital, _ = _letters(raw["language"])
    return re.compile(rf"(?:(?<=\n)|\A)([-–])(?=[ \u00a0](?:{capital}|{re.escape(raw['quotes'][0])}))")


def _any(words: Iterable[str], before: str = "", after: str = "") -> re.Pattern[str]:
    """Return what finds one of the words, in small letters, as a word."""
    written = [
        re.escape(word).replace(r"\*", r"\w*") for word in sorted(words, key=lambda word: (-len(word), word))
    ]
    if not written:
        return _NOTHING
    return re.compile(rf"{before}(?<![\w'’-])(?:{'|'.join(written)})(?![\w'’])(?!-\w){after}")


def _capital(raw: dict[str, Any]) -> re.Pattern[str]:
    """Return what finds a nationality with a capital inside a sentence: a word for people, an adjective before one."""
    if not raw["smalls"]:
        return _NOTHING
    people = "|".join(re.escape(word.capitalize()).replace(r"\*", r"\w{1,3}") for word in raw["smalls"])
    adjectives = "|".join(re.escape(word.removesuffix("*").capitalize()) for word in raw["small_adjectives"])
    followers = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in raw["small_before"])
    return re.compile(
        rf"(?<=[\w,;][ \u00a0])(?:(?:{people})(?!\w)|(?:{adjectives})\w+(?=[ \u00a0](?:{followers})(?!\w)))"
    )
