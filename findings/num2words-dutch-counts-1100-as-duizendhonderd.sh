#!/usr/bin/env bash
# num2words 0.5.14 (PyPI), Dutch.
# Question: how does it say the round hundreds from 1100 to 9900?
# Guess: as Dutch does: 1100 'elfhonderd', 1900 'negentienhonderd', 2100 'eenentwintighonderd'.
# Behaviour: it counts them in thousands and hundreds, which nobody says; the ordinals follow.
# Seen: duizendhonderd, duizendnegenhonderd, tweeduizendhonderd; duizendhonderdste.
# Means: a reader of Dutch number words that is tested with num2words alone never meets the usual
# form, and a generator writes one that a Dutch reader takes for a slip.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
"$folder/venv/bin/python" - <<'PY'
from num2words import num2words

seen = [num2words(n, lang="nl") for n in (1100, 1900, 2100)]
seen.append(num2words(1100, lang="nl", to="ordinal"))
print(seen)
assert seen == ["duizendhonderd", "duizendnegenhonderd", "tweeduizendhonderd", "duizendhonderdste"]
PY
