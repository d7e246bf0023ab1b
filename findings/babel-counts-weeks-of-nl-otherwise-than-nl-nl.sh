#!/usr/bin/env bash
# Babel 2.19.0 (PyPI); ICU 78 beside it says 4 days for both 'nl' and 'nl-NL'.
# Question: in which week is 1 January 2027 for locale 'nl', the usual name of a Dutch catalog?
# Guess: week 53 of 2026, as every Dutch calendar has it; the likely territory of nl is NL.
# Behaviour: without a territory Babel takes the world's rule (a week of one day counts), not that
# of the likely territory. So with 'de' and 'ru'; it is right with nl_NL.
# Seen: nl '1 2027', nl_NL '53 2026'; min_week_days 1 and 4.
# Means: a week number made with the locale of the catalog is one off for weeks, every few years.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - <<'PY'
import datetime

from babel import Locale
from babel.dates import format_date

day = datetime.date(2027, 1, 1)
seen = {name: format_date(day, "w Y", locale=name) for name in ("nl", "nl_NL", "de", "de_DE")}
days = Locale("nl").min_week_days, Locale("nl", "NL").min_week_days
print(seen, days)
assert seen == {"nl": "1 2027", "nl_NL": "53 2026", "de": "1 2027", "de_DE": "53 2026"}
assert days == (1, 4)
PY
