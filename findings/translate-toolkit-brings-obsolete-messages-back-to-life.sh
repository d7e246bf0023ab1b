#!/usr/bin/env bash
# translate-toolkit 3.20.4 (PyPI): po2xliff and xliff2po, po2csv.
# Question: what becomes of obsolete messages (#~) and of msgctxt on the way through XLIFF or CSV?
# Guess: obsolete messages are left out, the context is kept (XLIFF has context elements for it).
# Behaviour: an obsolete message becomes an ordinary, approved unit, and a live message after the
# way back; the context is in neither file, so the message of a menu becomes another message.
# Seen: msgid "Old" without #~, no msgctxt; CSV row "","Old","Oud". (po2tmx leaves #~ out.)
# Means: after the round trip gettext finds neither the right text nor the right set of messages.
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

msgctxt "menu"
msgid "May"
msgstr "Mei"

#~ msgid "Old"
#~ msgstr "Oud"
PO
venv/bin/po2xliff --progress=none nl.po nl.xlf
venv/bin/xliff2po --progress=none nl.xlf back.po
venv/bin/po2csv --progress=none nl.po nl.csv
grep -E '^(#~ )?msg(ctxt|id) "[A-Za-z]' back.po
test "$(grep -E '^(#~ )?msg(ctxt|id) "[A-Za-z]' back.po)" = $'msgid "May"\nmsgid "Old"'
grep -qF '"","Old","Oud"' nl.csv
if grep -q menu nl.csv nl.xlf; then echo "the context is kept now"; exit 1; fi
