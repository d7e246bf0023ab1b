#!/usr/bin/env bash
# lvovich 2.1.0 (npm), incline().
# Question: is a man's surname declined when gender: 'male' is passed?
# Guess: yes, the gender given decides: Ким -> Кима, Мельник -> Мельника.
# Behaviour: the gender is guessed again from the names and the one passed is overwritten; a
# surname that women bear too then stays undeclined. inclineLastname() does take the gender.
# Seen: incline {last: 'Мельник', gender: 'androgynous'}; inclineLastname Мельника.
# Means: surname alone, the usual case in news, comes out in the nominative in every case.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund lvovich@2.1.0 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import {incline, inclineLastname} from 'lvovich';

for (const [last, right] of [['Ким', 'Кима'], ['Мельник', 'Мельника'], ['Коваль', 'Коваля']]) {
  const seen = incline({last, gender: 'male'}, 'genitive');
  console.log(seen, inclineLastname(last, 'genitive', 'male'));
  assert.deepEqual(seen, {gender: 'androgynous', last});
  assert.equal(inclineLastname(last, 'genitive', 'male'), right);
}
JS
node ask.mjs
