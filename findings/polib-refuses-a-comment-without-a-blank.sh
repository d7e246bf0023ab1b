#!/usr/bin/env bash
# polib 1.2.0 and Babel 2.19.0 (PyPI); GNU gettext 0.21 (Debian 12, package gettext 0.21-12).
# Question: is '#Note' before a message, without a blank, a comment of the translator?
# Guess: yes, or it is passed over: it begins with # and with no sign that has a meaning.
# Behaviour: for GNU and Babel it is a comment. polib refuses the whole file, with OSError.
# Seen: msgcat: '# Note'; Babel: ['Note']; polib: Syntax error in po file ... (line 4).
# Means: one line written by hand makes a catalog unreadable for programs on polib: msgcat first;
# and who catches OSError for missing files tells the user something wrong.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/nl.po" <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#Note
msgid "a"
msgstr "b"
PO
msgcat "$folder/nl.po" | grep -x '# Note'
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check polib==1.2.0 babel==2.19.0
"$folder/venv/bin/python" - "$folder/nl.po" <<'PY'
import sys

import polib
from babel.messages.pofile import read_po

with open(sys.argv[1], "rb") as file:
    assert read_po(file)["a"].user_comments == ["Note"]
try:
    polib.pofile(sys.argv[1])
except OSError as error:
    print(str(error).replace(sys.argv[1], "nl.po"))
    assert "Syntax error in po file" in str(error)
else:
    raise AssertionError("polib reads it")
PY
