#!/usr/bin/env bash
# chrono-node 2.10.3 (npm), German.
# Question: when is 'morgen früh'?
# Guess: tomorrow at six.
# Behaviour: two answers: tomorrow at noon, and Friday: 'fr' is taken for its abbreviation, because
# a letter with an umlaut ends a word. 'fröhlich' (merry) is a Friday too.
# Seen: morgen = 19 March; fr = 20 March (on Wednesday 18 March 2026).
# Means: word limits made of ASCII letters find days inside words; do not trust short matches.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund chrono-node@2.10.3 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import * as chrono from 'chrono-node';

const noon = new Date(2026, 2, 18, 12);
const days = (text) => chrono.de.parse(text, noon).map((r) => [r.text, r.start.get('day')]);
console.log(days('morgen früh'), days('fröhlich'));
assert.deepEqual(days('morgen früh'), [['morgen', 19], ['fr', 20]]);
assert.deepEqual(days('fröhlich'), [['fr', 20]]);
JS
node ask.mjs
