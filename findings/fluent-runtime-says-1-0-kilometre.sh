#!/usr/bin/env bash
# fluent.runtime 0.4.0 (PyPI) and @fluent/bundle 0.19.1 (npm).
# Question: which variant has NUMBER($n, minimumFractionDigits: 1) for 1, shown as 1.0, in English?
# Guess: other in both: in CLDR a figure that shows decimals is not one, and that is why Fluent
# wants the same options in front of the variants as in the text.
# Behaviour: in Python the digits asked for count for the writing only, and the variant is that of
# the bare value; in JavaScript both go together.
# Seen: Python '1.0 kilometre', JavaScript '1.0 kilometres'; a Decimal('1.0') is other in Python, too.
# Means: one file of messages says two things in two programs: hand Decimals over in Python.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >en.ftl <<'FTL'
far = { NUMBER($n, minimumFractionDigits: 1) } { NUMBER($n, minimumFractionDigits: 1) ->
    [one] kilometre
   *[other] kilometres
}
bare = { $n ->
    [one] kilometre
   *[other] kilometres
}
FTL
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fluent.runtime==0.4.0
venv/bin/python - <<'PY'
from decimal import Decimal
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

bundle = FluentBundle(["en"], use_isolating=False)
bundle.add_resource(FluentResource(Path("en.ftl").read_text()))


def say(name: str, n: object) -> str:
    """Return the message with this number; errors end the script."""
    text, errors = bundle.format_pattern(bundle.get_message(name).value, {"n": n})
    assert not errors
    return text


print(say("far", 1), "|", say("bare", 1.0), "|", say("bare", Decimal("1.0")))
assert say("far", 1) == "1.0 kilometre"
assert say("bare", Decimal("1.0")) == "kilometres"
PY
npm install --silent --no-audit --no-fund @fluent/bundle@0.19.1 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';

const bundle = new FluentBundle('en', { useIsolating: false });
bundle.addResource(new FluentResource(readFileSync('en.ftl', 'utf8')));
const seen = bundle.formatPattern(bundle.getMessage('far').value, { n: 1 });
console.log(seen);
assert.equal(seen, '1.0 kilometres');
JS
node ask.mjs
