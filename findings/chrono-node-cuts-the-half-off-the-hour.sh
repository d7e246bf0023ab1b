#!/usr/bin/env bash
# chrono-node 2.10.3 (npm).
# Question: what does each language make of half past eight in its own words?
# Guess: 8:30; at worst no answer, as for half negen, halb neun and half past eight.
# Behaviour: where the language says the hour first, the full hour is the answer, marked certain
# to the minute; the half, or the minutes in words, are left out of the match.
# Seen: fr 'à 8 heures et demie' 8:00; es 'a las 8 y media' 8:00; it, pt, ru likewise;
# de 'um 8 Uhr 30' 8:00.
# Means: an answer of chrono may be half an hour wrong: compare the text matched with the text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund chrono-node@2.10.3 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import * as chrono from 'chrono-node';

const noon = new Date(2026, 2, 18, 12);
const clock = (lang, text) => chrono[lang].parse(text, noon)
  .map(({start}) => `${start.get('hour')}:${start.get('minute')} ${start.isCertain('minute')}`);
const full = {
  fr: 'à 8 heures et demie', es: 'a las 8 y media', it: 'alle 8 e mezza',
  pt: 'às 8 e meia', ru: 'в 8 с половиной', de: 'um 8 Uhr 30',
};
for (const [lang, text] of Object.entries(full)) {
  console.log(text, clock(lang, text));
  assert.deepEqual(clock(lang, text), ['8:0 true'], text);
}
for (const [lang, text] of [['nl', 'om half negen'], ['de', 'um halb neun'], ['en', 'half past 8']]) {
  assert.deepEqual(clock(lang, text), [], text);
}
JS
node ask.mjs
