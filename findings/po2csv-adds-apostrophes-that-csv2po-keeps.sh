#!/usr/bin/env bash
# translate-toolkit 3.20.4 (PyPI): po2csv and csv2po.
# Question: does a text that begins with a minus or a plus come back unchanged from CSV?
# Guess: yes; if a sign is put before it for the sake of spreadsheets, csv2po takes it away again.
# Behaviour: po2csv puts an apostrophe before texts in - + =, csv2po reads it as part of the text.
# Seen: msgid "-5 degrees" -> "'-5 degrees" in CSV and in the new PO file.
# Means: temperatures, phone numbers and dialogue with dashes get an apostrophe in translation,
# and the message is not found since its source differs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check translate-toolkit==3.20.4
cat >nl.po <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#: a
msgid "-5 degrees"
msgstr "-5 graden"

#: b
msgid "+31 is the code"
msgstr "+31 is de code"
PO
venv/bin/po2csv --progress=none nl.po nl.csv
venv/bin/csv2po --progress=none nl.csv back.po
grep -E "^msg(id|str) \"'" back.po
test "$(grep -E "^msg(id|str) \"'" back.po)" = "msgid \"'-5 degrees\"
msgstr \"'-5 graden\"
msgid \"'+31 is the code\"
msgstr \"'+31 is de code\""
