"""What services call locales."""

from collections.abc import Collection

from l10n.languages.tags import bcp47, language_subtag

# Where a service wants a region and the locale has none: the one its language is first written in.
_REGIONS = {"en": "GB", "pt": "PT", "zh": "CN", "de": "DE", "fr": "FR", "es": "ES", "nl": "NL", "ar": "SA"}


def plain_code(locale: str, codes: Collection[str]) -> str:
    """Return the code of a locale among `codes`, with its region where that is there; "" when it is not."""
    tag = bcp47(locale)
    known = {code.lower(): code for code in codes}
    for wanted in (tag, language_subtag(locale)):
        if wanted.lower() in known:
            return known[wanted.lower()]
    return ""


def mymemory_code(locale: str, codes: Collection[str]) -> str:
    """Return the code of a locale among codes that have regions."""
    language = language_subtag(locale)
    exact = plain_code(locale, codes)
    if "-" in exact:
        return exact
    usual = f"{language}-{_REGIONS.get(language, language.upper())}"
    of_language = sorted(code for code in codes if language_subtag(code) == language)
    return usual if usual in of_language else next(iter(of_language), "")
