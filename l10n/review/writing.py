"""The page as one HTML file: templates with autoescape, one style, one script, and a policy that allows nothing else.

What a catalog, a source, a registry or a file name says is text on the page, whatever it contains.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from l10n.review.marking import plain
from l10n.review.page import Column, DocumentView, NameCard, Page, Row, Whole, identify
from l10n.review.parts import ANYTHING, Asked, Part, part_of
from l10n.review.progress import bar, line, said

if TYPE_CHECKING:
    from jinja2 import Environment

LARGE = 2_000  # rows from which on only the card, not the mark, tells the forms of a name: half the bytes
GROUP = 25  # rows the browser lays out together, only when they come near the window


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What the page of a running editor needs: the word that proves who asks, which state it shows, what was asked."""

    token: str
    version: int
    asked: Asked = ANYTHING


def write_page(page: Page, live: Live | None = None) -> str:
    """Return the HTML of the page, with a final newline; half surrogate pairs are never in it.

    Without `live` everything is in the one file. With it, style and scripts are those the server has, it is the server
    that sends a policy, and a large page comes in parts.
    """
    part = part_of(page, live.asked) if live else None
    shown = part.page if part else page
    written = _pieces(shown, page.whole, shown.documents, live, part)
    return b"".join(written).decode("utf-8")


def write_in_pieces(page: Page, whole: Whole, documents: Iterable[DocumentView]) -> Iterator[bytes]:
    """Yield, in UTF-8, what `write_page` returns for `page` with these documents; one at a time is asked for."""
    return _pieces(page, whole, documents)


def _pieces(
    page: Page,
    whole: Whole,
    documents: Iterable[DocumentView],
    live: Live | None = None,
    part: Part | None = None,
) -> Iterator[bytes]:
    written = (
        _environment()
        .get_template("page.html.jinja")
        .generate(
            page=page,
            whole=whole,
            documents=documents,
            part=part,
            live=live,
            policy=policy(asset("page.css"), asset("page.js")),
            titles=[_summary(card) for card in page.names] if part or whole.size < LARGE else None,
            colours=[card.colour for card in page.names],
        )
    )
    return (piece.encode("utf-8", "replace") for piece in written)


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy of a page with this one style and this one script and nothing else."""
    hashes = [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii") for text in (script, style)
    ]
    return (
        f"default-src 'none'; script-src 'sha256-{hashes[0]}'; style-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def asset(name: str) -> str:
    """Return a style or a script of ours."""
    return (files("l10n.review") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("l10n.review"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"groups": _groups, "counted": _counted, "codes": _codes, "identify": identify}
    environment.filters |= {"bar": bar, "line": line, "said": said}
    # Inside `style` and `script` nothing is escaped; both are files of ours, without a word of anybody else.
    environment.filters["ours"] = lambda name: Markup(asset(name))  # noqa: S704
    return environment


def _seen(value: object) -> object:
    """Return what a template prints: of a text every character can be seen."""
    return plain(value) if type(value) is str else value


def _groups(rows: tuple[Row, ...]) -> list[tuple[Row, ...]]:
    return [rows[first : first + GROUP] for first in range(0, len(rows), GROUP)]


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def _codes(found: tuple[object, ...]) -> str:
    return " ".join(dict.fromkeys(getattr(finding, "code", "") for finding in found))


def _summary(card: NameCard) -> str:
    """Return a name with its forms and the reason for them in one line."""
    entry = card.entry
    forms = " · ".join(f"{locale} {known.preferred}" for locale, known in entry.locales.items())
    return f"{entry.id} ({entry.kind}): {forms}. {entry.because}".rstrip()


def column(locale: str) -> Column:
    """Return the column of a locale. Raises ConfigurationError for a locale CLDR does not know."""
    from l10n.languages.cldr import language_name, language_tag, text_direction

    return Column(
        locale=locale,
        label=language_name(locale),
        language=language_tag(locale),
        direction=text_direction(locale),
    )
