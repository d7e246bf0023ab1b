#!/usr/bin/env bash
# num2words 0.5.14 (PyPI), to='currency', every language tried.
# Question: what is 5 euro?
# Guess: five euro, as 5.0 is; an int and the float of the same value are the same amount.
# Behaviour: an int counts cents, a float counts euros: 5 is a hundredth of 5.0.
# Seen: nul euro, vijf cent / vijf euro, nul cent; ноль рублей, пять копеек / пять рублей, ...
# Means: amounts read from text must be Decimal or float before they are spelled out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
"$folder/venv/bin/python" - <<'PY'
from decimal import Decimal

from num2words import num2words


def said(amount, lang, currency):
    return num2words(amount, lang=lang, to="currency", currency=currency)


seen = [said(n, "nl", "EUR") for n in (5, 5.0, Decimal("5"))]
seen += [said(n, "ru", "RUB") for n in (5, 5.0)]
print(seen)
assert seen == [
    "nul euro, vijf cent",
    "vijf euro, nul cent",
    "vijf euro, nul cent",
    "ноль рублей, пять копеек",
    "пять рублей, ноль копеек",
]
PY
