"""The script of a letter and of a locale: the one place that knows letters by their code points (`root/scripts.toml`).

Scripts are named by their ISO 15924 codes: Latn, Cyrl, Grek.
"""

import re
from functools import cache
from typing import Any

from l10n.languages import tags
from l10n.languages.packs import ANY, table

# Ways of writing that mix scripts, or are told apart by more than their letters (UTS #39, table 1a; CLDR)
_MIXED = {"Jpan": ("Hani", "Hira", "Kana"), "Kore": ("Hang", "Hani"), "Hans": ("Hani",), "Hant": ("Hani",)}


@cache
def _known() -> dict[str, Any]:
    return table(ANY, "scripts")


@cache
def letter(script: str) -> re.Pattern[str]:
    """Return what matches one letter of a script; of a script nobody knows, nothing."""
    inside = letters_of(script)
    return re.compile(f"[{inside}]" if inside else "(?!)")


@cache
def letters_of(script: str) -> str:
    """Return the letters of a script, fit to stand inside the brackets of a regular expression."""
    known: dict[str, str] = _known()["letters"]
    return "".join(_as_class(known.get(part, "")) for part in _MIXED.get(script, (script,)))


@cache
def capitals(script: str = "") -> str:
    """Return the capitals of a script, or of all, fit to stand inside the brackets of a regular expression."""
    known: dict[str, str] = _known()["capitals"]
    return _as_class(known.get(script, "") if script else " ".join(known.values()))


@cache
def vowels(*scripts: str) -> frozenset[str]:
    """Return the vowels of scripts, or of all we know, without accents, in small letters (`root/letters.toml`)."""
    known: dict[str, str] = table(ANY, "letters")["vowels"]
    return frozenset(letter for script in scripts or known for letter in known.get(script, ""))


@cache
def silent_letters() -> str:
    """Return the letters of all scripts that stand for no sound, in small letters (`root/letters.toml`)."""
    return "".join(table(ANY, "letters")["silent"].values())


@cache
def whole_letters() -> str:
    """Return the small letters that Unicode takes apart and readers do not: й, ё."""
    return "".join(table(ANY, "letters")["whole"].values())


def is_right_to_left(locale: str) -> bool:
    """Tell whether a locale is written in a script that runs from right to left."""
    return script_of(locale) in _known()["direction"]["right_to_left"]


def _as_class(runs: str) -> str:
    return "".join("-".join(chr(int(end, 16)) for end in run.split("-")) for run in runs.split())


def has_letter(text: str, script: str) -> bool:
    """Tell whether a text has a letter of a script."""
    return letter(script).search(text) is not None


@cache
def script_of(locale: str) -> str:
    """Return the script a locale is written in; "" where CLDR knows none: what is not known is not judged."""
    tag = tags.parse(locale)
    if tag.script:
        return tag.script
    known: dict[str, str] = _known()["languages"]
    return known.get(f"{tag.language}_{tag.territory}") or known.get(tag.language, "")


def is_in_script_of(text: str, locale: str) -> bool:
    """Tell whether a text has a letter of the script of a locale."""
    return has_letter(text, script_of(locale))
