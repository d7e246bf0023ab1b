#!/usr/bin/env bash
# chrono-node 2.10.3 (npm), Russian and Ukrainian.
# Question: when is 'в 8 часов вечера' (at eight o'clock in the evening)?
# Guess: 20:00, as 'в 8 вечера' is.
# Behaviour: the word for hours between figure and part of the day gives two answers, 8:00 and
# 20:00; parse()[0], the usual way to take one, is the wrong one.
# Seen: [8, 20]; uk 'о 8 годині вечора' [8, 20]; without the word [20].
# Means: several answers for one phrase are a sign that it was not understood.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund chrono-node@2.10.3 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import * as chrono from 'chrono-node';

const noon = new Date(2026, 2, 18, 12);
const hours = (lang, text) => chrono[lang].parse(text, noon).map((r) => r.start.get('hour'));
const seen = [
  hours('ru', 'в 8 часов вечера'), hours('uk', 'о 8 годині вечора'), hours('ru', 'в 8 вечера'),
];
console.log(seen);
assert.deepEqual(seen, [[8, 20], [8, 20], [20]]);
JS
node ask.mjs
