#!/usr/bin/env bash
# rapidfuzz 3.14.6 (PyPI), utils.default_process.
# Question: how does the usual processor clean a name with a stress mark, or one in NFD?
# Guess: it leaves combining marks where they are (or takes them away).
# Behaviour: a combining mark becomes a blank, so a word falls in two, and a mark at the end
# vanishes: й in NFD is и.
# Seen: Ива́нов -> 'ива нов'; Николай in NFD -> 'николаи', ratio with NFC 85.7.
# Means: bring names to NFC and take stress marks away before comparing; else one name is two
# words, and a different one may be nearer.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rapidfuzz==3.14.6
"$folder/venv/bin/python" - <<'PY'
import unicodedata

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

nfd = unicodedata.normalize("NFD", "Николай")
seen = [default_process("Ива\u0301нов"), default_process(nfd)]
ratio = fuzz.ratio("Николай", nfd, processor=default_process)
print(seen, ratio)
assert seen == ["ива нов", "николаи"]
assert 85 < ratio < 86
PY
