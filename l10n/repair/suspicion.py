"""Whether a text needs a closer look at all: most texts have nothing that a wrong encoding leaves behind."""

import re
from functools import cache

from l10n.repair.cyrillic import russian_letters

# What plain text of Western languages and of Russian has besides ASCII and Cyrillic
_USUAL = "«»“”„‘’–—…№°€−×½¼¾²³·•→™©\u00a0éèëêïöüáóíúçñä"
_ACCENTED = "éèëêïöüáóíúçñä"


def may_be_misread(text: str) -> bool:
    """Tell whether a text has what every misreading brings in.

    That is a sign that plain Dutch, English or Russian lacks, capitals behind small letters, or long words in capitals
    (koi8-r and cp1251 read as each other).
    """
    return not text.isascii() and _suspicious().search(text) is not None


@cache
def _suspicious() -> re.Pattern[str]:
    small = russian_letters()
    capital = small.upper()
    return re.compile(
        rf"[^\0-\x7f{small}{capital}{_USUAL}]|[{small}][{capital}]|[{capital}]{{5}}|[{_ACCENTED}]{{2}}"
    )
