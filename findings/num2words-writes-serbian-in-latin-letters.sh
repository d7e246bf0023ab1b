#!/usr/bin/env bash
# num2words 0.5.14 (PyPI), language 'sr'.
# Question: in which script are Serbian number words?
# Guess: Cyrillic: CLDR's likely script of plain 'sr' is Cyrl ('пет').
# Behaviour: Latin, with no way to ask for Cyrillic: sr_Cyrl and sr_Latn both give the same.
# Seen: pet, dvadeset jedan; sr_Cyrl: pet.
# Means: number words for a Cyrillic text have to be transliterated, and comparing them with the
# text unchanged finds nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
"$folder/venv/bin/python" - <<'PY'
from num2words import num2words

seen = [num2words(5, lang="sr"), num2words(21, lang="sr"), num2words(5, lang="sr_Cyrl")]
print(seen)
assert seen == ["pet", "dvadeset jedan", "pet"]
PY
