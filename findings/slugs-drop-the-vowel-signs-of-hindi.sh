#!/usr/bin/env bash
# mdit-py-plugins 0.7.0 with markdown-it-py 4.3.0, Markdown 3.10 (PyPI); github-slugger 2.0.0 (npm).
# Question: which anchor does the heading हिन्दी (Hindi) get from slug functions made for any script?
# Guess: हिन्दी: both say they keep the letters of every language, and GitHub keeps the word.
# Behaviour: both take out what \\w of Python does not match, and vowel signs are marks, not letters:
# the word loses them. Two headings that differ in vowels only get one anchor and a number.
# Seen: हनद from anchors_plugin and slugify_unicode, हिन्दी from GitHub's; काला and कल: कल, कल-1.
# Means: anchors of Hindi, Tamil and Thai pages are not readable and links set for GitHub are dead:
# hand over a slug function that keeps marks (categories Mn and Mc).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  markdown-it-py==4.3.0 mdit-py-plugins==0.7.0 markdown==3.10
venv/bin/python - <<'PY'
import re

from markdown.extensions.toc import slugify_unicode
from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin

reader = MarkdownIt("commonmark").use(anchors_plugin)
seen = re.findall('id="(.*)"', reader.render("# हिन्दी\n# कल\n# काला\n# Привет\n"))
print(seen, slugify_unicode("हिन्दी", "-"))
assert seen == ["हनद", "कल", "कल-1", "привет"]
assert slugify_unicode("हिन्दी", "-") == "हनद"
PY
npm install --silent --no-audit --no-fund github-slugger@2.0.0 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import { slug } from 'github-slugger';

assert.equal(slug('हिन्दी'), 'हिन्दी');
JS
node ask.mjs
