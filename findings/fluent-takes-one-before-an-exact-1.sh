#!/usr/bin/env bash
# @fluent/bundle 0.19.1 beside @messageformat/core 3.4.1 (npm).
# Question: which variant has 1 when both [one] and [1] are given?
# Guess: the exact figure, wherever it stands, as =1 in ICU messages.
# Behaviour: the first that fits, in the order written: [one] before [1] hides it.
# Seen: Fluent 'een', ICU 'precies'; with [1] first Fluent gives 'precies'.
# Means: converting messages between the two, or sorting variants, changes the text for 1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @fluent/bundle@0.19.1 @messageformat/core@3.4.1 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import {FluentBundle, FluentResource} from '@fluent/bundle';
import MessageFormat from '@messageformat/core';

const fluent = (variants) => {
  const bundle = new FluentBundle('nl', {useIsolating: false});
  bundle.addResource(new FluentResource(`a = { $n ->\n ${variants}\n *[other] meer\n }`));
  return bundle.formatPattern(bundle.getMessage('a').value, {n: 1});
};
const icu = new MessageFormat('nl')
  .compile('{n, plural, one {een} =1 {precies} other {meer}}')({n: 1});
const seen = [fluent('[one] een\n [1] precies'), fluent('[1] precies\n [one] een'), icu];
console.log(seen);
assert.deepEqual(seen, ['een', 'precies', 'precies']);
JS
node ask.mjs
