#!/usr/bin/env bash
# pofile 1.1.4 (npm).
# Question: is 'flags.fuzzy' set for '#, c-format, fuzzy'?
# Guess: yes, wherever the flag stands in the line.
# Behaviour: the line is cut at commas and the blanks are kept: the key is ' fuzzy'. GNU tools write
# fuzzy first, so it goes well; polib and editors that add the flag at the end do not.
# Seen: {'c-format': true, ' fuzzy': true}; flags.fuzzy undefined.
# Means: drafts are shipped as translations; write fuzzy first for readers of this kind.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund pofile@1.1.4 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import PO from 'pofile';

const read = (flags) => PO.parse(`msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#, ${flags}
msgid "%d dogs"
msgstr "%d honden"
`).items[0].flags;
console.log(read('c-format, fuzzy'), read('fuzzy, c-format'));
assert.deepEqual(Object.keys(read('c-format, fuzzy')), ['c-format', ' fuzzy']);
assert.equal(read('c-format, fuzzy').fuzzy, undefined);
assert.equal(read('fuzzy, c-format').fuzzy, true);
JS
node ask.mjs
