#!/usr/bin/env bash
# markdown-it-py 4.3.0 (PyPI) and markdown-it 15.0.3 (npm), the original of the port.
# Question: is a no-break or ideographic space at the start of a paragraph text or indentation?
# Guess: text in both: CommonMark takes away only blanks and tabs.
# Behaviour: the port strips whatever Python counts as white space, at both ends, also in headings
# and table cells; the original keeps it. So the content of the token is shorter than the source.
# Seen: U+00A0, U+3000, U+2003 before 'a': '<p>a</p>'; markdown-it: '<p>U+00A0 a</p>'.
# Means: the indentation of Japanese paragraphs and set blanks vanish, and an offset that is
# computed from the content points to the wrong place.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check markdown-it-py==4.3.0
venv/bin/python - <<'PY'
from markdown_it import MarkdownIt

reader = MarkdownIt("commonmark")
for blank in "\u00a0\u3000\u2003":
    seen = reader.render(f"{blank}a")
    print(ascii(blank), ascii(seen), [t.content for t in reader.parse(f"# {blank}a") if t.content])
    assert seen == "<p>a</p>\n"
    assert reader.render(f"x\n{blank}a") == f"<p>x\n{blank}a</p>\n"  # kept inside a paragraph
PY
npm install --silent --no-audit --no-fund markdown-it@15.0.3 >npm.log 2>&1
cat >ask.mjs <<'JS'
import assert from 'node:assert';
import MarkdownIt from 'markdown-it';

for (const blank of '\u00a0\u3000') {
  assert.equal(new MarkdownIt().render(`${blank}a`), `<p>${blank}a</p>\n`);
}
JS
node ask.mjs
