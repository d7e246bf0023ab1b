"""Places in a document that its own links point to: ids of headings, ids its author wrote, and `#…` links.

A translated heading has another id, and the translator may follow it. Which site shows the document is not known here,
so the id that any generator we know gives (`anchors.toml`) is right. Links into other documents are not looked at.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path

from l10n.formats.html.tokens import TokenKind, tokenize
from l10n.formats.own_places import OwnLink, is_own_place
from l10n.languages.normal_forms import normalized

_ID = re.compile(r"(?<![\w-])(?:id|name)\s{0,3}=\s{0,3}[\"']?([^\s\"'<>{}]{1,200})", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{[^{}\n]{0,300}\}")
_ID_IN_ATTRIBUTES = re.compile(r"(?<=[{\s:])#([^\s{}\"'=#]{1,200})")
_LABEL_OF_MYST = re.compile(r"^\(([^()\s]{1,200})\)=[ \t]*$", re.MULTILINE)
_HTML_HEADING = re.compile(r"<(h[1-6])(\s[^<>]{0,500})?>(.{0,1000}?)</\1\s{0,9}>", re.IGNORECASE | re.DOTALL)
_HEADING_ATTRIBUTES = re.compile(r"[ \t]{0,9}\{[^{}\n]{0,300}\}\s{0,9}\Z")
_REFERENCE = re.compile(r"\[([^\[\]]{1,300})\]\[[^\[\]]{0,300}\]")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,100}\]")
_ENCODED = re.compile(r"(?:%[0-9a-fA-F]{2})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """What makes an id of the text of a heading (`anchors.toml` says what each field means)."""

    name: str
    normal: str
    steps: tuple[tuple[re.Pattern[str], str], ...]
    marks: bool
    empty: str
    again: str
    samples: tuple[tuple[str, str], ...]

    def ids(self, headings: Iterable[str]) -> Iterator[str]:
        """Yield the id of each heading of a document, in order."""
        counts: Counter[str] = Counter()
        for heading in headings:
            name = self._name(heading) or self.empty
            count = counts[name]
            counts[name] += 1
            yield f"{name}{self.again}{count + (not name)}" if count or not name else name

    def _name(self, heading: str) -> str:
        name = heading.strip().lower()
        name = normalized("NFKD", name) if self.normal == "NFKD" else name
        for pattern, replacement in self.steps:
            keeps_marks = self.marks and not replacement
            name = pattern.sub(_unless_mark if keeps_marks else replacement, name)
        return name


def _unless_mark(found: re.Match[str]) -> str:
    return found[0] if unicodedata.category(found[0][0]).startswith("M") else ""


@cache
def generators() -> tuple[Generator, ...]:
    """Return the generators we know."""
    table = tomllib.loads((Path(__file__).parent / "anchors.toml").read_text(encoding="utf-8"))
    return tuple(
        Generator(
            name=row["name"],
            normal=row.get("normal", ""),
            steps=tuple((re.compile(pattern), replacement) for pattern, replacement in row["steps"]),
            marks=row.get("marks", False),
            empty=row.get("empty", ""),
            again=row["again"],
            samples=tuple((heading, name) for heading, name in row["samples"]),
        )
        for row in table["generator"]
    )


def folded_id(target: str) -> str:
    """Return an id, with or without its `#`, as ids are compared: decoded, in one Unicode form, in any case."""
    name = _ENCODED.sub(
        lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace"), target
    )
    return normalized("NFC", name.removeprefix("#")).casefold()


def ids_of(headings: Iterable[str], text: str) -> frozenset[str]:
    """Return, folded, every id that headings (texts without markup) may have, and those `text` gives itself."""
    known = tuple(headings)
    found = {name for generator in generators() for name in generator.ids(known)}
    found.update(match[1] for match in _ID.finditer(text))
    found.update(match[1] for match in _LABEL_OF_MYST.finditer(text))
    for attributes in _ATTRIBUTES.finditer(text):
        found.update(match[1] for match in _ID_IN_ATTRIBUTES.finditer(attributes[0]))
    return frozenset(folded_id(name) for name in found if name)


def html_headings(text: str) -> Iterator[str]:
    """Yield what visitors read of each heading without an id of its own, in a page or in raw HTML of Markdown."""
    for found in _HTML_HEADING.finditer(text):
        if not _ID.search(found[2] or ""):
            yield html_words_of(found[3])


def markdown_headings(text: str, start: int) -> Iterator[str]:
    """Yield what readers see of each heading in the Markdown that begins at `start` of `text`, those of code too.

    One with an id of its own (`{#help}`) gets no other.
    """
    from l10n.formats.markdown.blocks import block_tokens

    is_heading = False
    for token in block_tokens(text[start:]):
        if token.type == "inline" and is_heading:
            attributes = _HEADING_ATTRIBUTES.search(token.content)
            if not attributes or not _ID_IN_ATTRIBUTES.search(attributes[0]):
                yield markdown_words_of(_HEADING_ATTRIBUTES.sub("", token.content))
        is_heading = token.type == "heading_open"
    yield from html_headings(text)


def html_words_of(text: str) -> str:
    """Return what visitors read of a piece of HTML."""
    if "<" not in text and "&" not in text:
        return text
    return unescape(
        "".join(text[one.start : one.end] for one in tokenize(text) if one.kind is TokenKind.TEXT)
    )


def markdown_words_of(text: str) -> str:
    """Return what readers see of the text of a heading in Markdown."""
    from l10n.formats.markdown.blocks import inline_tokens

    bare = _FOOTNOTE.sub("", _REFERENCE.sub(r"\1", text))
    return "".join(
        " " if token.type == "softbreak" else token.content
        for token in inline_tokens(bare)
        if token.type in ("text", "code_inline", "softbreak", "text_special")
    )


def html_own_links(text: str) -> Iterator[OwnLink]:
    """Yield the links of a piece of HTML to places in its document."""
    for token in tokenize(text) if "#" in text else ():
        target = token.attribute("href") if token.kind is TokenKind.START and token.name == "a" else None
        if target and is_own_place(value := target.value(text)):
            yield OwnLink(token.start, value)


def markdown_own_links(text: str) -> Iterator[OwnLink]:
    """Yield the same of a text of Markdown, the links in its tags included."""
    if "#" not in text:
        return
    from l10n.formats.markdown.inline import ConstructKind, constructs

    for found in constructs(text):
        target = found.target.strip("<>")
        if found.kind is ConstructKind.LINK and not found.is_image and is_own_place(target):
            yield OwnLink(found.start, target)
        elif found.kind is ConstructKind.TAG:
            yield from (OwnLink(found.start, one.target) for one in html_own_links(found.target))
