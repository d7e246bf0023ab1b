"""`python -m tools.compile_scripts`: write languages/root/scripts.toml from the Unicode Script property and CLDR.

The property is that of the package `regex`, the likely scripts are those of Babel; a test holds the file against both,
so that a newer Unicode or CLDR is a change somebody sees. The file spares every run the import of the two.
"""

import json
import sys

import regex
from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers

from l10n.languages.packs import ANY, PACKAGE

FILE = PACKAGE / ANY / "scripts.toml"
LETTERS = r"[\p{{Script={script}}}&&\p{{L}}]"
CAPITALS = r"[\p{{Script={script}}}&&[\p{{Lu}}\p{{Lt}}]]"
_HEAD = """\
# The letters of each script, and the script each language is written in. Made by `python -m tools.compile_scripts`.
# [letters] holds runs of code points (hexadecimal) with the Unicode property Script, letters (General_Category L) only;
# [capitals] the letters that open a sentence (Lu, Lt); [languages] the script CLDR calls the likely one,
# of a language and of a language in a territory that differs.

authority = "Unicode, Script property (UAX #24), by the package regex; CLDR, likely subtags, by Babel"
url = "https://www.unicode.org/reports/tr24/"
"""


def compiled() -> str:
    """Return the content of the file."""
    languages = _likely_scripts()
    characters = "".join(
        map(chr, (code for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF))
    )
    # Jpan and Kore are mixtures, Hans and Hant two ways to write Han: the property knows their parts only
    scripts = sorted({*languages.values(), "Hani", "Hira", "Kana", "Hang"} - {"Jpan", "Kore", "Hans", "Hant"})
    lines = [_HEAD, "[letters]"]
    lines += (f'{script} = "{_runs(characters, LETTERS.format(script=script))}"' for script in scripts)
    capitals = {script: _runs(characters, CAPITALS.format(script=script)) for script in scripts}
    lines += ["", "[capitals]", *(f'{script} = "{runs}"' for script, runs in capitals.items() if runs)]
    rightward = sorted({languages[tag] for tag in _right_to_left()})
    lines += ["", "[direction]", f"right_to_left = {json.dumps(rightward)}"]
    lines += ["", "[languages]", *(f'{tag} = "{script}"' for tag, script in sorted(languages.items()))]
    return "\n".join(lines) + "\n"


def _runs(characters: str, pattern: str) -> str:
    """Return the runs of neighbouring code points that match a pattern, in hexadecimal."""
    found = (match[0] for match in regex.finditer(f"(?:{pattern})+", characters, regex.VERSION1))
    return " ".join(f"{ord(run[0]):04X}-{ord(run[-1]):04X}" for run in found)


def _right_to_left() -> list[str]:
    """Return the languages that CLDR has a locale of, written from right to left."""
    known = {identifier.split("_")[0] for identifier in locale_identifiers()} - {"root"}
    return sorted(tag for tag in known if Locale.parse(tag).text_direction == "rtl")


def _likely_scripts() -> dict[str, str]:
    """Return language, or language and territory, → script, for the languages that CLDR has a locale of."""
    known = {identifier.split("_")[0] for identifier in locale_identifiers()} - {"root"}
    likely = {tag: full.split("_")[1] for tag, full in get_global("likely_subtags").items()}
    found = {tag: script for tag, script in likely.items() if tag in known}
    for tag, script in likely.items():
        language, _, territory = tag.partition("_")
        if language in known and territory.isupper() and script != found.get(language):
            found[tag] = script
    return found


if __name__ == "__main__":
    FILE.write_text(compiled(), encoding="utf-8")
