#!/usr/bin/env bash
# langcodes 3.5.1 with language_data 1.4.0 (PyPI), closest_match().
# Question: what does a reader of Ukrainian get when a site has Russian and English?
# Guess: und, no match: they are different languages, as for Kazakh or Georgian.
# Behaviour: Russian, at distance 24 of the 25 that are allowed by default; Belarusian likewise.
# (intl-localematcher 0.10.1 of npm: English for uk, Russian for be.)
# Seen: uk ('ru', 24), be ('ru', 24), kk ('und', 1000).
# Means: choosing the language of a page so will offend; set max_distance below 24, or fall back
# only within a language.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check langcodes==3.5.1 language_data==1.4.0
"$folder/venv/bin/python" - <<'PY'
from langcodes import closest_match

seen = {tag: closest_match(tag, ["ru", "en"]) for tag in ("uk", "be", "kk")}
print(seen)
assert seen == {"uk": ("ru", 24), "be": ("ru", 24), "kk": ("und", 1000)}
PY
