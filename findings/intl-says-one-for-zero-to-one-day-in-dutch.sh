#!/usr/bin/env bash
# Intl.PluralRules of Node.js 20 (ICU 78, CLDR 48).
# Question: which plural does a range take: '0–1 dag' or '0–1 dagen'?
# Guess: the same in English and Dutch, whose plural rules are the same (one, other).
# Behaviour: CLDR has rules of their own for ranges, and they differ: 0–1 is 'one' in Dutch,
# German, French, Italian and Danish, 'other' in English, Spanish and Swedish.
# Seen: nl one, de one, en other, sv other; ru 5–21 one, pl 5–21 many.
# Means: the plural of a range must be asked with selectRange(); gettext has no way to say it.
set -euo pipefail
node -e '
const assert = require("node:assert");
const range = (locale, a, b) => new Intl.PluralRules(locale).selectRange(a, b);
const seen = Object.fromEntries(["nl", "de", "en", "sv"].map((name) => [name, range(name, 0, 1)]));
console.log(seen, range("ru", 5, 21), range("pl", 5, 21), process.versions.icu);
assert.deepEqual(seen, {nl: "one", de: "one", en: "other", sv: "other"});
assert.deepEqual([range("ru", 5, 21), range("pl", 5, 21)], ["one", "many"]);'
