#!/usr/bin/env bash
# translate-toolkit 3.20.4 (PyPI): pofilter --language=nl.
# Question: is '1.234,50' the right number for '1,234.50' when the language is Dutch?
# Guess: yes; the filter is told the language, which has its own punctuation there.
# Behaviour: the test 'numbers' compares the characters: the localized figure is a fault, the one
# left in English writing is none.
# Seen: (pofilter) numbers: Different numbers, for the right one of the two messages.
# Means: the check teaches translators the wrong writing; compare values, not characters.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check translate-toolkit==3.20.4
cat >nl.po <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: nl\n"

msgid "The price is 1,234.50 euro."
msgstr "De prijs is 1.234,50 euro."

msgid "The cost is 1,234.50 euro."
msgstr "De kosten zijn 1,234.50 euro."
PO
venv/bin/pofilter --progress=none --language=nl --test=numbers -i nl.po -o out.po
cat out.po
test "$(grep -c 'pofilter) numbers' out.po)" = 1
grep -q 'msgstr "De prijs is 1.234,50 euro."' out.po
if grep -q 'De kosten' out.po; then echo "the unlocalized one is found now"; exit 1; fi
