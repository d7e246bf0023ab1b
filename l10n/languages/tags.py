"""The tags of locales, taken apart in this one place: `nl`, `pt_BR`, `zh_Hant`, `sr@latin`, `nl-BE`."""

import re

# gettext names a locale ll[_Ssss][_CC][@variant] (GNU gettext manual, "Locale Names"; scripts as in CLDR).
_LOCALE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|[0-9]{3}))?(@[a-z]+)?")


def locale_problem(locale: str) -> str:
    """Return what is wrong with the shape of a locale's name, or "" when it is well formed."""
    if _LOCALE.fullmatch(locale):
        return ""
    likely = locale.split(".", maxsplit=1)[0].replace("-", "_")
    hint = f"; did you mean {likely!r}?" if _LOCALE.fullmatch(likely) else ", such as nl, pt_BR or zh_Hant"
    return f"{locale!r} is not the name of a locale{hint}"


def language_of(locale: str) -> str:
    """Return the language of a locale: `nl` of `nl_BE`, of `nl-BE` and of `nl@informal`."""
    return re.split(r"[-_@]", locale, maxsplit=1)[0]
