#!/usr/bin/env bash
# iuliia 0.13.0 (PyPI), schema WIKIPEDIA.
# Question: is a name in NFD (й as и + U+0306, as macOS and some editors give it) read as the same?
# Guess: yes, Николай -> Nikolay in both forms.
# Behaviour: the breve is kept as a letter of its own, the rule for й and the ending -ий never
# apply; a stress mark (Ива́нов) is kept in the result too.
# Seen: Nikolaĭ (8 characters), Yuriĭ; Ivánov.
# Means: normalize to NFC and take stress marks away before transliterating names.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check iuliia==0.13.0
"$folder/venv/bin/python" - <<'PY'
import unicodedata

import iuliia


def latin(name):
    return iuliia.WIKIPEDIA.translate(name)


nfd = [latin(unicodedata.normalize("NFD", name)) for name in ("Николай", "Юрий")]
print(nfd, latin("Ива\u0301нов"))
assert [latin("Николай"), latin("Юрий")] == ["Nikolay", "Yury"]
assert nfd == ["Nikolai\u0306", "Yurii\u0306"]
assert latin("Ива\u0301нов") == "Iva\u0301nov"
PY
