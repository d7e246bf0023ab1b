#!/usr/bin/env bash
# cyrtranslit 1.2.0 (PyPI), 'el'.
# Question: how is Αθήνα written in Latin letters?
# Guess: Athina, by sound, as its other languages are.
# Behaviour: by the look of the letters: eta is h, omega is w, and an accent makes the letter plain.
# Seen: Athhna, Hrw, Giannhs; capitals AThHNA.
# Means: the result is 'Greeklish', not a name that ISO 843 or any atlas has.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cyrtranslit==1.2.0
"$folder/venv/bin/python" - <<'PY'
import cyrtranslit

seen = [cyrtranslit.to_latin(name, "el") for name in ("Αθήνα", "Ηρώ", "Γιάννης", "ΑΘΗΝΑ")]
print(seen)
assert seen == ["Athhna", "Hrw", "Giannhs", "AThHNA"]
PY
