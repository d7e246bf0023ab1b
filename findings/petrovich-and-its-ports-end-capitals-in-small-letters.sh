#!/usr/bin/env bash
# pytrovich 0.2.0 (PyPI), petrovich 0.2.1 and lvovich 2.1.0 (npm).
# Question: how is a surname in capitals declined?
# Guess: ИВАНОВ -> ИВАНОВА; the rule is found, so its ending would take the case of the name.
# Behaviour: the rule is found, and its ending is put on in small letters, in all three.
# Seen: ИВАНОВа, ИВАНОВой; lvovich АННы ИВАНОВой.
# Means: headlines and name plates need the case of the letters restored after declining.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pytrovich==0.2.0
venv/bin/python - <<'PY'
from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

make = PetrovichDeclinationMaker().make
seen = make(NamePart.LASTNAME, Gender.MALE, Case.GENITIVE, "ИВАНОВ")
print(seen)
assert seen == "ИВАНОВа"
PY
npm install --silent --no-audit --no-fund petrovich@0.2.1 lvovich@2.1.0 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import petrovich from 'petrovich';
import {incline} from 'lvovich';

const man = petrovich({gender: 'male', last: 'ИВАНОВ'}, 'genitive').last;
const woman = incline({first: 'АННА', last: 'ИВАНОВА'}, 'genitive');
console.log(man, woman.first, woman.last);
assert.deepEqual([man, woman.first, woman.last], ['ИВАНОВа', 'АННы', 'ИВАНОВой']);
JS
node ask.mjs
