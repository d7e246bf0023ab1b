"""What CLDR says about a locale, through Babel."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from gettext import c2py

from babel import Locale, UnknownLocaleError
from babel.plural import PluralRule, to_gettext

from l10n.errors import ConfigurationError
from l10n.languages import tags
from l10n.languages.tags import locale_problem

# A plural rule of CLDR also covers fractions; a catalog only counts whole things. All known rules repeat
# within this range (GNU gettext checks the same one).
_COUNTS = range(1001)


@cache
def cldr_locale(locale: str) -> Locale:
    """Return what Babel knows of a locale. Raises ConfigurationError for one CLDR does not know."""
    if problem := locale_problem(locale):
        raise ConfigurationError(problem)
    try:
        return Locale.parse(locale.split("@", maxsplit=1)[0])
    except (UnknownLocaleError, ValueError):
        raise ConfigurationError(
            f"{locale!r} is not a locale CLDR knows", hint="write it as nl, pt_BR or zh_Hant"
        ) from None


def name_of_code(code: str) -> str:
    """Return the English name of what people type for a locale (`fr`, `pt-BR`), "" for what CLDR does not know."""
    try:
        cldr = Locale.parse(code.replace("-", "_").split("@", maxsplit=1)[0])
    except (UnknownLocaleError, ValueError):
        return ""
    is_meant = code.lower().startswith(cldr.language)  # Babel takes `und` for English
    return (cldr.get_display_name("en") or "") if is_meant else ""


@cache
def language_name(locale: str) -> str:
    """Return the English name of the locale, such as "Dutch".

    Raises ConfigurationError for a locale CLDR does not know.
    """
    return cldr_locale(locale).get_display_name("en") or locale


def language_tag(locale: str) -> str:
    """Return the BCP 47 tag of the locale, as `lang` of HTML wants it: `pt_BR` is `pt-BR`, `sr@latin` `sr-Latn`.

    Raises ConfigurationError for a locale CLDR does not know.
    """
    cldr_locale(locale)
    return tags.bcp47(locale)


def text_direction(locale: str) -> str:
    """Return `ltr` or `rtl`. Raises ConfigurationError for a locale CLDR does not know."""
    return cldr_locale(locale).text_direction


@cache
def plural_forms(locale: str) -> str:
    """Return the `Plural-Forms` header that gives each whole number the plural category CLDR gives it.

    The customary formula where it sorts the numbers as CLDR does (so that Poedit and Weblate recognise it),
    else one made from CLDR's own rules. Raises ConfigurationError for an unknown locale.
    """
    from babel.messages.plurals import get_plural  # brings all of Babel's catalogs with it

    cldr = cldr_locale(locale)
    customary = get_plural(cldr)
    if _same_grouping(cldr.plural_form, c2py(customary.plural_expr), customary.num_plurals):
        return f"nplurals={customary.num_plurals}; plural={customary.plural_expr};"
    return _from_cldr(cldr.plural_form)


def _same_grouping(category: Callable[[int], str], form: Callable[[int], int], count: int) -> bool:
    """Tell whether `count` forms group whole numbers as CLDR's categories do, each of them used.

    Babel 2.19 gives French and its like a third form, for millions, which nothing below a million needs.
    """
    pairs = {(category(number), form(number)) for number in _COUNTS}
    return len(pairs) == len({first for first, _ in pairs}) == len({second for _, second in pairs}) == count


def _from_cldr(rule: PluralRule) -> str:
    """Return the header of the categories a whole number can have, in CLDR's order; the last is the rest."""
    rules: Mapping[str, str] = rule.rules
    used = {rule(count) for count in _COUNTS}
    ordered: list[str] = [tag for tag in ("zero", "one", "two", "few", "many", "other") if tag in used]
    if len(ordered) == 1:
        return "nplurals=1; plural=0;"
    return to_gettext(PluralRule([(tag, rules[tag]) for tag in ordered[:-1]]))


def decimal(value: float, locale: str, decimals: int) -> str:
    """Return a number as a locale writes it, with so many decimals."""
    from babel.numbers import format_decimal

    cldr = cldr_locale(locale)
    pattern = _pattern(cldr.decimal_formats[None].pattern, decimals)
    return format_decimal(_whole(value), format=pattern, locale=cldr, decimal_quantization=False)


def percent(value: float, locale: str, decimals: int = 0) -> str:
    """Return how a locale writes that many per cent."""
    from babel.numbers import format_percent

    cldr = cldr_locale(locale)
    share = Decimal(str(value)) / 100  # a float has 0.9399999999999999 for 0.94 %
    pattern = _pattern(cldr.percent_formats[None].pattern, decimals)
    return format_percent(share, format=pattern, locale=cldr, decimal_quantization=False)


def amount(value: float, currency: str, locale: str, decimals: int) -> str:
    """Return an amount of a currency (ISO 4217) as a locale writes it, with so many decimals."""
    from babel.numbers import format_currency

    cldr = cldr_locale(locale)
    pattern = _pattern(cldr.currency_formats["standard"].pattern, decimals)
    return format_currency(
        _whole(value),
        currency,
        format=pattern,
        locale=cldr,
        currency_digits=False,
        decimal_quantization=False,
    )


def unit(value: float, name: str, locale: str, decimals: int | None = None) -> str:
    """Return a quantity of a unit, as CLDR names it, in its short form; "" where CLDR has none for the locale."""
    from babel.units import format_unit

    cldr = cldr_locale(locale)
    pattern = None if decimals is None else _pattern(cldr.decimal_formats[None].pattern, decimals)
    form = format_unit(_whole(value), name, length="short", format=pattern, locale=cldr)
    return "" if name in form else form  # Babel falls back on the name of the unit (babel#1217)


def _pattern(pattern: str, decimals: int) -> str:
    """Return a pattern of CLDR with so many decimals: 2.0 is not 2, and $5 is not $5.00."""
    return re.sub(r"0(?:\.[0#]+)?+(?![.,0#])", f"0.{'0' * decimals}" if decimals else "0", pattern)


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value
