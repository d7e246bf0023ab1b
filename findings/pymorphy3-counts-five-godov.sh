#!/usr/bin/env bash
# pymorphy3 2.0.6 with pymorphy3-dicts-ru 2.4.417150.4580142 (PyPI), make_agree_with_number().
# Question: what follows 5 and 1.5: лет, человек, метра?
# Guess: 5 лет, 5 человек (both lexemes hold these forms), 1.5 метра.
# Behaviour: the genitive plural of the lexeme, whatever is said after numbers, and a decimal is
# treated as many; -1 too is many.
# Seen: 5 годов, 5 людей, 1.5 метров, -1 метров; 21 метр.
# Means: год and человек need tables of their own, and the form after a decimal is the genitive
# singular in Russian.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pymorphy3==2.0.6 \
  pymorphy3-dicts-ru==2.4.417150.4580142
"$folder/venv/bin/python" - <<'PY'
import pymorphy3

morph = pymorphy3.MorphAnalyzer()
asked = [("год", 5), ("человек", 5), ("метр", 1.5), ("метр", -1), ("метр", 21)]
seen = [morph.parse(word)[0].make_agree_with_number(n).word for word, n in asked]
print(seen)
assert seen == ["годов", "людей", "метров", "метров", "метр"]
PY
