"""How a part of a document looks to its readers, as a page of its own that may do nothing at all.

It is shown in a frame without scripts, forms and navigation (`sandbox`); its own policy lets it ask for nothing either,
so no image is loaded. What stands in it is what the format makes of a localized text.
"""

from html import escape

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def framed(content: str, language: str, direction: str) -> str:
    """Return the page that shows `content`, the HTML of a part of a document, in a language (BCP 47) and direction."""
    return (
        f'<!DOCTYPE html><html lang="{escape(language)}" dir="{escape(direction)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta http-equiv="x-dns-prefetch-control" content="off"><meta name="referrer" content="no-referrer">'
        f'<meta name="color-scheme" content="light dark"></head><body>{content}</body></html>'
    )
