"""Native (Russian) → the letters of another locale, by the house scheme of that locale."""

from l10n.names.transliteration.library import HOUSE, open_scheme


def transcribe_to(text: str, locale: str) -> str:
    """Return the Russian `text` as `locale` writes it, cased as it was.

    Raises ConfigurationError for a locale without a house scheme.
    """
    return open_scheme(HOUSE + locale).romanize(text)
