#!/usr/bin/env bash
# markdown-it-py 4.3.0 (PyPI) and markdown-it 15.0.3 (npm).
# Question: a table of 70 languages by 1200 messages has the first cell of each row only (the rest
# is to be filled in; GFM lets a row be short). Are all rows rows?
# Guess: yes: missing cells are empty ones.
# Behaviour: both add at most 65,536 missing cells to a table, and end it there: the rows that
# follow are one paragraph of raw bars.
# Seen: 949 of 1200 rows, then <p>|x| ...; with all bars written, 1200.
# Means: an overview that grows breaks in the middle without a warning: write the empty cells.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check markdown-it-py==4.3.0
venv/bin/python - <<'PY'
from markdown_it import MarkdownIt

reader = MarkdownIt("commonmark").enable("table")
head = "|" + "a|" * 70 + "\n|" + "-|" * 70 + "\n"
short = reader.render(head + "|x|\n" * 1200)
whole = reader.render(head + ("|x|" + "|" * 69 + "\n") * 1200)
print(short.count("<tr>") - 1, whole.count("<tr>") - 1)
assert short.count("<tr>") - 1 == 949
assert "<p>|x|\n|x|" in short
assert whole.count("<tr>") - 1 == 1200
PY
npm install --silent --no-audit --no-fund markdown-it@15.0.3 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import MarkdownIt from 'markdown-it';

const head = '|' + 'a|'.repeat(70) + '\n|' + '-|'.repeat(70) + '\n';
const seen = new MarkdownIt().render(head + '|x|\n'.repeat(1200));
assert.equal(seen.split('<tr>').length - 2, 949);
JS
node ask.mjs
