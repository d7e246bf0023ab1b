#!/usr/bin/env bash
# chrono-node 2.10.3 (npm), chrono.en.
# Question: which day is 3.11.2026? Americans write slashes; dots are used day first everywhere.
# Guess: 3 November.
# Behaviour: month first whatever the separator, unless the first figure cannot be a month.
# Seen: 3.11.2026 11 March, 25.12.2026 25 December; chrono.en.GB 3 November.
# Means: in one English list of dates some are swapped and some are not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund chrono-node@2.10.3 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import * as chrono from 'chrono-node';

const noon = new Date(2026, 2, 18, 12);
const date = (reader, text) => {
  const {start} = reader.parse(text, noon)[0];
  return `${start.get('day')}/${start.get('month')}`;
};
const seen = [
  date(chrono.en, '3.11.2026'), date(chrono.en, '25.12.2026'), date(chrono.en.GB, '3.11.2026'),
];
console.log(seen);
assert.deepEqual(seen, ['11/3', '25/12', '3/11']);
JS
node ask.mjs
