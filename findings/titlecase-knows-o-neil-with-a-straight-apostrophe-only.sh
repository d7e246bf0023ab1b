#!/usr/bin/env bash
# titlecase 2.4.1 (PyPI).
# Question: is o’neil with the typographic apostrophe written O’Neil, as o'neil is O'Neil?
# Guess: yes; it takes care of curly quotation marks elsewhere (a possessive ’s stays small).
# Behaviour: only the straight apostrophe starts a new capital; d’artagnan too.
# Seen: O'Neil, O’neil; d'Artagnan, D’artagnan.
# Means: headings made from well-set text misspell names; give the names back afterwards.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check titlecase==2.4.1
"$folder/venv/bin/python" - <<'PY'
from titlecase import titlecase

seen = [titlecase(name) for name in ("o'neil", "o’neil", "d'artagnan", "d’artagnan")]
print(seen)
assert seen == ["O'Neil", "O’neil", "d'Artagnan", "D’artagnan"]
PY
