"""One HTML page that needs nothing else: no scripts, no fonts, no network."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from l10n.cli.terminal_escaping import escape_controls


def html_page(title: str, body: str) -> str:
    """Return the page; `title` is any text, `body` is HTML whose texts of others went through `html_text`."""
    return "".join(html_page_in_pieces(title, (body,)))


def html_page_in_pieces(title: str, body: Iterable[str]) -> Iterator[str]:
    """Yield the page of a body that comes in pieces."""
    style = (files(__package__) / "report.css").read_text(encoding="utf-8")
    yield (
        "<!DOCTYPE html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{html_text(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
    )
    yield from body
    yield "</main>\n</body>\n</html>\n"


def html_text(text: str) -> str:
    """Return any text as HTML shows it, with what a reader could not see made visible."""
    return escape(escape_controls(text))
