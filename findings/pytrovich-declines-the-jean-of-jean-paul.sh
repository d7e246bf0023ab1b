#!/usr/bin/env bash
# pytrovich 0.2.0 (PyPI).
# Question: is the first part of a French double name left as it is, as Russian grammar asks?
# Guess: Жан-Поля: the rules know compounds (Римского-Корсакова, Анны-Марии are right).
# Behaviour: every part is declined by itself.
# Seen: Жана-Поля, Жана-Жака, Жану-Клоду; Анны-Марии as expected.
# Means: first parts such as Жан- and Пьер- need a list; 'Жана-Поля' must not count as the only
# right form of the name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pytrovich==0.2.0
"$folder/venv/bin/python" - <<'PY'
from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

make = PetrovichDeclinationMaker().make
seen = [
    make(NamePart.FIRSTNAME, Gender.MALE, Case.GENITIVE, "Жан-Поль"),
    make(NamePart.FIRSTNAME, Gender.MALE, Case.GENITIVE, "Жан-Жак"),
    make(NamePart.FIRSTNAME, Gender.MALE, Case.DATIVE, "Жан-Клод"),
    make(NamePart.FIRSTNAME, Gender.FEMALE, Case.GENITIVE, "Анна-Мария"),
]
print(seen)
assert seen == ["Жана-Поля", "Жана-Жака", "Жану-Клоду", "Анны-Марии"]
PY
