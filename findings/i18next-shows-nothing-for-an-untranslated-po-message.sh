#!/usr/bin/env bash
# i18next-conv 16.0.0 with i18next 26.7.2 (npm).
# Question: what does a page show for a message that is not yet translated, and for a fuzzy one?
# Guess: the source text for both, as gettext does.
# Behaviour: an empty msgstr is written as an empty text, which i18next shows as it is: nothing. A
# fuzzy message is written like any other. skipUntranslated helps against both.
# Seen: t('Save') ''; t('Open') 'Openen?' (fuzzy); with skipUntranslated 'Save' and 'Open'.
# Means: buttons without a label in every language that is not complete.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund i18next-conv@16.0.0 i18next@26.7.2 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import {gettextToI18next} from 'i18next-conv';
import i18next from 'i18next';

const po = `msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: nl\\n"

msgid "Save"
msgstr ""

#, fuzzy
msgid "Open"
msgstr "Openen?"
`;
const shown = async (options) => {
  const translation = JSON.parse(await gettextToI18next('nl', Buffer.from(po), options));
  const reader = i18next.createInstance();
  await reader.init({lng: 'nl', resources: {nl: {translation}}});
  return [reader.t('Save'), reader.t('Open')];
};
const plain = await shown({});
const skipped = await shown({skipUntranslated: true});
console.log(plain, skipped);
assert.deepEqual(plain, ['', 'Openen?']);
assert.deepEqual(skipped, ['Save', 'Open']);
JS
node ask.mjs
