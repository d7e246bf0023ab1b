"""What is known of a language: one frozen value, with capabilities that are each there or None.

None means not known: nothing is edited, nothing is an error, and a check that needs the capability does not run for
that locale. What the root pack says of every language (figures, the signs that end a text) is no capability.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from l10n.languages import packs, tags, transcription
from l10n.languages.scripts import script_of

_Value = TypeVar("_Value")


class Capability(StrEnum):
    """One thing that may be known of a language."""

    SCRIPT = "script"
    INFLECTION = "inflection"
    GOVERNMENT = "government"
    TRANSCRIPTION = "transcription"
    NUMBERS = "numbers"
    SPELLED = "spelled"
    CLOCK = "clock"
    DATES = "dates"
    UNITS = "units"
    TYPOGRAPHY = "typography"
    PROSE = "prose"
    APOSTROPHES = "apostrophes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Which languages' names it has a way to write, and whether a Russian name can be read back out of its letters."""

    sources: tuple[str, ...]
    is_read_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What is known of the language of `locale`; each capability holds what its file says, or is None.

    `script` is the ISO 15924 code CLDR gives; `inflection` the cases its names take, () when they only take endings;
    `government` the number of words known to ask for a case; `transcription` the edges to other languages; `facts` the
    kinds of facts it has words for; `typography` its quotation marks, outer then inner; `prose` how many letters a
    text takes when English takes one; `apostrophes` the apostrophe that words lose.
    """

    locale: str
    tag: str
    script: str | None
    inflection: tuple[str, ...] | None
    government: int | None
    transcription: Edges | None
    facts: frozenset[str] | None
    typography: str | None
    prose: float | None
    apostrophes: str | None

    def knows(self, capability: Capability) -> bool:
        """Tell whether a capability is there."""
        if capability in _FACTS:
            return self.facts is not None and capability in self.facts
        return getattr(self, capability) is not None


# The capabilities that are a file of the same name
_FILES = frozenset({Capability.GOVERNMENT, Capability.TYPOGRAPHY, Capability.PROSE, Capability.APOSTROPHES})
_KNOWS = re.compile(r"^knows\s*=\s*\[[^\]]{0,999}\]", re.MULTILINE)  # the tables behind it take long to read
_LISTED: frozenset[str] = frozenset({Capability.DATES, Capability.UNITS})  # what CLDR lists
_FACTS = frozenset(
    {Capability.NUMBERS, Capability.SPELLED, Capability.CLOCK, Capability.DATES, Capability.UNITS}
)


@cache
def language(locale: str) -> Language:
    """Return what is known of the language of a locale. Raises RegistryError for a pack that cannot be read."""
    tag = tags.language_subtag(locale)
    return Language(
        locale=locale,
        tag=tag,
        script=script_of(locale) or None,
        inflection=_inflection(tag),
        government=_said(tag, "government", lambda raw: sum(map(len, filter(_is_list, raw.values())))),
        transcription=_edges(tag),
        facts=_kinds(tag),
        typography=_said(tag, "typography", lambda raw: "".join(raw["quotes"])),
        prose=_said(tag, "prose", lambda raw: float(raw["length"])),
        apostrophes=_said(tag, "apostrophes", lambda raw: str(raw["apostrophe"])),
    )


def knows(locale: str, capability: Capability) -> bool:
    """Tell whether a capability of the language of a locale is there, without reading what it says."""
    tag = tags.language_subtag(locale)
    if capability in _FACTS:
        return capability in (_kinds(tag) or ())
    if capability in _FILES:
        return packs.find(tag, capability) is not None
    return language(locale).knows(capability)


def known_languages() -> tuple[str, ...]:
    """Return the languages that have a pack, sorted."""
    return packs.tags()


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _said(tag: str, name: str, read: Callable[[Mapping[str, Any]], _Value]) -> _Value | None:
    raw = packs.table(tag, name)
    with packs.reading(tag, name):
        return read(raw) if raw else None


def _inflection(tag: str) -> tuple[str, ...] | None:
    from l10n.languages.grammar import SIX_CASES
    from l10n.languages.inflection_rules import inflection_of

    rules = inflection_of(tag)
    if not rules.inflection:
        return None
    return tuple(map(str, SIX_CASES)) if rules.declines else ()


def _kinds(tag: str) -> frozenset[str] | None:
    """Return the kinds of facts that a language has words for; those of a whole file are all.

    Of dates and units CLDR has some words: what is there is compared, and what is not may be said otherwise.
    """
    path = packs.find(tag, "facts")
    listed = _LISTED if packs.find(tag, "cldr") else frozenset()
    if path is None:
        return listed or None
    with packs.reading(tag, "facts"):
        said = _KNOWS.search(path.read_text(encoding="utf-8-sig"))
        return listed | frozenset(_FACTS if said is None else tomllib.loads(said[0])["knows"])


def _edges(tag: str) -> Edges | None:
    sources = transcription.sources_of(tag)
    return Edges(sources=sources, is_read_back=transcription.PIVOT in sources) if sources else None
