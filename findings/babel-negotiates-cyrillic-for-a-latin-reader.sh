#!/usr/bin/env bash
# Babel 2.19.0 (PyPI), negotiate_locale().
# Question: which of sr_Latn and sr does a reader who asks for sr_Latn_RS get?
# Guess: sr_Latn: the territory is dropped first.
# Behaviour: only the exact name and the bare language are tried. Serbian in Latin letters ends at
# 'sr', which is Cyrillic, though sr_Latn is on offer; alone, sr_Latn is not found at all.
# Seen: sr; None; zh_TW with zh_Hans and zh_Hant on offer: None.
# Means: the script of a reader is lost; fall back by CLDR's parent locales instead.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - <<'PY'
from babel.core import negotiate_locale

seen = [
    negotiate_locale(["sr_Latn_RS"], ["sr_Latn", "sr"]),
    negotiate_locale(["sr_Latn_RS"], ["sr_Latn"]),
    negotiate_locale(["zh_TW"], ["zh_Hans", "zh_Hant"]),
]
print(seen)
assert seen == ["sr", None, None]
PY
