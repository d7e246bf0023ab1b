#!/usr/bin/env bash
# Babel 2.18.0 (PyPI).
# Question: which locale is `und`, the tag of BCP 47 for a language nobody has determined?
# Guess: none: an UnknownLocaleError, as for `mul` (several languages) and `zxx` (no linguistic content), or the root.
# Behaviour: the likely subtags of CLDR are filled in and kept: und is English of the United States, und_Cyrl is
# Russian of Russia, und_RU too. mul and zxx are unknown.
# Seen: und -> en_US, und_Cyrl -> ru_RU, und_RU -> ru_RU; mul, zxx -> UnknownLocaleError.
# Means: a page or catalog marked `und` gets English plurals and dates without a word; look at the language of the answer.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0
"$folder/venv/bin/python" - <<'PY'
from babel import Locale, UnknownLocaleError


def read(tag: str) -> str:
    try:
        return str(Locale.parse(tag))
    except UnknownLocaleError as error:
        return type(error).__name__


seen = {tag: read(tag) for tag in ("und", "und_Cyrl", "und_RU", "mul", "zxx")}
print(seen)
assert seen == {
    "und": "en_US",
    "und_Cyrl": "ru_RU",
    "und_RU": "ru_RU",
    "mul": "UnknownLocaleError",
    "zxx": "UnknownLocaleError",
}
PY
