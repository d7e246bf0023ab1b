#!/usr/bin/env bash
# mdit-py-plugins 0.7.0 with markdown-it-py 4.3.0 (PyPI), deflist_plugin.
# Question: which lines of the source do the tokens of a definition list say they come from?
# Guess: a term its own line, a definition the lines from its colon on, as other blocks do.
# Behaviour: a term's map is empty (it ends on the line it begins on), and from the second term on
# a definition begins at the line of its term.
# Seen: 'A', ': x', '', 'B', ': y': terms [0, 0] and [3, 3], definitions [1, 3] and [3, 5].
# Means: who cuts texts out of the source by these lines gets no term at all, and the second term
# inside the definition: take the lines of the paragraphs, and of a term the line it begins on.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
"$folder/venv/bin/python" - <<'PY'
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

reader = MarkdownIt("commonmark").use(deflist_plugin)
tokens = reader.parse("A\n: x\n\nB\n: y\n")
terms = [token.map for token in tokens if token.type == "dt_open"]
meanings = [token.map for token in tokens if token.type == "dd_open"]
print(terms, meanings)
assert terms == [[0, 0], [3, 3]]
assert meanings == [[1, 3], [3, 5]]
assert [t.map for t in reader.parse("# A\n") if t.type == "heading_open"] == [[0, 1]]
PY
