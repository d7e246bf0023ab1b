"""Which figures with a sign in them are a quantity, and how another language writes them.

What may be a version, a chapter, a time or a part of a date is none: it stays as it is written.
"""

import re

from l10n.conventions.fact_values import Number
from l10n.conventions.number_reading import figures_of, is_time_or_day
from l10n.conventions.separators import Separators
from l10n.languages.facts.fact_tables import FactTable

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[.,\u00a0\u202f\u2009 ]\d{3})+")
_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_ADDRESS = re.compile(rf"{_OCTET}(?:\.{_OCTET}){{3}}")  # of IPv4
_REVISION = re.compile(r"[-+~]\d{1,2}(?![\d.,])")  # 1.160-2
_NEAR = 40  # code points beside a number that are looked at
_LETTERS = re.compile(r"[^\W\d_]+")


def is_quantity(text: str, number: Number, table: FactTable) -> bool:
    """Return whether figures with a sign in them are surely a quantity; `table` is that of the language."""
    figures = figures_of(number)
    if number.parts and "/" in number.text:
        return False
    if number.unit or number.currency or number.scaled:
        return not (number.unit == "hour" and is_time_or_day(figures))
    before = text[max(0, number.start - _NEAR) : number.start].rstrip().rpartition(" ")[2].strip('(«“"')
    if (
        before.casefold() in table.version_words
        or _ADDRESS.fullmatch(figures)
        or _REVISION.match(text, number.end)
    ):
        return False
    if _GROUPED.fullmatch(figures) or {*".,"} <= {*figures}:
        return True
    return not is_time_or_day(figures) and _is_in_words_of_quantities(text, number, before, table)


def _is_in_words_of_quantities(text: str, number: Number, before: str, table: FactTable) -> bool:
    """Tell whether the words beside a bare figure are those of a quantity: about 2.5 people, 2.0 times."""
    after = _LETTERS.match(text[number.end : number.end + _NEAR].lstrip())
    if after is None or not after[0].islower():
        return False
    return after[0] in table.counted or before.casefold() in table.quantity_words


def rewritten(figures: str, ours: Separators, theirs: Separators) -> str:
    """Return the figures of one language as another writes them; what is no number in the first stays."""
    if not _is_well_formed(figures, ours):
        return figures
    signs = {sign: sign if sign in theirs.groups else theirs.group for sign in ours.groups}
    signs[ours.decimal] = theirs.decimal
    return "".join(signs.get(character, character) for character in figures)


def _is_well_formed(figures: str, signs: Separators) -> bool:
    """Tell whether figures are one number of a language: groups of three with one sign, at most one decimal sign."""
    whole, _, decimals = figures.partition(signs.decimal)
    if signs.decimal in figures and not decimals.isdecimal():
        return False
    between = {character for character in whole if not character.isdecimal()}
    if not between:
        return whole.isdecimal()
    return len(between) == 1 and between <= signs.groups and _GROUPED.fullmatch(whole) is not None
