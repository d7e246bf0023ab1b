"""A small SVG image that says how much is translated, for a README."""

from html import escape

from l10n.cli.terminal_escaping import one_line

_COLOURS = (
    (100, "#1b6e3c"),
    (80, "#4d7a13"),
    (50, "#8a5a00"),
    (0, "#b3261e"),
)  # each 4.5:1 or more with white
# How wide letters are in Verdana at 11 units, roughly; other fonts are fitted to it.
_WIDTHS = {"iIjl.,:;|!'": 3.8, "ftr-/() ": 4.8, "mwMW%": 10.8, "0123456789": 7.0}
_WIDTH_OF = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_LETTER, _WIDE = 6.7, 11.0
_MARGIN = 7


def badge_svg(label: str, percent: int) -> str:
    """Return the image. It needs no font or file of others, and says for a screen reader what it shows."""
    label = one_line(label)
    value = f"{percent}%"
    left, right = _width(label), _width(value)
    colour = next(colour for least, colour in _COLOURS if percent >= least)
    title = escape(f"{label}: {value}", quote=True)
    size = f'width="{left + right}" height="20"'
    return f"""<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{title}">
  <title>{title}</title>
  <clipPath id="round"><rect {size} rx="3"/></clipPath>
  <g clip-path="url(#round)">
    <rect width="{left}" height="20" fill="#4a4d55"/>
    <rect x="{left}" width="{right}" height="20" fill="{colour}"/>
  </g>
  <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
    {_text(label, left / 2, left)}
    {_text(value, left + right / 2, right)}
  </g>
</svg>
"""


def _text(text: str, middle: float, width: int) -> str:
    # The length is given, so that another font does not run out of its half.
    fitted = f'textLength="{width - 2 * _MARGIN}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{middle:g}" y="14" {fitted}>{escape(text)}</text>'


def _width(text: str) -> int:
    widths = (_WIDTH_OF.get(letter, _WIDE if ord(letter) > 0x2E80 else _LETTER) for letter in text)
    return round(sum(widths)) + 2 * _MARGIN
