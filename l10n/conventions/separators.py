"""The decimal sign and the signs between groups of a locale: those of its file, else those of CLDR."""

from dataclasses import dataclass
from functools import cache

from l10n.errors import ConfigurationError
from l10n.languages.facts.fact_tables import fact_table, languages
from l10n.languages.tags import language_subtag

_BLANKS = frozenset(" \u00a0\u202f\u2009")


@dataclass(frozen=True, slots=True)
class Separators:
    """`groups` are the signs a locale may write between groups of three, `group` the one it writes."""

    decimal: str
    group: str
    groups: frozenset[str]


@cache
def separators(locale: str) -> Separators | None:
    """Return the signs in the figures of a locale; None for one that CLDR does not know."""
    if language_subtag(locale) in languages():
        table = fact_table(locale)
        group = next((sign for sign in ".," if sign in table.groups), "\u00a0")
        return Separators(table.decimal, group, table.groups)
    from l10n.languages.cldr import cldr_locale

    try:
        symbols = cldr_locale(locale).number_symbols["latn"]
    except (ConfigurationError, KeyError):
        return None
    decimal, group = str(symbols["decimal"]), str(symbols["group"])
    if group in _BLANKS:
        return Separators(decimal, "\u00a0", _BLANKS)
    return Separators(decimal, group, frozenset({group, "\u00a0", "\u202f", "\u2009"}))
