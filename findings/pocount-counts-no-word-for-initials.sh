#!/usr/bin/env bash
# translate-toolkit 3.20.4 (PyPI): pocount.
# Question: how many words have 'J. Smith', 'U.S. Senate' and 'e.g. this'?
# Guess: two each; 'Mr. Smith' and 'C++ and C#' (three) are counted so.
# Behaviour: single letters with a stop count as nothing; a hyphenated name counts as two.
# Seen: J. Smith 1, U.S. Senate 1, e.g. this 1, г. Москва 1; Noord-Holland 2.
# Means: news full of initials is shorter here than for other counters: name the counter
# when words are paid for.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check translate-toolkit==3.20.4
words() {
  printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' >a.po
  printf 'msgid "%s"\nmsgstr ""\n' "$1" >>a.po
  venv/bin/pocount --csv a.po | tail -1 | cut -d, -f10
}
for text in 'J. Smith' 'U.S. Senate' 'e.g. this' 'г. Москва'; do
  echo "$text: $(words "$text")"
  test "$(words "$text")" = 1
done
test "$(words 'Mr. Smith')" = 2
test "$(words 'Noord-Holland')" = 2
