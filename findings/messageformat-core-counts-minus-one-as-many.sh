#!/usr/bin/env bash
# @messageformat/core 3.4.1 (npm) beside Intl.PluralRules of Node.js 20.
# Question: which plural has -1, as in a temperature?
# Guess: one; CLDR's rules look at the absolute value, and Intl says one.
# Behaviour: in Dutch, English and German the sign is not taken off and -1 is 'other'; in Russian
# it is one, in the same library.
# Seen: other, other, other, one (nl, en, de, ru); Intl: one for all four.
# Means: frost of one degree is in the wrong form in some languages and right in others.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @messageformat/core@3.4.1 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import MessageFormat from '@messageformat/core';

const langs = ['nl', 'en', 'de', 'ru'];
const core = langs.map((lang) =>
  new MessageFormat(lang).compile('{n, plural, one {one} other {other}}')({n: -1}));
const intl = langs.map((lang) => new Intl.PluralRules(lang).select(-1));
console.log(core, intl);
assert.deepEqual(core, ['other', 'other', 'other', 'one']);
assert.deepEqual(intl, ['one', 'one', 'one', 'one']);
JS
node ask.mjs
