#!/usr/bin/env bash
# lvovich 2.1.0 (npm).
# Question: are the women's given names in a soft consonant, first of all Любовь, known?
# Guess: yes: Любовь is one of the commonest; female, genitive Любови.
# Behaviour: no gender is found for them, and even with gender: 'female' the name is not declined;
# in a full name only the surname is.
# Seen: Любовь null, Руфь null, Эсфирь null; {first: 'Любовь', last: 'Петровой'}.
# Means: half of the name declined is worse than none: 'у Любовь Петровой' reaches the reader.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund lvovich@2.1.0 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import {getFirstnameGender, incline} from 'lvovich';

const genders = ['Любовь', 'Руфь', 'Эсфирь'].map((name) => getFirstnameGender(name));
const seen = [
  incline({first: 'Любовь', last: 'Петрова'}, 'genitive'),
  incline({first: 'Любовь', gender: 'female'}, 'genitive'),
];
console.log(genders, seen);
assert.deepEqual(genders, [null, null, null]);
assert.deepEqual(seen, [
  {gender: null, first: 'Любовь', last: 'Петровой'},
  {gender: null, first: 'Любовь'},
]);
JS
node ask.mjs
