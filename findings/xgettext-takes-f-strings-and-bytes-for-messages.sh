#!/usr/bin/env bash
# GNU gettext 0.21 (Debian 12, package gettext 0.21-12).
# Question: what does xgettext make of _(f"Hello {name}") and _(b"data") in Python?
# Guess: it passes over both: an f-string is filled in before gettext sees it, bytes are no text.
# Behaviour: both become messages, the f-string with the flag python-brace-format, as if it were
# right. (Babel 2.19 warns about f-strings and leaves them out.)
# Seen: #, python-brace-format / msgid "Hello {name}"; msgid "data". No warning.
# Means: translators fill in messages that no program will ever ask for.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '%s\n' '_(f"Hello {name}")' '_(b"data")' >code.py
xgettext -k_ -o out.pot code.py 2>log
grep -B1 '^msgid "[A-Za-z]' out.pot
test "$(grep -A1 'python-brace-format' out.pot)" = '#, python-brace-format
msgid "Hello {name}"'
grep -q '^msgid "data"' out.pot
test ! -s log
