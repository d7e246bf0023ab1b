#!/usr/bin/env bash
# pymorphy3 2.0.6 with pymorphy3-dicts-uk 2.4.1.1.1663094765 (PyPI).
# Question: is п’ять (five), with the apostrophe as it is printed (U+2019), the word п'ять?
# Guess: yes: the apostrophe is a sign of Ukrainian orthography, and texts have it in three shapes.
# Behaviour: only U+0027 is in the dictionary; with U+2019 or U+02BC the word is unknown and is
# guessed by its ending: the numeral five becomes a masculine noun with a plural.
# Seen: п'ять NUMR, п’ять NOUN,inan masc, forms п’ятя, п’ятеві.
# Means: well-set texts and names (Лук’янов) are analysed wrongly without a warning: put U+0027 in
# before asking, and the old sign back afterwards.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  pymorphy3==2.0.6 pymorphy3-dicts-uk==2.4.1.1.1663094765 setuptools==65.5.0
"$folder/venv/bin/python" - <<'PY'
import pymorphy3

words = pymorphy3.MorphAnalyzer(lang="uk")
for apostrophe in "'\u2019\u02bc":
    for word in ("п{}ять", "м{}яч", "Лук{}янов"):
        word = word.format(apostrophe)
        print(word, words.word_is_known(word), words.parse(word)[0].tag)
        assert words.word_is_known(word) == (apostrophe == "'")
assert words.parse("п'ять")[0].tag.POS == "NUMR"
five = words.parse("п’ять")[0]
assert five.tag.POS == "NOUN"
assert "п’ятя" in [form.word for form in five.lexeme]
PY
