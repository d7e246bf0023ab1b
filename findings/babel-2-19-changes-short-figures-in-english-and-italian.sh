#!/usr/bin/env bash
# Babel 2.18.0 (CLDR 47) and 2.19.0 (CLDR 49) (PyPI).
# Question: do short figures stay as they are when Babel is updated by a minor version?
# Guess: yes for the large languages; new CLDR releases add languages and names.
# Behaviour: British English goes from 12K to 12k, Italian from 12345 to 12K, Dutch hours from a
# raw key to words, Bulgarian names English (GB) otherwise.
# Seen: 12K 12345 '5 duration-hour'; then 12k 12K '5 uur'.
# Means: texts made with Babel change without a change of the project: pin Babel where pages are
# compared, and keep such strings out of golden files.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/ask.py" <<'PY'
from babel.numbers import format_compact_decimal
from babel.units import format_unit

print(
    format_compact_decimal(12345, locale="en_GB"),
    format_compact_decimal(12345, locale="it"),
    format_unit(5, "duration-hour", locale="nl"),
)
PY
for version in 2.18.0 2.19.0; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install --quiet --disable-pip-version-check babel==$version
  "$folder/$version/bin/python" "$folder/ask.py" | tee "$folder/$version.txt"
done
test "$(cat "$folder/2.18.0.txt")" = '12K 12345 5 duration-hour'
test "$(cat "$folder/2.19.0.txt")" = '12k 12K 5 uur'
