#!/usr/bin/env bash
# number-to-words 1.2.4 (npm).
# Question: is the grouped figure '12,500' read as twelve thousand five hundred?
# Guess: yes, or an error; it groups its own output with commas ('one thousand, two hundred ...').
# Behaviour: reading ends at the separator; decimals are cut off. Nothing is thrown.
# Seen: '12,500' -> twelve, 12th; '2 000' -> two; 2.9 -> two.
# Means: a figure taken from text has to be parsed by its locale first; the words then are wrong
# by a factor of a thousand without a sign of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund number-to-words@1.2.4 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import n from 'number-to-words';

const seen = [n.toWords('12,500'), n.toOrdinal('12,500'), n.toWords('2 000'), n.toWords(2.9)];
console.log(seen);
assert.deepEqual(seen, ['twelve', '12th', 'two', 'two']);
JS
node ask.mjs
