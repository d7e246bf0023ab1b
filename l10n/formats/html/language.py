"""The language a page says it is in."""

import re

from l10n.formats.html.tokens import BLANKS, Attribute, Token, TokenKind, tokenize
from l10n.languages.tags import is_within
from l10n.model import Edit, apply_edits

_SAFE = re.compile(r"[A-Za-z0-9-]+")


def retargeted(text: str, language: str, direction: str) -> str:
    """Return `text` with `lang`, `xml:lang` and `dir` of its `<html>` for `language`, a BCP 47 tag.

    What the tag says already, if less exactly (`nl-BE` where `nl` is asked), stays. `lang` is added when the tag
    has neither; `dir` only for a language that is not written from left to right. A piece of a page, without
    `<html>`, has no language of its own and stays as it is.
    """
    if not _SAFE.fullmatch(language):
        raise ValueError(f"{language!r} is not a language tag")
    tag = _html_tag(text)
    if tag is None:
        return text
    missing = ""
    languages = [found for name in ("lang", "xml:lang") if (found := tag.attribute(name))]
    edits = [
        _edit(found, language) for found in languages if not is_within(found.value(text).strip(), language)
    ]
    if not languages:
        missing += f' lang="{language}"'
    written = tag.attribute("dir")
    if written and written.value(text).strip().lower() not in {direction, "auto"}:
        edits.append(_edit(written, direction))
    elif not written and direction != "ltr":
        missing += f' dir="{direction}"'
    if missing:
        end = tag.start + len("<html")
        edits.append(Edit(start=end, end=end, replacement=missing))
    return apply_edits(text, edits)


def _html_tag(text: str) -> Token | None:
    """Return the start tag of the page; nothing but comments, a doctype and blanks may stand before it."""
    for token in tokenize(text):
        if token.kind is TokenKind.START:
            return token if token.name == "html" else None
        if token.kind is TokenKind.TEXT and text[token.start : token.end].strip(BLANKS + "\ufeff"):
            return None
    return None


def _edit(attribute: Attribute, value: str) -> Edit:
    quote = attribute.quote or '"'
    equals = "" if attribute.start > attribute.name_start + len(attribute.name) else "="
    return Edit(start=attribute.start, end=attribute.end, replacement=f"{equals}{quote}{value}{quote}")
