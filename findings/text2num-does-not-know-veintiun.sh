#!/usr/bin/env bash
# text2num 3.1.0 (PyPI), Spanish.
# Question: is 'veintiún años' 21 years?
# Guess: '21 años'; it is the form of 21 before every masculine noun.
# Behaviour: veintiún stays a word, though veintiuno, veintiuna and treinta y un are read.
# Seen: veintiún años; 21 personas; 31 días.
# Means: an age of 31 is read and one of 21 is not: test the shortened (apocopated)
# forms of a language, not only the forms of a counting list.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check text2num==3.1.0
"$folder/venv/bin/python" - <<'PY'
from text_to_num import alpha2digit

asked = ("veintiún años", "veintiuna personas", "treinta y un días")
seen = [alpha2digit(text, "es") for text in asked]
print(seen)
assert seen == ["veintiún años", "21 personas", "31 días"]
PY
