#!/usr/bin/env bash
# Babel 2.19.0 (PyPI).
# Question: which minus sign do Swedish and Finnish numbers get? CLDR has U+2212 for them.
# Guess: U+2212, as ICU writes; and parse_decimal() reads it back.
# Behaviour: the hyphen in every locale, though get_minus_sign_symbol() knows better; the right
# sign is refused on reading.
# Seen: '-5'; symbol '\u2212'; NumberFormatError for '\u22125' in sv, fi and nl.
# Means: temperatures of well-set text must have their minus replaced before Babel reads them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - <<'PY'
from babel.numbers import (
    NumberFormatError,
    format_decimal,
    get_minus_sign_symbol,
    parse_decimal,
)

for name in ("sv", "fi"):
    assert get_minus_sign_symbol(name) == "\u2212"
    print(name, ascii(format_decimal(-5, locale=name)))
    assert format_decimal(-5, locale=name) == "-5"
for name in ("sv", "fi", "nl"):
    try:
        parse_decimal("\u22125", locale=name)
    except NumberFormatError:
        continue
    raise SystemExit(f"{name} reads U+2212 now")
PY
