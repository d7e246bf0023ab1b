#!/usr/bin/env bash
# Babel 2.19.0 (PyPI), Locale.parse().
# Question: is no_NO, the locale name of many older catalogs, read like nb_NO?
# Guess: yes; Babel turns old codes into new ones (iw_IL into he_IL), and 'no' alone is known.
# Behaviour: 'no' is a locale, 'no_NO' is unknown; and 'sh', for which CLDR has an alias too.
# An old code without a territory gets one, so the parsed name is longer than the one given.
# Seen: no; UnknownLocaleError for no_NO and sh; iw -> he_IL, in -> id_ID, tl -> fil_PH.
# Means: a Language header of 'no_NO' must not end a program, and str(Locale.parse(x)) != x.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - <<'PY'
from babel import Locale, UnknownLocaleError


def parsed(name):
    try:
        return str(Locale.parse(name))
    except UnknownLocaleError:
        return "unknown"


seen = {name: parsed(name) for name in ("no", "nb_NO", "no_NO", "sh", "iw", "in", "tl")}
print(seen)
assert seen == {
    "no": "no",
    "nb_NO": "nb_NO",
    "no_NO": "unknown",
    "sh": "unknown",
    "iw": "he_IL",
    "in": "id_ID",
    "tl": "fil_PH",
}
PY
