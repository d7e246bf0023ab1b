#!/usr/bin/env bash
# mdit-py-plugins 0.7.0 with markdown-it-py 4.3.0 (PyPI), dollarmath_plugin as it comes.
# Question: is 'It costs $5 and $6.' left alone?
# Guess: yes: a closing dollar before a figure is no end of a formula (pandoc's rule).
# Behaviour: the words between two prices are a formula; so in 'US$5 or US$6'.
# Seen: <span class="math inline">5 and</span>6. With allow_digits=False the prices are text.
# Means: an article with two prices in a paragraph loses the words between them from the text to
# translate; switch the option off for prose.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
"$folder/venv/bin/python" - <<'PY'
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

text = "It costs $5 and $6."
seen = MarkdownIt("commonmark").use(dollarmath_plugin).render(text)
prose = MarkdownIt("commonmark").use(dollarmath_plugin, allow_digits=False).render(text)
print(seen, prose)
assert seen == '<p>It costs <span class="math inline">5 and</span>6.</p>\n'
assert prose == f"<p>{text}</p>\n"
PY
