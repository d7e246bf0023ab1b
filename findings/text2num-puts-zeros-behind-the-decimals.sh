#!/usr/bin/env bash
# text2num 3.1.0 (PyPI), alpha2digit.
# Question: what becomes of 'two point five million' in text?
# Guess: '2.5 million' or 2500000: the multiplier belongs to the figure before it.
# Behaviour: the multiplier is read apart. In English and German it stands beside the decimals as
# a second number; in Dutch and French its zeros are written behind the decimals.
# Seen: en '2.5 1000000'; de '2,5 1000000'; nl '2,5000000'; fr '2,5000000'.
# Means: 2,5 million silently becomes 2,5: a factor of a million, in two of four languages.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check text2num==3.1.0
"$folder/venv/bin/python" - <<'PY'
from text_to_num import alpha2digit

asked = {
    "en": "two point five million",
    "de": "zwei Komma fünf Millionen",
    "nl": "twee komma vijf miljoen",
    "fr": "deux virgule cinq millions",
}
seen = {lang: alpha2digit(text, lang) for lang, text in asked.items()}
print(seen)
assert seen == {"en": "2.5 1000000", "de": "2,5 1000000", "nl": "2,5000000", "fr": "2,5000000"}
PY
