#!/usr/bin/env bash
# pycountry 26.2.16 (PyPI), countries.search_fuzzy().
# Question: which country is found first for a name that is exactly that of a country?
# Guess: that country: an exact match comes first, as it does for Guinea, Congo and Dominica.
# Behaviour: for 'Niger' it is Nigeria. 'Korea' is the North before the South, and 'Limburg', a
# province of both, is Belgium before the Netherlands.
# Seen: NG, NE; KP, KR; BE, NL; lookup('Niger') NE.
# Means: use lookup() for names; the order of the fuzzy answers is no order of likeness.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pycountry==26.2.16
"$folder/venv/bin/python" - <<'PY'
from pycountry import countries


def found(text):
    return [country.alpha_2 for country in countries.search_fuzzy(text)][:2]


seen = {text: found(text) for text in ("Niger", "Korea", "Limburg", "Guinea")}
print(seen, countries.lookup("Niger").alpha_2)
assert seen["Niger"] == ["NG", "NE"]
assert seen["Korea"] == ["KP", "KR"]
assert seen["Limburg"] == ["BE", "NL"]
assert seen["Guinea"][0] == "GN"
assert countries.lookup("Niger").alpha_2 == "NE"
PY
