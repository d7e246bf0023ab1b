#!/usr/bin/env bash
# fluent.runtime 0.4.0 (PyPI) and @fluent/bundle 0.19.1 (npm).
# Question: does NUMBER($n, type: "ordinal") choose by ordinals (1st, 2nd, 3rd), as Fluent's guide
# to selectors shows?
# Guess: yes, in both.
# Behaviour: in neither when the option stands in the message. JavaScript leaves it out without an
# error, Python reports a TypeError and goes on; both take the default variant. A program can pass
# FluentNumber(2, {type: "ordinal"}) in JavaScript, then it works.
# Seen: 2th in both; errors: none in JavaScript, one in Python.
# Means: translators cannot write ordinals by themselves; the program has to say so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >en.ftl <<'FTL'
place = { NUMBER($n, type: "ordinal") ->
    [one] 1st
    [two] 2nd
   *[other] 2th
}
bare = { $n ->
    [two] 2nd
   *[other] 2th
}
FTL
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fluent.runtime==0.4.0
venv/bin/python - <<'PY'
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

bundle = FluentBundle(["en"], use_isolating=False)
bundle.add_resource(FluentResource(Path("en.ftl").read_text()))
text, errors = bundle.format_pattern(bundle.get_message("place").value, {"n": 2})
print(text, errors)
assert text == "2th"
assert [type(error) for error in errors] == [TypeError]
PY
npm install --silent --no-audit --no-fund @fluent/bundle@0.19.1 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';

const bundle = new FluentBundle('en', { useIsolating: false });
bundle.addResource(new FluentResource(readFileSync('en.ftl', 'utf8')));
const say = (name, n) => {
  const errors = [];
  return [bundle.formatPattern(bundle.getMessage(name).value, { n }, errors), errors.length];
};
console.log(say('place', 2), say('bare', new FluentNumber(2, { type: 'ordinal' })));
assert.deepEqual(say('place', 2), ['2th', 0]);
assert.deepEqual(say('bare', new FluentNumber(2, { type: 'ordinal' })), ['2nd', 0]);
JS
node ask.mjs
