#!/usr/bin/env bash
# written-number 0.11.1 (npm).
# Question: what does it do with a language it lacks, with 2.5 and with -5?
# Guess: an error for the language; 'two point five'; 'minus five'.
# Behaviour: English words for an unknown language, a decimal rounded to a whole number, and an
# empty string for a negative one. Nothing is thrown.
# Seen: nl 'eleven', de 'eleven'; 2.5 'three'; -5 ''.
# Means: a Dutch page gets an English word, and a temperature or price disappears from it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund written-number@0.11.1 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import words from 'written-number';

const seen = [words(11, {lang: 'nl'}), words(11, {lang: 'de'}), words(2.5), words(-5)];
console.log(seen);
assert.deepEqual(seen, ['eleven', 'eleven', 'three', '']);
JS
node ask.mjs
