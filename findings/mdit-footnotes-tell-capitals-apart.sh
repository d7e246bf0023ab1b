#!/usr/bin/env bash
# mdit-py-plugins 0.7.0 with markdown-it-py 4.3.0 (PyPI), footnote_plugin.
# Question: does [^A] refer to the note [^a]: ...? Labels of links ([A] and [a]) are the same.
# Guess: yes, as with link labels.
# Behaviour: footnote labels are compared letter for letter; the reference stays as plain text and
# the note, having no reference, is left out of the page.
# Seen: <p>x[^A]</p> and nothing else.
# Means: capitals changed by a translator (or an editor) in a label delete a note silently.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0 mdit-py-plugins==0.7.0
"$folder/venv/bin/python" - <<'PY'
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

reader = MarkdownIt("commonmark").use(footnote_plugin)
seen = reader.render("x[^A]\n\n[^a]: The note.")
print(seen)
assert seen == "<p>x[^A]</p>\n"
assert "The note." in reader.render("x[^a]\n\n[^a]: The note.")
assert reader.render("[x][A]\n\n[a]: /u") == '<p><a href="/u">x</a></p>\n'
PY
