#!/usr/bin/env bash
# polib 1.2.0 and Babel 2.19.0 (PyPI).
# Question: a message comes from 'my file.py', line 3. Does polib read the place Babel writes?
# Guess: yes: file names with blanks stand between U+2068 and U+2069 in PO files, so that a reader
# can tell (GNU gettext and Babel do it).
# Behaviour: polib cuts at every blank and keeps the marks as letters: two places, the first one
# without a line. It writes both back, so the damage shows only when a program uses the places.
# Seen: [('\u2068my', ''), ('file.py\u2069', '3')]; Babel: [('my file.py', 3)].
# Means: documents with blanks in their names are not found by polib's occurrences: read the line.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check polib==1.2.0 babel==2.19.0
"$folder/venv/bin/python" - "$folder/nl.po" <<'PY'
import sys

import polib
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

catalog = Catalog(locale="nl")
catalog.add("a", "b", locations=[("my file.py", 3)])
with open(sys.argv[1], "wb") as file:
    write_po(file, catalog)
with open(sys.argv[1], "rb") as file:
    assert read_po(file)["a"].locations == [("my file.py", 3)]
seen = polib.pofile(sys.argv[1])[0].occurrences
print(ascii(seen))
assert seen == [("\u2068my", ""), ("file.py\u2069", "3")]
PY
