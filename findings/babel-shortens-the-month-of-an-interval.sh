#!/usr/bin/env bash
# Babel 2.19.0 (PyPI), format_interval() and format_skeleton().
# Question: is 'yMMMMd' (month in full) from 3 to 5 March 2026 written in full?
# Guess: nl '3–5 maart 2026', as ICU writes it; or an error where CLDR has no such interval.
# Behaviour: the nearest skeleton of CLDR is taken as it is, without lengthening month or weekday.
# Seen: '3–5 mrt 2026'; 'yMMMMEEEEd' of one day: 'di 3 maart 2026' for 'dinsdag ...'.
# Means: the width asked for is a wish; compare the months in the result before printing it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - <<'PY'
import datetime

from babel.dates import format_interval, format_skeleton

first, last = datetime.date(2026, 3, 3), datetime.date(2026, 3, 5)
seen = [
    format_interval(first, last, "yMMMMd", locale="nl"),
    format_skeleton("yMMMMd", first, locale="nl"),
    format_skeleton("yMMMMEEEEd", first, locale="nl"),
]
print(seen)
assert seen == ["3–5 mrt 2026", "3 maart 2026", "di 3 maart 2026"]
PY
