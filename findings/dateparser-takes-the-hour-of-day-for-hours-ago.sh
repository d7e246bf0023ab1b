#!/usr/bin/env bash
# dateparser 1.5.0 (PyPI), Dutch and French.
# Question: what time is '14.30 uur' (the Dutch way to write it), '20 uur', '14 heures'?
# Guess: 14:30, 20:00 and 14:00 of the day, or nothing.
# Behaviour: 'uur' and 'heures' are read as a length of time, 14.30 as 14.3 hours, and the answer
# lies that long in the past. With a date before it, or a colon, or in German, it is a time.
# Seen (on 18 March 2026, 12:00): 2026-03-17 21:42, 2026-03-17 16:00, 2026-03-17 22:00.
# Means: a clock time of an article turns into the evening before: read times with own rules.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
"$folder/venv/bin/python" - <<'PY'
import datetime

import dateparser

noon = {"RELATIVE_BASE": datetime.datetime(2026, 3, 18, 12, 0)}


def moment(lang, text):
    return f"{dateparser.parse(text, languages=[lang], settings=noon):%m-%d %H:%M}"


seen = [moment("nl", "14.30 uur"), moment("nl", "20 uur"), moment("fr", "14 heures")]
right = [moment("nl", "14:30 uur"), moment("nl", "3 maart 14.30 uur"), moment("de", "14.30 Uhr")]
print(seen, right)
assert seen == ["03-17 21:42", "03-17 16:00", "03-17 22:00"]
assert right == ["03-18 14:30", "03-03 14:30", "03-18 14:30"]
PY
