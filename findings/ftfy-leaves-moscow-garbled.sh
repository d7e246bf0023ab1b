#!/usr/bin/env bash
# ftfy 6.3.1 (PyPI), fix_text().
# Question: is Cyrillic that was read as cp1251 instead of UTF-8 repaired word by word?
# Guess: yes; such text is all Р and С with odd signs, which nobody writes.
# Behaviour: whether a word is repaired depends on its letters: Привет and Беларусь are, Москва,
# Киев in Ukrainian (Київ) and Мінск are not; in a longer sentence they are.
# Seen: 'РњРѕСЃРєРІР°' stays; 'РџСЂРёРІРµС‚' -> Привет; 'РљРёС—РІ вЂ” ...' -> Київ — ...
# Means: headings, table cells and names in messages of one word stay garbled while the text
# around them is repaired: repair by document, not by message.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ftfy==6.3.1
"$folder/venv/bin/python" - <<'PY'
from ftfy import fix_text


def repaired(text):
    return fix_text(text.encode("utf-8").decode("cp1251")) == text


left = ("Москва", "Київ", "Мінск", "ул. Мира")
right = ("Привет", "Беларусь", "Україна", "Київ — столиця України.")
print({text: repaired(text) for text in left + right})
assert not any(repaired(text) for text in left)
assert all(repaired(text) for text in right)
PY
