"""Front matter: the strings of the YAML or TOML before a Markdown text, each with its exact place.

Every string is a text for readers unless its key says otherwise: sites invent keys (`lead`, `hero_title`), and a
text nobody was asked to translate is worse than one message too many. The values that are no prose by their
looks (an address, a path, a date, a colour) are left alone under any key.
"""

import re
from dataclasses import dataclass

from l10n.formats.front_matter.keyed_strings import FrontMatterError, KeyedString

UNTRANSLATABLE_KEYS = frozenset(
    """
    aliases archetype author authors background banner canonical category_slug class classes color colour
    cover date date_created date_modified draft email featured_image file header href icon id identifier
    image images img key lang language lastmod layout license link locale math menu modified name_slug
    nav_order order outputs parent path permalink plugin position pubdate published redirect redirect_from
    redirect_to ref reviewed robots script section sidebar slug src status style template theme thumbnail
    timezone toc translationkey type updated url uuid version video weight
    """.split()  # noqa: SIM905  # read as a text, not as eighty literals
)
_OPENING = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE),
}
_FIRST_KEY = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?+(?:\r\n|\r|\n))*+[\w\"'-][\w .\"'-]*[:=]|\s*+\[")
_NO_PROSE = re.compile(
    r"[a-z][a-z0-9+.-]*://\S+|[./~]?[\w.@-]*(?:/[\w.@-]*)+|[\w.+-]+@[\w-]+\.[\w.-]+|\#[0-9a-f]{3,8}"
    r"|[\w-]+\.(?:md|html?|png|jpe?g|gif|svg|webp|css|js|json|ya?ml|toml|pdf|mp4)"
    r"|\d{4}-\d\d?-\d\d?(?:[T ][\d:.+Z -]*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatterText:
    """A string of the front matter: its key path, place, text, and the indent of its lines if it is a block."""

    key: str
    start: int
    end: int
    text: str
    prefix: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The end of the front matter in its text, and the strings in it that are for readers."""

    end: int
    texts: tuple[FrontMatterText, ...]


def front_matter_problem(text: str) -> tuple[int, str, str] | None:
    """Return where the front matter of `text` is broken, what is wrong, and a hint; None when nothing is."""
    start = 1 if text.startswith("\ufeff") else 0
    opening = _OPENING.match(text, start)
    if opening is None or not _FIRST_KEY.match(text, opening.end()):
        return None
    fence = opening["fence"]
    closing = _CLOSING[fence].search(text, opening.end())
    if closing is None:
        return start, f"the front matter that {fence} opens here is never closed", f"close it with {fence}"
    try:
        _strings(fence, text[opening.end() : closing.start()])
    except FrontMatterError as error:
        reason = " ".join(str(error).split())
        return start, f"the front matter cannot be read, so none of it is translated: {reason}", ""
    return None


def _strings(fence: str, inside: str) -> list[KeyedString]:
    """Return the strings of front matter. Raises FrontMatterError when it cannot be read."""
    from l10n.formats.front_matter.toml import toml_strings
    from l10n.formats.front_matter.yaml import yaml_strings

    return toml_strings(inside) if fence == "+++" else yaml_strings(inside)


def read_front_matter(text: str, start: int, skipped_keys: frozenset[str]) -> FrontMatter | None:
    """Return the front matter that begins at `start`; None when there is none there.

    What is not closed, or holds no key, is Markdown (`---` is a thematic break there). What cannot be read as
    YAML or TOML is left alone as a whole.
    """
    opening = _OPENING.match(text, start)
    closing = _CLOSING[opening["fence"]].search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return None
    inside = text[opening.end() : closing.start()]
    if inside.strip() and not _FIRST_KEY.match(inside):
        return None
    try:
        strings = _strings(opening["fence"], inside)
    except FrontMatterError:
        strings = []
    texts = [
        FrontMatterText(
            key=".".join(found.keys),
            start=opening.end() + found.start,
            end=opening.end() + found.end,
            text=found.text,
            prefix=found.prefix,
        )
        for found in strings
        if _is_for_readers(found.keys, found.text, skipped_keys)
    ]
    return FrontMatter(end=closing.end(), texts=tuple(sorted(texts, key=lambda found: found.start)))


def _is_for_readers(keys: tuple[str, ...], text: str, skipped_keys: frozenset[str]) -> bool:
    skipped = any(key.casefold() in skipped_keys for key in keys)
    return not skipped and any(map(str.isalpha, text)) and not _NO_PROSE.fullmatch(text.strip())
