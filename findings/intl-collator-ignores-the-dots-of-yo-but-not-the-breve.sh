#!/usr/bin/env bash
# Intl.Collator of Node.js 20 (ICU 78, CLDR 48), sensitivity 'base'.
# Question: which Cyrillic letters with marks equal the bare ones when marks are to be ignored?
# Guess: none in the languages where they are letters of their own; all of them in English.
# Behaviour: й differs from и in every locale but sr; ё equals е in every one, Russian too; ґ and
# ї equal г and і everywhere but in Ukrainian.
# Seen: ru й/и 1, ё/е 0, ґ/г 0; uk ґ/г 1, ї/і 1; en й/и 1; sr й/и 0.
# Means: a search at 'base' finds ёж for 'еж' but not Сергей for 'Сергеи'; names with ґ or ї fall
# together with those in г and і wherever the locale is not Ukrainian.
set -euo pipefail
node -e '
const assert = require("node:assert");
const differ = (locale) => ["йи", "ёе", "ґг", "їі"]
  .map(([a, b]) => new Intl.Collator(locale, {sensitivity: "base"}).compare(a, b));
const seen = Object.fromEntries(["ru", "en", "uk", "sr"].map((name) => [name, differ(name)]));
console.log(seen, process.versions.icu);
assert.deepEqual(seen, {
  ru: [1, 0, 0, 0], en: [1, 0, 0, 0], uk: [1, 0, 1, 1], sr: [0, 0, 0, 0],
});'
