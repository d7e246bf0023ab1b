"""The markup a text has, as readers notice it: what is bold, linked, code, a footnote, a tag, a line of its own."""

import re
from collections.abc import Iterator

from l10n.formats.base import Mark, MarkKind
from l10n.formats.html_tokens import TokenKind, tokenize

_STRAY = re.compile(
    r"(?<![\\*\w])\*{1,3}(?=\w)|(?<=[\w.,!?])\*{1,3}(?![*\w])|(?<![\w\\_])__?(?=\w)|(?<=[\w.,!?])__?(?!\w)"
)
_MARKDOWN_SIGN = re.compile(r"[*_`<\[@\n]|://|www\.")


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
    """Return the markup of a text of Markdown; `labels` are those its document defines."""
    if not _MARKDOWN_SIGN.search(text):
        return ()
    return (*_constructs(text, labels), *_emphasis(text), *line_marks(text))


def _constructs(text: str, labels: frozenset[str]) -> Iterator[Mark]:
    from l10n.formats.markdown_inline import ConstructKind, constructs, fold_label

    for found in constructs(text):
        if found.kind is ConstructKind.CODE:
            code = text[found.start : found.end].strip("` ")
            yield Mark(kind=MarkKind.CODE, name=code, offset=found.start)
        elif found.kind is ConstructKind.TAG and not found.target.startswith("</"):
            name = re.match(r"<[\w-]*", found.target)
            yield Mark(kind=MarkKind.TAG, name=f"{name[0] if name else ''}>", offset=found.start)
        elif found.kind is ConstructKind.LABEL and fold_label(found.target) in labels:
            footnote = found.target.startswith("^")
            kind = MarkKind.FOOTNOTE if footnote else MarkKind.IMAGE if found.is_image else MarkKind.LINK
            yield Mark(kind=kind, name=found.target if footnote else "", offset=found.start)
        elif found.kind is ConstructKind.LINK:
            kind = MarkKind.IMAGE if found.is_image else MarkKind.LINK
            yield Mark(kind=kind, offset=found.start)


def _emphasis(text: str) -> Iterator[Mark]:
    """Yield what CommonMark reads as bold and emphasis, and the signs that have no partner."""
    if "*" not in text and "_" not in text:
        return
    from l10n.formats.markdown_blocks import inline_tokens

    for token in inline_tokens(text):
        if token.type in ("strong_open", "em_open"):
            kind = MarkKind.BOLD if token.type == "strong_open" else MarkKind.EMPHASIS
            yield Mark(kind=kind)
        elif token.type == "text" and (stray := _STRAY.search(token.content)):
            yield Mark(kind=MarkKind.STRAY, offset=max(text.find(stray[0]), 0))
