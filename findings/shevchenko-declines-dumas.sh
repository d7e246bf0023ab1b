#!/usr/bin/env bash
# shevchenko 3.1.1 (npm), Ukrainian.
# Question: is the French surname Дюма left undeclined?
# Guess: yes; names in a stressed -а of French origin have one form in Ukrainian.
# Behaviour: it is declined like a Ukrainian surname in -а, and so is Золя.
# Seen: Дюми, Золі; the dative Дюмі.
# Means: rules of endings cannot know the origin: foreign surnames need a mark in the registry.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund shevchenko@3.1.1 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import shevchenko from 'shevchenko';

const gender = 'masculine';
const seen = [
  await shevchenko.inGenitive({gender, familyName: 'Дюма'}),
  await shevchenko.inGenitive({gender, familyName: 'Золя'}),
  await shevchenko.inDative({gender, familyName: 'Дюма'}),
].map((name) => name.familyName);
console.log(seen);
assert.deepEqual(seen, ['Дюми', 'Золі', 'Дюмі']);
JS
node ask.mjs
