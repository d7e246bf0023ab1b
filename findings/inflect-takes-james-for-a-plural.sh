#!/usr/bin/env bash
# inflect 7.6.0 (PyPI), singular_noun().
# Question: does it say of names and singular words in -s that they are no plurals?
# Guess: False for James, Paris, Texas, gas and bus: it has lists of exceptions.
# Behaviour: the s is cut off; False is said of words without one only.
# Seen: Jame, Pari, Texa, ga, bu; of 'series' and 'news' the word itself.
# Means: a glossary search that tries the singular finds names in other names, and loses these.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check inflect==7.6.0
"$folder/venv/bin/python" - <<'PY'
import inflect

singular = inflect.engine().singular_noun
seen = [singular(word) for word in ("James", "Paris", "Texas", "gas", "bus", "news", "cat")]
print(seen)
assert seen == ["Jame", "Pari", "Texa", "ga", "bu", "news", False]
PY
