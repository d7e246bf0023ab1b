#!/usr/bin/env bash
# mdit-py-plugins 0.7.0 with markdown-it-py 4.3.0 (PyPI); markdown-it-footnote 4.0.0 (npm).
# Question: a page has two notes with the same label. Which one is shown?
# Guess: the first, as with the targets of links in the same parser (CommonMark says so).
# Behaviour: the last; the first one is left out of the page without a word. The original does it, too.
# Seen: [^a] shows Second.; the link [b] goes to /first.
# Means: joining pages, or a note pasted twice by a translator, exchanges the note of an earlier
# reference: compare labels before joining.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
venv/bin/python - <<'PY'
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

reader = MarkdownIt("commonmark").use(footnote_plugin)
notes = reader.render("x[^a]\n\n[^a]: First.\n\n[^a]: Second.")
print(notes)
assert "Second." in notes
assert "First." not in notes
links = reader.render("[b]\n\n[b]: /first\n\n[b]: /second")
print(links)
assert "/first" in links
PY
npm install --silent --no-audit --no-fund markdown-it@15.0.3 markdown-it-footnote@4.0.0 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';

const seen = new MarkdownIt().use(footnote).render('x[^a]\n\n[^a]: First.\n\n[^a]: Second.');
assert.ok(seen.includes('Second.') && !seen.includes('First.'));
JS
node ask.mjs
