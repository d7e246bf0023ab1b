#!/usr/bin/env bash
# chrono-node 2.10.3 (npm).
# Question: are 'the day before yesterday' and 'the day after tomorrow' one word in each language?
# Guess: yes: German and Russian read them, so Dutch and French do.
# Behaviour: French finds 'hier' (yesterday) inside 'avant-hier'; Dutch finds nothing at all.
# Seen: fr avant-hier 17 March; nl eergisteren, overmorgen none; de vorgestern, ru позавчера
# 16 March (on 18 March 2026).
# Means: one and the same day comes out as two different dates in two languages.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund chrono-node@2.10.3 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import * as chrono from 'chrono-node';

const noon = new Date(2026, 2, 18, 12);
const days = (lang, text) => chrono[lang].parse(text, noon).map((r) => r.start.get('day'));
const seen = {
  fr: days('fr', 'avant-hier'), de: days('de', 'vorgestern'), ru: days('ru', 'позавчера'),
  nl: [days('nl', 'eergisteren'), days('nl', 'overmorgen')],
};
console.log(seen);
assert.deepEqual(seen, {fr: [17], de: [16], ru: [16], nl: [[], []]});
JS
node ask.mjs
