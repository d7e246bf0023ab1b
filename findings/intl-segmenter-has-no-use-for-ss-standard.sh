#!/usr/bin/env bash
# Intl.Segmenter of Node.js 20 (ICU 78, CLDR 48).
# Question: does the locale extension -u-ss-standard keep 'Mr. Smith came.' one sentence?
# Guess: yes: CLDR has lists of abbreviations for it, and ICU's own break iterator honours it.
# Behaviour: it is taken without complaint and has no effect, in English and German alike.
# Seen: 2 sentences with and without it; the locale in use is reported without the extension.
# Means: sentences cut by a browser break after every title; do not align segments by them.
set -euo pipefail
node -e '
const assert = require("node:assert");
const count = (locale, text) =>
  [...new Intl.Segmenter(locale, {granularity: "sentence"}).segment(text)].length;
const seen = [
  count("en", "Mr. Smith came."), count("en-u-ss-standard", "Mr. Smith came."),
  count("de-u-ss-standard", "Prof. Ernst kam."),
];
const used = new Intl.Segmenter("en-u-ss-standard", {granularity: "sentence"}).resolvedOptions();
console.log(seen, used.locale, process.versions.icu);
assert.deepEqual(seen, [2, 2, 2]);
assert.equal(used.locale, "en");'
