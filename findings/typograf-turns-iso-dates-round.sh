#!/usr/bin/env bash
# typograf 7.8.0 (npm), locale ru as it comes.
# Question: what does a tool for quotation marks and blanks do with 2026-03-05?
# Guess: nothing; at most a no-break hyphen: the figures of a text are none of its business.
# Behaviour: it writes 05.03.2026, also inside names of files, versions, times and Markdown code;
# in a URL and in <code> it does not. A thirteenth month is turned round as well.
# Seen: 'Файл 05.03.2026.txt', '05.03.2026T12:00', '`05.03.2026`', 2026-13-05 -> 05.13.2026.
# Means: run over translations it breaks placeholders and facts; disable ru/date/fromISO.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund typograf@7.8.0 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import Typograf from 'typograf';

const typograf = new Typograf({locale: ['ru']});
const asked = ['Файл 2026-03-05.txt', '2026-03-05T12:00', '`2026-03-05`', '2026-13-05'];
const seen = asked.map((text) => typograf.execute(text));
console.log(seen);
assert.deepEqual(seen, ['Файл 05.03.2026.txt', '05.03.2026T12:00', '`05.03.2026`', '05.13.2026']);
const off = new Typograf({locale: ['ru'], disableRule: 'ru/date/fromISO'});
assert.equal(off.execute(asked[0]), asked[0]);
JS
node ask.mjs
