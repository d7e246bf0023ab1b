#!/usr/bin/env bash
# num2words 0.5.14 (PyPI), Dutch, to='year'.
# Question: how is the year 1984 written?
# Guess: in one word, 'negentienhonderdvierentachtig', as Dutch spelling asks.
# Behaviour: in three words; and as hundreds only up to 1999, so the year 2026 is one word and
# the number 1984 (not as a year) is one word, but with another beginning.
# Seen: negentien honderd vierentachtig; tweeduizendzesentwintig; duizendnegenhonderdvierentachtig.
# Means: whoever reads spelled years has to join words; 'negentien honderd' is not 19 and 100.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
"$folder/venv/bin/python" - <<'PY'
from num2words import num2words

seen = [
    num2words(1984, lang="nl", to="year"),
    num2words(2026, lang="nl", to="year"),
    num2words(1984, lang="nl"),
]
print(seen)
assert seen == [
    "negentien honderd vierentachtig",
    "tweeduizendzesentwintig",
    "duizendnegenhonderdvierentachtig",
]
PY
