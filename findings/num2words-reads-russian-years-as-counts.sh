#!/usr/bin/env bash
# num2words 0.5.14 (PyPI), Russian, to='year'.
# Question: how is the year 2005 said?
# Guess: with the ordinal that Russian needs: 'две тысячи пятый' (as in 'две тысячи пятый год').
# Behaviour: the plain count, the same as without to='year'; the count starts with 'одна тысяча'
# while the ordinal of the same number drops 'одна'.
# Seen: две тысячи пять; одна тысяча девятьсот восемьдесят четыре; тысяча девятьсот ... четвёртый.
# Means: Russian years have to be made with to='ordinal' and declined by hand; a reader must take
# both 'одна тысяча девятьсот' and 'тысяча девятьсот' for 1900.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
"$folder/venv/bin/python" - <<'PY'
from num2words import num2words

seen = [
    num2words(2005, lang="ru", to="year"),
    num2words(1984, lang="ru", to="year"),
    num2words(1984, lang="ru", to="ordinal"),
]
print(seen)
assert seen == [
    "две тысячи пять",
    "одна тысяча девятьсот восемьдесят четыре",
    "тысяча девятьсот восемьдесят четвёртый",
]
PY
