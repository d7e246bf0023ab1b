#!/usr/bin/env bash
# Babel 2.19.0 (PyPI), extractor for JavaScript; GNU gettext 0.21 (Debian 12) beside it.
# Question: is _(`hello ${name}`) left out, as an f-string of Python is (with a warning)?
# Guess: yes; the run-time string never equals the text of the source.
# Behaviour: the literal is a message, ${name} and all, flagged python-brace-format although the
# file is JavaScript. xgettext leaves it out and takes only template literals without variables.
# Seen: #, python-brace-format / msgid "hello ${name}".
# Means: a message that is never found, and a check that asks translators to keep {name}.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '%s\n' '_(`hello ${name}`);' '_(`plain`);' >code.js
printf '[javascript: **.js]\n' >js.cfg
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check babel==2.19.0
venv/bin/pybabel --quiet extract -k _ -F js.cfg -o babel.pot code.js
grep -A1 '^#, python' babel.pot
test "$(grep -A1 '^#, python' babel.pot)" = '#, python-brace-format
msgid "hello ${name}"'
xgettext -k_ -o gnu.pot code.js
test "$(grep '^msgid "[a-z]' gnu.pot)" = 'msgid "plain"'
