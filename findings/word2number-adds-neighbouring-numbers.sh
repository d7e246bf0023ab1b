#!/usr/bin/env bash
# word2number 1.1 (PyPI).
# Question: what number is 'between five and six', a year, a decimal with a multiplier?
# Guess: 5 or an error; 1984; 2500000.
# Behaviour: all number words of the text are added up, a year is multiplied in a way of its own,
# and a multiplier after a decimal is dropped. Nothing is raised.
# Seen: five and six 11; fifty fifty 100; nineteen eighty-four 1524; two point five million 2.
# Means: the answer looks like a number of the text but is none: never read prose with it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check word2number==1.1
"$folder/venv/bin/python" - <<'PY'
from word2number.w2n import word_to_num

asked = ("between five and six", "fifty fifty", "nineteen eighty-four", "two point five million")
seen = [word_to_num(text) for text in asked]
print(seen)
assert seen == [11, 100, 1524, 2]
PY
