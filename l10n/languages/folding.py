"""Letters that mean the same when texts are compared, as `root/folding.toml` says: ё and е."""

from functools import cache

from l10n.languages.packs import ANY, table


@cache
def equal_letters() -> tuple[tuple[str, str], ...]:
    """Return pairs of a letter and the one it is compared as, small and capital."""
    letters: dict[str, str] = table(ANY, "folding")["letters"]
    small = tuple(letters.items())
    return (*small, *((letter.upper(), equal.upper()) for letter, equal in small))


def fold_letters(text: str) -> str:
    """Return a text with е for ё; its length stays, and so do its capitals."""
    for letter, equal in equal_letters():
        text = text.replace(letter, equal)
    return text
