"""Facts and marks in drafts as the locale writes them: 2.5 km is 2,5 km in Dutch, 2.15 pm 14:15 in Russian, “…” «…».

Only what is certain (`conventions.typography`) and what a service is known to leave as the source has it.
"""

from collections.abc import Callable, Iterable

from l10n.conventions.departure import Departure
from l10n.conventions.left_forms import left_forms
from l10n.conventions.typography import decimal_departures, departures
from l10n.model import Edit, apply_edits
from l10n.names import protected_spans

_RULES = frozenset({"quotation-marks", "no-break-space"})
_MASK = "\ufffc"  # what the readers of prose take for something else


def set_right(
    text: str,
    markup: Callable[[str], Iterable[tuple[int, int]]],
    source: str,
    source_locale: str,
    locale: str,
) -> str:
    """Return a draft with the figures, times, units, quotation marks and no-break spaces of its locale.

    `markup` tells the spans of a text that are no words. A draft in the locale of its source is left alone.
    """
    if source_locale == locale:
        return text
    of_source = locale, prose_of(source, markup(source)), source_locale
    # units first: by its unit a figure is known for a quantity
    text = apply_edits(text, _apart(left_forms(prose_of(text, markup(text)), *of_source)))
    figures = decimal_departures(prose_of(text, markup(text)), *of_source)
    text = apply_edits(text, _apart(map(_edit, figures)))
    marks = departures(prose_of(text, markup(text)), locale)
    sure = (one for one in marks if one.rule in _RULES and one.replacement is not None and not one.is_taste)
    return apply_edits(text, _apart(map(_edit, sure)))


def prose_of(text: str, markup: Iterable[tuple[int, int]]) -> str:
    """Return a text with U+FFFC for each character that is no prose; offsets stay."""
    letters = list(text)
    for start, end in (*markup, *protected_spans(text)):
        letters[start:end] = _MASK * (end - start)
    return "".join(letters)


def _edit(one: Departure) -> Edit:
    return Edit(start=one.start, end=one.end, replacement=one.replacement or "")


def _apart(edits: Iterable[Edit]) -> Iterable[Edit]:
    """Yield the edits in order, the first of two that overlap."""
    position = 0
    for one in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if one.start >= position:
            yield one
            position = max(one.end, position)
