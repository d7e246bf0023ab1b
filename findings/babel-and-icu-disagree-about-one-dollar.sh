#!/usr/bin/env bash
# Babel 2.19.0 (PyPI) and Intl of Node.js 20 (ICU 78, CLDR 48).
# Question: how do they name an amount with decimals: 1.00 and 5.00?
# Guess: alike, from the same CLDR: the decimals shown decide, '1.00 US dollars'.
# Behaviour: Babel chooses the plural by the number before the decimals are put on; ICU by what
# is shown, which in Russian and Polish is the form of decimals.
# Seen: Babel '1.00 US dollar', '5,00 российских рублей', '5,00 złotych polskich';
# Intl '1.00 US dollars', '5,00 российского рубля', '5,00 złotego polskiego'.
# Means: one amount on a page made by both has two forms; a check must let both pass.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - <<'PY'
from babel.numbers import format_currency

asked = [(1, "USD", "en"), (5, "RUB", "ru"), (5, "PLN", "pl")]
seen = [format_currency(n, code, locale=name, format_type="name") for n, code, name in asked]
print(seen)
assert seen == ["1.00 US dollar", "5,00 российских рублей", "5,00 złotych polskich"]
PY
node -e '
const assert = require("node:assert");
const named = (n, currency, locale) =>
  new Intl.NumberFormat(locale, {style: "currency", currency, currencyDisplay: "name"}).format(n);
const seen = [named(1, "USD", "en"), named(5, "RUB", "ru"), named(5, "PLN", "pl")];
console.log(seen, process.versions.icu);
assert.deepEqual(seen, ["1.00 US dollars", "5,00 российского рубля", "5,00 złotego polskiego"]);'
