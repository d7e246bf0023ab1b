#!/usr/bin/env bash
# Babel 2.19.0 (PyPI), parse_date().
# Question: does it read what format_date(..., format='medium') wrote, with format='medium'?
# Guess: yes, or a ParseError that names the text.
# Behaviour: only figures are read. A month in letters is passed over and then missed: a plain
# IndexError, in every locale whose medium date has a month name. German (all figures) works.
# Seen: '3 nov 2026' IndexError (nl, fr, es, uk ...); de '03.11.2026' is read.
# Means: IndexError has to be caught beside ParseError, and month names need an own reader.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - <<'PY'
import datetime

from babel.dates import format_date, parse_date

day = datetime.date(2026, 11, 3)


def back(name):
    text = format_date(day, "medium", locale=name)
    try:
        return text, parse_date(text, locale=name, format="medium")
    except IndexError as error:
        return text, type(error).__name__


seen = {name: back(name) for name in ("nl", "fr", "es", "de")}
print(seen)
assert seen["nl"] == ("3 nov 2026", "IndexError")
assert seen["fr"][1] == seen["es"][1] == "IndexError"
assert seen["de"] == ("03.11.2026", day)
PY
