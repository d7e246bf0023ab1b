"""The markup a text has, as readers notice it: what is bold, linked, code, a footnote, a tag, a line of its own."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from l10n.formats.base import Mark, MarkKind
from l10n.formats.html.tokens import TokenKind, tokenize

if TYPE_CHECKING:
    from l10n.formats.markdown.inline import Construct

_STRAY = re.compile(
    r"(?<![\\*\w])\*{1,3}(?=\w)|(?<=[\w.,!?])\*{1,3}(?![*\w])|(?<![\w\\_])__?(?=\w)|(?<=[\w.,!?])__?(?!\w)"
)
_MARKDOWN_SIGN = re.compile(r"[*_`<\[\]@\n]|://|www\.")
# What a site generator fills in is a target too, blanks and all.
_TEMPLATE_TARGET = re.compile(r"\]\(\s{0,9}(?:\{[{%]|<%)")
_BEGUN_TARGET = re.compile(r"\]\(\s{0,9}<?(?:[a-z][a-z0-9+.-]{1,31}:|[#/.]|[\w.-]+[./#])", re.IGNORECASE)
_BACKTICKS = re.compile(r"(?<![`\\])`+(?!`)")
# As in ``TeX'' and in old manuals: no half of a code span.
_OLD_QUOTES = re.compile(r"`{1,2}[^`'\n]{1,80}'{1,2}(?!\w)")
_LONGEST_ROLE = 60
_ROLE = re.compile(r"\{[\w:+.-]{1,50}\}\Z")
_TARGET_OF_ROLE = re.compile(r"\S\s{0,9}<([^<>]{1,200})>\Z")


def html_marks(text: str) -> tuple[Mark, ...]:
    """Return the start tags of a text of HTML; of a link and an image the target is part of the name."""
    if "<" not in text:
        return ()
    return tuple(_html(text))


def _html(text: str) -> Iterator[Mark]:
    for token in tokenize(text):
        if token.kind is TokenKind.START:
            kind = {"a": MarkKind.LINK, "img": MarkKind.IMAGE}.get(token.name, MarkKind.TAG)
            yield Mark(kind=kind, name=f"<{token.name}>", offset=token.start)


def line_marks(text: str) -> tuple[Mark, ...]:
    """Return the line ends inside a text whose lines are part of how it is read."""
    return tuple(
        Mark(kind=MarkKind.LINE, offset=found.start()) for found in re.finditer("\n", text.strip("\n"))
    )


def markdown_marks(text: str, labels: frozenset[str]) -> tuple[Mark, ...]:
    """Return the markup of a text of Markdown; `labels` are those its document defines.

    Half a link, half a code span and half of what is bold are STRAY, with the name of what they are half of.
    """
    if not _MARKDOWN_SIGN.search(text):
        return ()
    return (*_constructs(text, labels), *_emphasis(text), *line_marks(text))


def _constructs(text: str, labels: frozenset[str]) -> Iterator[Mark]:
    from l10n.formats.markdown.inline import ConstructKind, constructs, fold_label

    taken: list[tuple[int, int]] = []
    for found in constructs(text):
        if found.kind is ConstructKind.CODE:
            taken.append((found.start, found.end))
            yield Mark(kind=MarkKind.CODE, name=_code(text, found), offset=found.start)
        elif found.kind is ConstructKind.TAG:
            taken.append((found.start, found.end))
            if not found.target.startswith("</"):
                tag = re.match(r"<[\w-]*", found.target)
                yield Mark(kind=MarkKind.TAG, name=f"{tag[0] if tag else ''}>", offset=found.start)
        elif found.kind is ConstructKind.LABEL and fold_label(found.target) in labels:
            footnote = found.target.startswith("^")
            kind = MarkKind.FOOTNOTE if footnote else MarkKind.IMAGE if found.is_image else MarkKind.LINK
            kind = kind if found.opened >= 0 or footnote else MarkKind.STRAY
            name = found.target if footnote else "" if kind is not MarkKind.STRAY else MarkKind.LINK
            yield Mark(kind=kind, name=name, offset=found.start)
        elif found.kind is ConstructKind.LINK or text.startswith("](", found.start):
            yield from _link(text, found)
    yield from _lone_backticks(text, taken)


def _code(text: str, found: "Construct") -> str:
    """Return what a code span holds; of a role of MyST with a text of its own, the role and its target."""
    code = text[found.start : found.end].strip("` ")
    role = _ROLE.search(text, max(0, found.start - _LONGEST_ROLE), found.start)
    target = _TARGET_OF_ROLE.search(code) if role else None
    return f"{role[0]} {target[1]}" if role and target else code


def _link(text: str, found: "Construct") -> Iterator[Mark]:
    """Yield the link or the image, or the half of one: without its `[`, or without an end of its target."""
    from l10n.formats.inline import LINK_END

    is_whole = LINK_END.match(text, found.end) or _TEMPLATE_TARGET.match(text, found.start)
    if found.opened >= 0 and is_whole:
        yield Mark(kind=MarkKind.IMAGE if found.is_image else MarkKind.LINK, offset=found.start)
    elif _BEGUN_TARGET.match(text, found.start):
        yield Mark(kind=MarkKind.STRAY, name=MarkKind.LINK, offset=found.start)


def _lone_backticks(text: str, taken: list[tuple[int, int]]) -> Iterator[Mark]:
    """Yield the backticks outside of `taken` that have no partner."""
    begins = [start for start, _ in taken]
    for found in _BACKTICKS.finditer(text) if "`" in text else ():
        index = bisect_right(begins, found.start()) - 1
        if index >= 0 and found.start() < taken[index][1]:
            continue
        before, behind = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        is_apostrophe = before.isalpha() and behind.isalpha()
        if not is_apostrophe and not _OLD_QUOTES.match(text, found.start()):
            yield Mark(kind=MarkKind.STRAY, name=MarkKind.CODE, offset=found.start())


def _emphasis(text: str) -> Iterator[Mark]:
    """Yield what CommonMark reads as bold and emphasis, and the signs that have no partner."""
    if "*" not in text and "_" not in text:
        return
    from l10n.formats.markdown.blocks import inline_tokens

    for token in inline_tokens(text):
        if token.type in ("strong_open", "em_open"):
            kind = MarkKind.BOLD if token.type == "strong_open" else MarkKind.EMPHASIS
            yield Mark(kind=kind)
        elif token.type == "text" and (stray := _STRAY.search(token.content)):
            name = MarkKind.BOLD if len(stray[0]) > 1 else MarkKind.EMPHASIS
            yield Mark(kind=MarkKind.STRAY, name=name, offset=max(text.find(stray[0]), 0))
