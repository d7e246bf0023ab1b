"""Numbers and marks in drafts as the locale writes them: 2.5 km is 2,5 km in Dutch, “…” is «…» in Russian.

Only what is certain (`conventions.typography`) and what a service is known to leave as the source has it.
"""

from collections.abc import Iterable

from l10n.conventions.typography import Departure, decimal_departures, departures
from l10n.model import Edit, apply_edits
from l10n.names.protection import protected_spans

_RULES = frozenset({"quotation-marks", "no-break-space"})
_MASK = "\ufffc"  # what the readers of prose take for something else


def set_right(
    text: str, markup: Iterable[tuple[int, int]], source_prose: str, source_locale: str, locale: str
) -> str:
    """Return a draft with the decimal signs, quotation marks and no-break spaces of its locale.

    `markup` are the spans of `text` that are no words, `source_prose` is the source with all else masked. A draft in
    the locale of its source is left alone.
    """
    if source_locale == locale:
        return text
    prose = prose_of(text, markup)
    found = [
        *decimal_departures(prose, locale, source_prose, source_locale),
        *(one for one in departures(prose, locale) if one.rule in _RULES),
    ]
    return apply_edits(text, _edits(found))


def prose_of(text: str, markup: Iterable[tuple[int, int]]) -> str:
    """Return a text with U+FFFC for each character that is no prose; offsets stay."""
    letters = list(text)
    for start, end in (*markup, *protected_spans(text)):
        letters[start:end] = _MASK * (end - start)
    return "".join(letters)


def _edits(found: Iterable[Departure]) -> Iterable[Edit]:
    """Yield the edits that are known, the first of two that overlap."""
    position = 0
    for one in sorted(found, key=lambda departure: (departure.start, departure.end)):
        if one.replacement is not None and one.start >= position:
            yield Edit(start=one.start, end=one.end, replacement=one.replacement)
            position = max(one.end, position)
