#!/usr/bin/env bash
# franc 6.2.0 (npm).
# Question: which language are a plain Russian, Bulgarian, Serbian and English sentence of ten words?
# Guess: rus, bul, srp, eng.
# Behaviour: the neighbour each time (187 languages are weighed by letter groups alone);
# Ukrainian and Dutch are right, and Russian is if only the languages of the project are offered.
# Seen: srp, mkd, bos, sco; ukr, nld.
# Means: hand it the languages of the project (only: [...]), or look for letters that a language
# lacks, before a message is called untranslated.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund franc@6.2.0 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import {franc} from 'franc';

const texts = {
  srp: 'Кошка сидит на коврике и смотрит на птиц на дереве.',
  mkd: 'Котката седи на килима и гледа птиците на дървото.',
  bos: 'Мачка седи на тепиху и гледа птице на дрвету.',
  sco: 'The cat sits on the mat and looks at the birds in the tree.',
  ukr: 'Кішка сидить на килимку і дивиться на птахів на дереві.',
  nld: 'De kat zit op de mat en kijkt naar de vogels in de boom.',
};
for (const [seen, text] of Object.entries(texts)) {
  console.log(franc(text), text);
  assert.equal(franc(text), seen);
}
assert.equal(franc(texts.srp, {only: ['rus', 'eng', 'nld']}), 'rus');
JS
node ask.mjs
