#!/usr/bin/env bash
# translate-toolkit 3.20.4 (PyPI): tbx2po.
# Question: which language of a TBX entry becomes the msgid, and what of a second term in it?
# Guess: English, the language of the file (xml:lang="en"); the second term is a second message
# or a comment.
# Behaviour: the language that stands first in the entry, so entries of one file can go either
# way; of several terms only the first is taken, preferred or not.
# Seen: msgid "wereld" / msgstr "world" and msgid "star" / msgstr "ster"; no 'globe'.
# Means: a glossary becomes a mix of two directions, and its deprecated terms, the ones to look
# for, are gone. Say both languages (-l nl --source-language=en): then the direction is right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check translate-toolkit==3.20.4
cat >a.tbx <<'TBX'
<?xml version="1.0"?>
<martif type="TBX" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body>
<termEntry id="1"><langSet xml:lang="nl"><tig><term>wereld</term></tig></langSet>
<langSet xml:lang="en"><tig><term>world</term></tig><tig><term>globe</term></tig></langSet></termEntry>
<termEntry id="2"><langSet xml:lang="en"><tig><term>star</term></tig></langSet>
<langSet xml:lang="nl"><tig><term>ster</term></tig></langSet></termEntry>
</body></text></martif>
TBX
venv/bin/tbx2po --progress=none a.tbx a.po
grep -E '^msg(id|str) "[a-z]' a.po
test "$(grep -E '^msg(id|str) "[a-z]' a.po)" = 'msgid "wereld"
msgstr "world"
msgid "star"
msgstr "ster"'
