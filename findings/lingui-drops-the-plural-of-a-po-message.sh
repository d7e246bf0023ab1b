#!/usr/bin/env bash
# @lingui/format-po 5.9.5 (npm).
# Question: does a PO message with msgid_plural survive reading and writing?
# Guess: yes: untouched messages come out as they went in, though Lingui has plurals of its own.
# Behaviour: msgid_plural and all forms but the first are dropped, without a warning.
# Seen: msgid "%d day" / msgstr "%d dag" and nothing more.
# Means: a catalog shared with a gettext program loses its plurals when Lingui writes it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @lingui/format-po@5.9.5 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import {formatter} from '@lingui/format-po';

const po = `msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: nl\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "%d day"
msgid_plural "%d days"
msgstr[0] "%d dag"
msgstr[1] "%d dagen"
`;
const context = {locale: 'nl', sourceLocale: 'en', filename: 'nl.po', existing: null};
const format = formatter();
const written = await format.serialize(await format.parse(po, context), context);
const seen = written.split('\n\n').slice(1).join('\n\n');
console.log(seen);
assert.equal(seen, 'msgid "%d day"\nmsgstr "%d dag"\n');
JS
node ask.mjs
