#!/usr/bin/env bash
# text2num 3.1.0 (PyPI), alpha2digit, English beside other languages.
# Question: is 'thousands of people' left alone? It names no number.
# Guess: yes, in every language.
# Behaviour: in English the plural is read as the number itself; Dutch, French and German keep it.
# Seen: '1000 of people', '100 of people', '1000000 of people'; nl/fr/de unchanged.
# Means: a figure appears in the English text that its translations do not have: every comparison
# of facts then reports a number that nobody wrote.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check text2num==3.1.0
"$folder/venv/bin/python" - <<'PY'
from text_to_num import alpha2digit

seen = [alpha2digit(f"{word} of people", "en") for word in ("hundreds", "thousands", "millions")]
print(seen)
assert seen == ["100 of people", "1000 of people", "1000000 of people"]
for lang, text in [
    ("nl", "duizenden mensen"),
    ("fr", "des milliers de gens"),
    ("de", "Tausende Menschen"),
]:
    assert alpha2digit(text, lang) == text
PY
