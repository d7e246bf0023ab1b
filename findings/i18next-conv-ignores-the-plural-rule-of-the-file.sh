#!/usr/bin/env bash
# i18next-conv 16.0.0 (npm), compatibilityJSON 'v4'.
# Question: which form does msgstr[0] of a Slovenian file become whose rule gives 0 for one?
# Guess: _one: the header Plural-Forms says so, and msginit writes this rule.
# Behaviour: a table of its own decides, with another order: msgstr[0] becomes _other, and the form
# for one comes from msgstr[1]. For Latvian three forms end in two keys: msgstr[1] is lost.
# Seen: sl {other: form0, one: form1, two: form2, few: form3}; lv {one: form0, zero: form2}.
# Means: every count is shown in a wrong form, without a warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund i18next-conv@16.0.0 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import {gettextToI18next} from 'i18next-conv';

const rules = {
  sl: '4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);',
  lv: '3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);',
};
const keys = async (lang) => {
  let po = `msgid ""\nmsgstr ""\n"Language: ${lang}\\n"\n"Plural-Forms: nplurals=${rules[lang]}\\n"\n`;
  po += '\nmsgid "day"\nmsgid_plural "days"\n';
  for (let i = 0; i < Number(rules[lang][0]); i++) po += `msgstr[${i}] "form${i}"\n`;
  return JSON.parse(await gettextToI18next(lang, Buffer.from(po), {compatibilityJSON: 'v4'}));
};
const sl = await keys('sl');
const lv = await keys('lv');
console.log(sl, lv);
assert.deepEqual(sl, {day_other: 'form0', day_one: 'form1', day_two: 'form2', day_few: 'form3'});
assert.deepEqual(lv, {day_one: 'form0', day_zero: 'form2'});
JS
node ask.mjs
