#!/usr/bin/env bash
# cyrtranslit 1.2.0 (PyPI), 'ru'.
# Question: does to_cyrillic undo to_latin for Russian? The scheme has its own signs for ь, ъ, э.
# Guess: yes; the digraphs (shh, zh, ch) look made to be reversible.
# Behaviour: х is h and ш is sh, so с + х comes back as ш, silently.
# Seen: сход -> shod -> шод; сходить -> shodit' -> шодить; щука, съезд come back right.
# Means: a round trip through Latin is no way to store or to test Russian names (Пасхин, Исхаков).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cyrtranslit==1.2.0
"$folder/venv/bin/python" - <<'PY'
import cyrtranslit


def there_and_back(word):
    return cyrtranslit.to_cyrillic(cyrtranslit.to_latin(word, "ru"), "ru")


seen = [there_and_back(word) for word in ("сход", "сходить", "Исхаков", "щука", "съезд")]
print(seen)
assert seen == ["шод", "шодить", "Ишаков", "щука", "съезд"]
PY
