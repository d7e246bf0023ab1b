#!/usr/bin/env bash
# nameparser 2.6.0 (PyPI).
# Question: are the particles of Dutch surnames known?
# Guess: all or none: 'van den', 'op den', 'aan de', 'ter', 'te' and 't are kept in the surname.
# Behaviour: 'ten', 'in', 'uit' and 'onder' are missing and become a middle name; so does 'El'.
# Seen: Jan | ten | Boom; Jan | uit | den Bogaard; Jan | onder | de Linden; Corrie | | ter Braak.
# Means: the surname shown and sorted is wrong for some families only: add the particles.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check nameparser==2.6.0
"$folder/venv/bin/python" - <<'PY'
from nameparser import HumanName


def parts(text):
    name = HumanName(text)
    return name.first, name.middle, name.last


seen = [parts(f"Jan {last}") for last in ("ten Boom", "uit den Bogaard", "onder de Linden")]
right = [parts(f"Jan {last}") for last in ("ter Braak", "op den Akker", "aan de Stegge")]
print(seen, right)
assert seen == [
    ("Jan", "ten", "Boom"),
    ("Jan", "uit", "den Bogaard"),
    ("Jan", "onder", "de Linden"),
]
assert all(not middle for _, middle, _ in right)
PY
