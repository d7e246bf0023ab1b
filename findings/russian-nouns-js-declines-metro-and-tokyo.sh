#!/usr/bin/env bash
# russian-nouns-js 2.3.0 (npm).
# Question: are the words that never change (метро, такси, радио, Токио) left alone?
# Guess: yes; the commonest of them are in any list, and -и, -ио, -е of loans show them.
# Behaviour: all are declined like native neuters unless the caller says indeclinable: true; Пётр
# keeps its ё.
# Seen: метра, такса, рада, Тока; Пётра; with indeclinable метро.
# Means: some results are other words (такса is a dachshund): only a dictionary can tell.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund russian-nouns-js@2.3.0 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import RussianNouns from 'russian-nouns-js';

const {Case, Engine, Gender} = RussianNouns;
const engine = new Engine();
const genitive = (text, gender, more = {}) =>
  engine.decline({text, gender, ...more}, Case.GENITIVE)[0];
const seen = ['метро', 'такси', 'радио', 'Токио'].map((word) => genitive(word, Gender.NEUTER));
seen.push(genitive('Пётр', Gender.MASCULINE, {animate: true}));
console.log(seen);
assert.deepEqual(seen, ['метра', 'такса', 'рада', 'Тока', 'Пётра']);
assert.equal(genitive('метро', Gender.NEUTER, {indeclinable: true}), 'метро');
JS
node ask.mjs
