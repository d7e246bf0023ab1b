#!/usr/bin/env bash
# intl-messageformat 12.1.5 and @messageformat/core 3.4.1 (npm): ICU messages.
# Question: how long is the date of {d, date} without a style?
# Guess: medium, as in ICU ('3 mrt 2026'), in both.
# Behaviour: intl-messageformat hands no options to Intl, whose default is figures only.
# Seen: nl '3-3-2026' and '3 mrt 2026'.
# Means: in British and American English the figures 3/11 and 11/3 cannot be told apart: say the
# style in the message ({d, date, medium}).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund intl-messageformat@12.1.5 @messageformat/core@3.4.1 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import {IntlMessageFormat} from 'intl-messageformat';
import MessageFormat from '@messageformat/core';

const d = new Date(2026, 2, 3);
const intl = new IntlMessageFormat('{d, date}', 'nl').format({d});
const core = new MessageFormat('nl').compile('{d, date}')({d});
const medium = new IntlMessageFormat('{d, date, medium}', 'nl').format({d});
console.log(intl, core, medium);
assert.deepEqual([intl, core, medium], ['3-3-2026', '3 mrt 2026', '3 mrt 2026']);
JS
node ask.mjs
