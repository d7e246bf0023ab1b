#!/usr/bin/env bash
# transliterate 1.10.2 (PyPI), 'hy', reversed=True.
# Question: how is the capital Երևան written in Latin letters?
# Guess: Erevan or Yerevan.
# Behaviour: the letter և (ev, U+0587), part of every modern Armenian text, becomes '&'.
# Seen: Er&an, S&an (Sevan).
# Means: the result is no name, and in HTML or a slug it is broken markup or a lost letter.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check transliterate==1.10.2
"$folder/venv/bin/python" - <<'PY'
from transliterate import translit

seen = [translit(name, "hy", reversed=True) for name in ("Երևան", "Սևան")]
print(seen)
assert seen == ["Er&an", "S&an"]
PY
