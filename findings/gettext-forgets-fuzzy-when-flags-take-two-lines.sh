#!/usr/bin/env bash
# GNU gettext 0.21 (Debian 12, package gettext 0.21-12); polib 1.2.0 and Babel 2.19.0 (PyPI).
# Question: is a message with '#, fuzzy' on one line and '#, c-format' on the next one fuzzy?
# Guess: yes: comment lines of one kind add up, as '#.' and '#:' do.
# Behaviour: for GNU's reader the last '#,' line replaces those before it: the draft counts as a
# translation, and if the order is the other way round c-format is gone and nothing is checked.
# polib and Babel add the lines up, and see a fuzzy message in the same file.
# Seen: msgcat prints '#, c-format' alone; msgfmt: 1 translated message; the others: fuzzy.
# Means: write all flags on one line; a file with two must be brought to one before gettext.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/nl.po" <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#, fuzzy
#, c-format
msgid "%d files"
msgstr "%d bestanden"
PO
msgcat "$folder/nl.po"
test "$(msgcat "$folder/nl.po" | grep '^#')" = '#, c-format'
LC_ALL=C msgfmt --statistics -o /dev/null "$folder/nl.po" 2>&1 | grep '^1 translated message\.$'
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check polib==1.2.0 babel==2.19.0
"$folder/venv/bin/python" - "$folder/nl.po" <<'PY'
import sys

import polib
from babel.messages.pofile import read_po

assert polib.pofile(sys.argv[1])[0].fuzzy
with open(sys.argv[1], "rb") as file:
    assert read_po(file)["%d files"].fuzzy
PY
