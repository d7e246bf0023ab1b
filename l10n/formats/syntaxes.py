"""What stands in texts and is no word: placeholders, and in code the words that are its reader's own (`syntaxes.toml`).

A site, a template language or a manual that we do not know is a table more there, not a line here.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from l10n.formats.html.elements import BOUNDARIES, VOID
from l10n.formats.html.tokens import names

_SIGN = re.compile(r"[{%]|<%")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_BLANKS = re.compile(r"\s+")
_BRACE = re.compile(r"[{}]")
# Elements whose content is as a program reads it: what stands there is compared as code, if at all.
_CODE_TAG = re.compile(r"<(/?)(code|kbd|samp|var|pre|script|style)(?=[\s>])[^<>]*>", re.IGNORECASE)
_INLINE = names(
    "a abbr b bdi bdo cite code del dfn em i iframe ins kbd label mark q s samp small span strong sub sup svg time u "
    "var video audio button"
)
_METAVARIABLE = "\ufffc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Syntax:
    """One way of writing what a program fills in (`syntaxes.toml` says what each field means)."""

    name: str
    pattern: re.Pattern[str]
    family: str
    everywhere: bool
    formats: frozenset[str]
    counted: bool
    nested: bool
    unless: re.Pattern[str] | None
    samples: tuple[str, ...]
    prose: tuple[str, ...]

    def is_looked_for(self, form: str) -> bool:
        """Return whether it is one of the syntaxes of a format, which is named."""
        return self.everywhere or form in self.formats


class Placeholder(NamedTuple):
    """A placeholder in a text, and what it is compared by; `number` is that of its value, 0 where it has none."""

    start: int
    end: int
    syntax: Syntax
    key: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Metavariable:
    """One way of writing, in code, what is a word of the reader's own. `literal` are the words that are not."""

    name: str
    pattern: re.Pattern[str]
    capitals: bool
    elements: bool
    literal: frozenset[str]
    samples: tuple[tuple[str, str], ...]
    words: tuple[str, ...]


@cache
def syntaxes() -> tuple[Syntax, ...]:
    """Return the syntaxes of placeholders, the longer of two that begin alike before the other."""
    return tuple(
        Syntax(
            name=row["name"],
            pattern=re.compile(row["pattern"]),
            family=row.get("family", row["name"]),
            everywhere=row.get("everywhere", False),
            formats=frozenset(row.get("formats", ())),
            counted=row.get("counted", False),
            nested=row.get("nested", False),
            unless=re.compile(row["unless"]) if "unless" in row else None,
            samples=tuple(row["samples"]),
            prose=tuple(row["prose"]),
        )
        for row in _table()["placeholder"]
    )


@cache
def metavariables() -> tuple[Metavariable, ...]:
    """Return the ways in which code leaves a word to its reader."""
    return tuple(
        Metavariable(
            name=row["name"],
            pattern=re.compile(row["pattern"]),
            capitals=row.get("capitals", False),
            elements=row.get("elements", False),
            literal=frozenset(row.get("literal", ())),
            samples=tuple((one, other) for one, other in row["samples"]),
            words=tuple(row["words"]),
        )
        for row in _table()["metavariable"]
    )


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "syntaxes.toml").read_text(encoding="utf-8"))


def placeholders(text: str, form: str) -> tuple[Placeholder, ...]:
    """Return the placeholders of a text in a format, in order; offsets are code points of `text`."""
    if not _SIGN.search(text):
        return ()
    found = [one for syntax in syntaxes() if syntax.is_looked_for(form) for one in _found(syntax, text)]
    kept: list[Placeholder] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _found(syntax: Syntax, text: str) -> Iterator[Placeholder]:
    if syntax.unless and syntax.unless.search(text):
        return
    position = 0
    while match := syntax.pattern.search(text, position):
        groups = match.groupdict()
        key = groups.get("key") or groups.get("conversion") or match[0]
        position = _closing(text, match.end()) if syntax.nested else match.end()
        number = int(groups.get("number") or 0)
        yield Placeholder(match.start(), position, syntax, _folded(key), number)


def _folded(key: str) -> str:
    """Return a key without blanks and without what is quoted in it, which may be a text to translate."""
    return _BLANKS.sub("", _QUOTED.sub('""', key))


def _closing(text: str, position: int) -> int:
    """Return where the brace is closed that was opened before `position`; the end of the text where it is not."""
    depth = 1
    for brace in _BRACE.finditer(text, position):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(text)


def code_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of what stands inside `<code>` and its like, in order."""
    spans: list[tuple[int, int]] = []
    opened = ("", 0)
    for tag in _CODE_TAG.finditer(text) if "<" in text else ():
        name = tag[2].lower()
        if not tag[1] and not opened[0]:
            opened = (name, tag.end())
        elif tag[1] and name == opened[0]:
            spans.append((opened[1], tag.start()))
            opened = ("", 0)
    return tuple(spans)


def skeleton(code: str) -> str:
    """Return code with U+FFFC for each word that is its reader's own: two that are equal so are one code."""
    for one in metavariables():
        if not one.capitals or _begins_as_command(code):
            code = one.pattern.sub(partial(_masked, one, code), code)
    return code


def _masked(one: Metavariable, code: str, found: re.Match[str]) -> str:
    word = found.groupdict().get("word", "")
    is_element = one.elements and code.startswith("<") and word.lower() in BOUNDARIES | VOID | _INLINE
    is_other = one.capitals and not word.isupper()
    return found[0] if word in one.literal or is_element or is_other else _METAVARIABLE


def _begins_as_command(code: str) -> bool:
    return code.startswith("-") or (code.partition(" ")[0].islower() and " " in code)
