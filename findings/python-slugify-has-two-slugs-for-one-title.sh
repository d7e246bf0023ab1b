#!/usr/bin/env bash
# python-slugify 9.2.0 (PyPI).
# Question: do the two apostrophes give the same slug, It's and It’s?
# Guess: yes: the typographic one becomes the plain one before anything else.
# Behaviour: the plain one separates, the typographic one vanishes.
# Seen: It's -> it-s, It’s -> its; l'homme -> l-homme, l’homme -> lhomme.
# Means: setting the quotation marks of a title right (or a translator's editor doing it) moves the
# page and breaks the links to its headings.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-slugify==9.2.0
"$folder/venv/bin/python" - <<'PY'
from slugify import slugify

seen = [slugify(title) for title in ("It's here", "It’s here", "l'homme", "l’homme")]
print(seen)
assert seen == ["it-s-here", "its-here", "l-homme", "lhomme"]
PY
