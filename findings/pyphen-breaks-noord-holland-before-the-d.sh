#!/usr/bin/env bash
# Pyphen 0.18.1 (PyPI), dictionaries nl_NL and uk_UA.
# Question: where does it break a word that has a hyphen?
# Guess: at the hyphen and within its parts: Noord-Hol-land.
# Behaviour: the hyphen is taken for a letter of one word, and the patterns break before the d:
# a line may begin with d-Holland; a break after the hyphen adds a second one. In Ukrainian single
# letters are cut off.
# Seen: Noor-d-Hol-land; Nieuw--Zee-land (two hyphens); ко-с-мос (in Russian кос-мос).
# Means: hand it the parts between hyphens one by one, and set left and right for uk.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyphen==0.18.1
"$folder/venv/bin/python" - <<'PY'
from pyphen import Pyphen

nl, uk, ru = (Pyphen(lang=name) for name in ("nl_NL", "uk_UA", "ru_RU"))
seen = [nl.inserted("Noord-Holland"), nl.inserted("Nieuw-Zeeland")]
seen += [uk.inserted("космос"), ru.inserted("космос")]
print(seen)
assert seen[:2] == ["Noor-d-Hol-land", "Nieuw--Zee-land"]
assert seen[2:] == ["ко-с-мос", "кос-мос"]
PY
