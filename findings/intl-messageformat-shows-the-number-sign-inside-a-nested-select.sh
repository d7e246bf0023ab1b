#!/usr/bin/env bash
# intl-messageformat 12.1.5 and @messageformat/core 3.4.1 (npm): ICU messages.
# Question: is # filled in inside a select that stands inside a plural (gender within a count)?
# Guess: yes in both; it is the usual way to write counts with gender.
# Behaviour: intl-messageformat prints the sign itself; the other library prints the number.
# Seen: 'vrouw #' and 'vrouw 3'.
# Means: write {n, number} instead of # wherever another argument stands between.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund intl-messageformat@12.1.5 @messageformat/core@3.4.1 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import {IntlMessageFormat} from 'intl-messageformat';
import MessageFormat from '@messageformat/core';

const text = '{n, plural, other {{g, select, f {vrouw #} other {x}}}}';
const values = {n: 3, g: 'f'};
const intl = new IntlMessageFormat(text, 'nl').format(values);
const core = new MessageFormat('nl').compile(text)(values);
console.log(intl, core);
assert.equal(intl, 'vrouw #');
assert.equal(core, 'vrouw 3');
JS
node ask.mjs
