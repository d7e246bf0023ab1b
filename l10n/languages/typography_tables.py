"""How a language is set: `typography.toml`, read once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from l10n.errors import RegistryError
from l10n.languages.packs import reading
from l10n.languages.scripts import capitals, letters_of, script_of
from l10n.languages.tags import language_subtag
from l10n.languages.value_types import checked

_NOTHING = re.compile(r"(?!)")
_MARKS = ("the outer opening one", "the outer closing one", "the inner opening one", "the inner closing one")
# What a file has to say, and what it may leave out: of a list that is not there nothing is known
_REQUIRED: Mapping[str, object] = {"quotes": [], "space_dash": "", "ellipsis": "", "tight": "", "decimal": ""}
_LISTS = (
    "speech_verbs", "units", "bound", "capitals", "smalls", "small_adjectives", "small_before", "apostrophes",
    "elisions",
)  # fmt: skip
_OPTIONAL: Mapping[str, object] = {
    "speech_dash": "", "initials": False, "words": {}, **{key: [] for key in _LISTS},
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class TypographyTable:
    """The typography of a language, as patterns that match what departs from it (see en/typography.toml)."""

    language: str
    quotes: tuple[str, str, str, str]
    space_dash: str
    speech_dash: bool
    speech: re.Pattern[str]
    unspoken: re.Pattern[str]
    ellipsis: str
    loose: re.Pattern[str]
    breakable: re.Pattern[str]
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
    language = language_subtag(locale)
    raw = checked(language, "typography", _REQUIRED, _OPTIONAL)
    if raw and len(raw["quotes"]) != len(_MARKS):
        where = f"languages/{language}/typography.toml: quotes"
        raise RegistryError(f"must be the four marks: {', '.join(_MARKS)}", where=where)
    with reading(language, "typography"):
        return _table({"language": language, **raw}) if raw else None


def _table(raw: dict[str, Any]) -> TypographyTable:
    first, second, third, fourth = raw["quotes"]
    letters = "|".join(map(re.escape, raw["apostrophes"]))
    elisions = "|".join(map(re.escape, raw["elisions"]))
    return TypographyTable(
        language=raw["language"],
        quotes=(first, second, third, fourth),
        space_dash=raw["space_dash"],
        speech_dash=bool(raw["speech_dash"]),
        speech=_speech(raw),
        unspoken=_any(raw["speech_verbs"], before=r"(?<=[»“][,.!?…])[ \u00a0]+(?=", after=")"),
        ellipsis=raw["ellipsis"],
        loose=re.compile(rf"(?<=[\w\ufffc])[ \u00a0]+(?=[{re.escape(raw['tight'])}](?:[\s\"”»’)]|\Z))"),
        breakable=_breakable(raw),
        decimal=raw["decimal"],
        small_nationality=_any(raw["capitals"]),
        capital_nationality=_capital(raw),
        apostrophe=re.compile(rf"(?<=[^\W\d_])'(?=(?:{letters})(?!\w))") if letters else _NOTHING,
        wrong_elision=re.compile(rf"(?<![\w‘])[‘'](?=(?:{elisions})[ \u00a0]|\d\d(?:s|er)?(?!\w))")
        if elisions
        else _NOTHING,
        without_apostrophe=_any(raw["words"]),
        words=raw["words"],
    )


def _breakable(raw: dict[str, Any]) -> re.Pattern[str]:
    """Return what finds a blank that has to be a no-break space."""
    units = "|".join(map(re.escape, sorted(raw["units"], key=len, reverse=True)))
    bound = "|".join(f"(?<=(?<!\\w){re.escape(sign)} )" for sign in raw["bound"])
    capital, small = _letters(raw["language"])
    initials = (
        rf"|(?<=(?<![\w.]){capital}\. )(?={capital}(?:\.|{small}))"
        rf"|(?<=[ \u00a0.]{capital}\. )(?={capital}{small})"
    )
    # the blank first: a search for a fixed sign is fast
    return re.compile(
        rf" (?:(?<=\d )(?=(?:{units})(?!\w))|(?:{bound})(?=\d)" + (initials if raw["initials"] else "") + ")"
    )


def _letters(language: str) -> tuple[str, str]:
    """Return what matches a capital, and what a small letter, of the script of a language."""
    script = script_of(language)
    return f"[{capitals(script)}]", f"(?:(?![{capitals(script)}])[{letters_of(script)}])"


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
