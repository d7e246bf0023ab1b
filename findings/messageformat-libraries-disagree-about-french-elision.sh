#!/usr/bin/env bash
# intl-messageformat 12.1.5 and @messageformat/core 3.4.1 (npm): ICU messages.
# Question: what does "l'{name}" give, with the apostrophe right before the placeholder?
# Guess: l'Ourse in both: one apostrophe in a word is text, or else the same quoting in both.
# Behaviour: intl-messageformat takes '{ for the start of a quotation, as ICU does, and shows the
# placeholder (in a plural, d'# swallows the closing brace: SyntaxError). The other library
# fills the placeholder in.
# Seen: 'l{name}' and "l'Ourse"; SyntaxError and "plus d'5".
# Means: French, Italian and Dutch ('{n}) need ’ or '' before a placeholder to mean the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund intl-messageformat@12.1.5 @messageformat/core@3.4.1 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import {IntlMessageFormat} from 'intl-messageformat';
import MessageFormat from '@messageformat/core';

const intl = (text, values) => new IntlMessageFormat(text, 'fr').format(values);
const core = (text, values) => new MessageFormat('fr').compile(text)(values);
const name = {name: 'Ourse'};
console.log(intl("l'{name}", name), core("l'{name}", name));
assert.equal(intl("l'{name}", name), 'l{name}');
assert.equal(core("l'{name}", name), "l'Ourse");
assert.equal(intl('l’{name}', name), core('l’{name}', name));
const plural = "{n, plural, other {plus d'#}}";
assert.throws(() => intl(plural, {n: 5}), SyntaxError);
assert.equal(core(plural, {n: 5}), "plus d'5");
JS
node ask.mjs
