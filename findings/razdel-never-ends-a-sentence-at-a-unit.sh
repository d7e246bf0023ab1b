#!/usr/bin/env bash
# razdel 0.5.0, pysbd 0.3.4 and sentencex 1.0.32 (PyPI), Russian.
# Question: where does 'Длина 5 см. Ширина 3 см.' and 'Это было в 1970 г. Потом он уехал.' end?
# Guess: two sentences each: the next word is no name and begins with a capital.
# Behaviour: all three take the stop for that of the abbreviation only, and give one sentence;
# razdel, made for Russian, does no better than the others.
# Seen: 1, 1, 1 for both texts.
# Means: in Russian, sentences that end in a unit or a year (г.) stick to the next one: a pair with
# one source sentence more than the target is no proof of a lost sentence.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check razdel==0.5.0 pysbd==0.3.4 sentencex==1.0.32
"$folder/venv/bin/python" - <<'PY'
import pysbd
import sentencex
from razdel import sentenize

readers = {
    "razdel": lambda text: list(sentenize(text)),
    "pysbd": pysbd.Segmenter(language="ru", clean=False).segment,
    "sentencex": lambda text: list(sentencex.segment("ru", text)),
}
for text in ("Длина 5 см. Ширина 3 см.", "Это было в 1970 г. Потом он уехал."):
    seen = {name: len(read(text)) for name, read in readers.items()}
    print(text, seen)
    assert seen == {"razdel": 1, "pysbd": 1, "sentencex": 1}
PY
