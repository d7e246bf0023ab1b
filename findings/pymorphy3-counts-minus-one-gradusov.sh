#!/usr/bin/env bash
# pymorphy3 2.0.6 with pymorphy3-dicts-ru 2.4.417150.4580142 (PyPI), make_agree_with_number.
# Question: which form of градус does it put after -1, -2 and 1.5?
# Guess: that of 1 and 2 (минус один градус, минус два градуса); for 1.5 the genitive singular
# (1,5 градуса), which Russian has after every fraction, or an error.
# Behaviour: the remainder is Python's, so that -1 counts as nine and -2 as eight; a fraction is
# taken by its remainder, too: 2.5 comes out right, 1.5 and 0.5 do not.
# Seen: -1 градусов, -2 градусов, 1.5 градусов, 2.5 градуса.
# Means: temperatures, differences and decimals go wrong: hand over abs(n), and decide fractions
# yourself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  pymorphy3==2.0.6 pymorphy3-dicts-ru==2.4.417150.4580142 setuptools==65.5.0
"$folder/venv/bin/python" - <<'PY'
import pymorphy3

degree = pymorphy3.MorphAnalyzer(lang="ru").parse("градус")[0]
seen = {n: degree.make_agree_with_number(n).word for n in (1, 2, 5, -1, -2, 0.5, 1.5, 2.5)}
print(seen)
assert seen == {
    1: "градус",
    2: "градуса",
    5: "градусов",
    -1: "градусов",
    -2: "градусов",
    0.5: "градусов",
    1.5: "градусов",
    2.5: "градуса",
}
PY
