#!/usr/bin/env bash
# lvovich 2.1.0 (npm), cityFrom() and cityIn().
# Question: what is the genitive of cities with a plural name, and of those with a fleeting vowel?
# Guess: из Афин, из Химок, из Великих Лук; из Ельца, из Торжка.
# Behaviour: plurals after к, ф, н get -ов, others stay as they are; the fleeting vowel stays.
# Seen: Афинов, Химков, Великих Луков; Сумы, Шахты; Елеца, Торжока, Череповеца.
# Means: a rule of endings cannot decline places: the forms have to come from a dictionary.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund lvovich@2.1.0 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import {cityFrom} from 'lvovich';

const cities = ['Афины', 'Химки', 'Великие Луки', 'Сумы', 'Шахты', 'Елец', 'Торжок', 'Череповец'];
const seen = cities.map((city) => cityFrom(city));
console.log(seen);
assert.deepEqual(seen, [
  'Афинов', 'Химков', 'Великих Луков', 'Сумы', 'Шахты', 'Елеца', 'Торжока', 'Череповеца',
]);
JS
node ask.mjs
