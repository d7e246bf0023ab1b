#!/usr/bin/env bash
# GNU gettext 0.21 (Debian 12, package gettext 0.21-12); Babel 2.19.0 (PyPI).
# Question: which msgid does _("caf\u00e9") of a Python 3 source get?
# Guess: café, the string that the program asks for at run time.
# Behaviour: xgettext reads \u and \N only in strings with the prefix u, as in Python 2; in any
# other string the backslash stays. Babel evaluates the literal as Python 3 does.
# Seen: xgettext msgid "caf\\u00e9" (two backslashes in the file); Babel msgid "café".
# Means: the message is translated, compiled and never found, and nothing reports it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '%s\n' '_("caf\u00e9")' '_(u"th\u00e9")' >code.py
xgettext --from-code=UTF-8 -k_ -o gnu.pot code.py
grep '^msgid "[a-z]' gnu.pot
test "$(grep '^msgid "[a-z]' gnu.pot)" = 'msgid "caf\\u00e9"
msgid "thé"'
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check babel==2.19.0
venv/bin/pybabel --quiet extract -k _ -o babel.pot code.py
test "$(grep '^msgid "[a-z]' babel.pot)" = 'msgid "café"
msgid "thé"'
