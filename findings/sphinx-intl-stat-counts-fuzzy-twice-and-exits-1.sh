#!/usr/bin/env bash
# sphinx-intl 2.4.0 with Babel 2.19.0 (PyPI); GNU gettext 0.21 (Debian 12) beside it.
# Question: what does 'sphinx-intl stat' say of one translated, one fuzzy and one obsolete message?
# Guess: 1 translated, 1 fuzzy, 0 untranslated, as msgfmt --statistics does; exit code 0.
# Behaviour: a fuzzy message is counted as translated and again as fuzzy, so the sum is more than
# the messages there are; and the exit code is 1 although nothing is wrong (0 for no catalogs).
# Seen: 2 translated, 1 fuzzy, 0 untranslated; exit code 1.
# Means: the share of translated text is too high, and a build with 'set -e' ends at the statistics.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check sphinx-intl==2.4.0 babel==2.19.0
mkdir -p locale/nl/LC_MESSAGES
cat >locale/nl/LC_MESSAGES/index.po <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "Hello"
msgstr "Hallo"

#, fuzzy
msgid "Bye"
msgstr "Dag"

#~ msgid "Gone"
#~ msgstr "Weg"
PO
status=0
venv/bin/sphinx-intl stat -d locale -l nl >stat.txt || status=$?
cat stat.txt
test "$status" = 1
grep -q ': 2 translated, 1 fuzzy, 0 untranslated' stat.txt
venv/bin/sphinx-intl stat -d locale -l de >empty.txt && test ! -s empty.txt
LC_ALL=C msgfmt --statistics -o /dev/null locale/nl/LC_MESSAGES/index.po 2>&1 |
  grep '^1 translated message, 1 fuzzy translation\.$'
