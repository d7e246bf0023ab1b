#!/usr/bin/env bash
# dateparser 1.5.0 (PyPI), search_dates().
# Question: does it find a date in 'We have 12 people and 3 dogs.'?
# Guess: nothing, or the figures at worst.
# Behaviour: two letters of a day are enough, in any case of letters: 'we' is Wednesday, 'sat' of
# 'He sat' a Saturday; in Dutch 'zo' (so) is Sunday and 'Ma' (mum) Monday.
# Seen: We -> 2026-03-18; 'sat on the' -> 2026-03-14; zo -> 2026-03-15; Ma -> 2026-03-16.
# Means: its finds cannot count as facts of a text; ask for a figure or a whole name at least.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
"$folder/venv/bin/python" - <<'PY'
import datetime

from dateparser.search import search_dates

base = {"RELATIVE_BASE": datetime.datetime(2026, 3, 18, 12, 0)}


def found(lang, text):
    return [
        (words, f"{moment:%m-%d}")
        for words, moment in search_dates(text, languages=[lang], settings=base)
    ]


seen = [
    found("en", "We have 12 people and 3 dogs."),
    found("en", "He sat on the mat."),
    found("nl", "Het is zo ver."),
    found("nl", "Ma en pa gaan mee."),
]
print(seen)
assert seen == [[("We", "03-18")], [("sat on the", "03-14")], [("zo", "03-15")], [("Ma", "03-16")]]
PY
