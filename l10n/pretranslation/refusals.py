"""Refusals in words: a model that says that it is sorry, instead of translating (`refusals.toml`).

A source may say that itself. Whether it does is told in its own language; where nobody has written down how that
language says it, only an answer in yet another language than the one asked for is taken for a refusal.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from l10n.errors import RegistryError
from l10n.languages.tags import language_subtag

_BEFORE_WORDS = re.compile(r"^[\W_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusing:
    """How one language refuses: `openings` of answers; `regrets`, beginnings of words of a source that may say so."""

    locale: str
    authority: str
    openings: tuple[str, ...]
    regrets: tuple[str, ...]
    samples: tuple[str, ...]


def refusal_in(answer: str, asked: str, source_locale: str, locale: str) -> str:
    """Return the words with which an answer to `asked` refuses to translate it; "" when it does not."""
    said, sent = _plain(answer), _plain(asked)
    said = said[len(_BEFORE_WORDS.match(said)[0]) :]  # type: ignore[index]  # it matches always
    source, target = language_subtag(source_locale), language_subtag(locale)
    of_source = next((one for one in refusals() if one.locale == source), None)
    if of_source is not None and _has(of_source.regrets, sent):
        return ""
    for one in refusals():
        opening = next((opening for opening in one.openings if said.startswith(opening)), "")
        if opening and opening not in sent and not (one.locale == target and of_source is None):
            return opening
    return ""


@cache
def refusals() -> tuple[Refusing, ...]:
    """Return how each language refuses. Raises RegistryError for a broken rule file."""
    path = Path(__file__).parent / "refusals.toml"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))["refusal"]
        return tuple(
            Refusing(
                locale=table["locale"],
                authority=table["authority"],
                openings=tuple(table["openings"]),
                regrets=tuple(table["regrets"]),
                samples=tuple(table["samples"]),
            )
            for table in tables
        )
    except (ValueError, KeyError, TypeError) as error:
        raise RegistryError("this rule file cannot be read", where=path.name, why=str(error)) from error


def _has(beginnings: Sequence[str], text: str) -> bool:
    return re.search(rf"\b(?:{'|'.join(map(re.escape, beginnings))})", text) is not None


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")
