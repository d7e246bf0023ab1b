#!/usr/bin/env bash
# parsedatetime 2.6 (PyPI).
# Question: what is '2.15 pm', as British papers print it?
# Guess: 14:15; the 'pm' leaves no other reading.
# Behaviour: a date, month first, 'pm' unread; the status says 1, a date was found.
# Seen (on 18 March 2026): 2.15 pm -> 15 February 2027; 8.30 am -> 30 August 2026; with a colon
# 14:15. 'half past 8' is not read at all.
# Means: times with dots have to be turned into colons before, or are dates months away.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check parsedatetime==2.6
"$folder/venv/bin/python" - <<'PY'
import datetime

import parsedatetime

base = datetime.datetime(2026, 3, 18, 12, 0)


def read(text):
    moment, status = parsedatetime.Calendar().parseDT(text, base)
    return f"{moment:%Y-%m-%d %H:%M}", int(status)


seen = [read(text) for text in ("2.15 pm", "8.30 am", "2:15 pm", "half past 8")]
print(seen)
assert seen == [
    ("2027-02-15 12:00", 1),
    ("2026-08-30 12:00", 1),
    ("2026-03-18 14:15", 2),
    ("2026-03-18 12:00", 0),
]
PY
