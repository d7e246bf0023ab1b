#!/usr/bin/env bash
# i18next-conv 16.0.0 with i18next 26.7.2 (npm), the newest of both.
# Question: does i18next find the plurals of a PO file that its own converter turned into JSON?
# Guess: yes: day_one, day_few, day_many.
# Behaviour: the converter writes the suffixes of an old format (_0, _1, _2) unless it is told
# compatibilityJSON 'v4'; i18next then gives back the key. With v4 Russian lacks _other, which
# decimals need (CLDR has four forms, gettext three): 1.5 gives the key again.
# Seen: t('day', {count: 5}) 'day'; with v4 '5 дней', and 'day' for 1.5.
# Means: the reader sees the English key; say v4, and make _other from the genitive singular.
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
"Language: ru\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "day"
msgid_plural "days"
msgstr[0] "{{count}} день"
msgstr[1] "{{count}} дня"
msgstr[2] "{{count}} дней"
`;
const said = async (options) => {
  const translation = JSON.parse(await gettextToI18next('ru', Buffer.from(po), options));
  const reader = i18next.createInstance();
  await reader.init({lng: 'ru', resources: {ru: {translation}}});
  return [Object.keys(translation), reader.t('day', {count: 5}), reader.t('day', {count: 1.5})];
};
const old = await said({});
const v4 = await said({compatibilityJSON: 'v4'});
console.log(old, v4);
assert.deepEqual(old, [['day_0', 'day_1', 'day_2'], 'day', 'day']);
assert.deepEqual(v4, [['day_one', 'day_few', 'day_many'], '5 дней', 'day']);
JS
node ask.mjs
