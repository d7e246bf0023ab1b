"""Native (Russian) → the letters of another locale, by the house scheme of that locale."""

from functools import cache

from l10n.names.scheme import scheme, schemes

_HOUSE = "house-"


@cache
def house_locales() -> tuple[str, ...]:
    """Return the languages whose news desks' way to write Russian names is known, sorted: `en`, `nl`, …"""
    return tuple(name.removeprefix(_HOUSE) for name in schemes() if name.startswith(_HOUSE))


def write_native(text: str, locale: str) -> str:
    """Return the Russian `text` as `locale` writes it, cased as it was.

    Raises ConfigurationError for a locale without a house scheme.
    """
    return scheme(_HOUSE + locale).romanize(text)
