#!/usr/bin/env bash
# gettext-parser 10.0.0 (npm).
# Question: is "\x41" or "\101" in a PO string read as msgfmt reads it?
# Guess: yes, as A; PO strings are C strings, and msgcat turns both into A.
# Behaviour: the backslash is dropped and the digits stay as text; written back, they stay so.
# Seen: msgid "a\x41\101" -> ax41101.
# Means: the key no longer equals that of the program, and its translation is never found.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund gettext-parser@10.0.0 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import gettext from 'gettext-parser';

const po = String.raw`msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "a\x41\101"
msgstr "b\x41\101"
`;
const read = gettext.po.parse(po).translations[''];
const seen = Object.keys(read).filter(Boolean);
console.log(seen, gettext.po.compile(gettext.po.parse(po)).toString());
assert.deepEqual(seen, ['ax41101']);
assert.deepEqual(read.ax41101.msgstr, ['bx41101']);
JS
node ask.mjs
