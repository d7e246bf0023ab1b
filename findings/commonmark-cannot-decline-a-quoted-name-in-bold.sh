#!/usr/bin/env bash
# markdown-it-py 4.3.0 (PyPI); commonmark 0.31.2 and markdown-it 15.0.3 (npm) do the same.
# Question: can a case ending follow a quoted name in bold: **«Союз»**а (of the Soyuz)?
# Guess: yes: with two asterisks there is nothing else they could be (**Союз**а works).
# Behaviour: asterisks between a punctuation mark and a letter only open emphasis, they cannot
# close it: both pairs stay as asterisks on the page. A blank, hyphen or apostrophe after it helps.
# Seen: <p>**«Союз»**а</p>; '**Sojoez (MS)**s' likewise; **«Союз»**-а and **Союз**а are bold.
# Means: a translation with the same markup as its source can show raw asterisks, because the
# language has endings: render translations before comparing markup.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0
"$folder/venv/bin/python" - <<'PY'
from markdown_it import MarkdownIt

render = MarkdownIt("commonmark").render
for text in ("**«Союз»**а", "*«Союз»*а", "__«Союз»__а", "**Sojoez (MS)**s"):
    print(render(text).strip())
    assert render(text) == f"<p>{text}</p>\n"
assert render("**Союз**а") == "<p><strong>Союз</strong>а</p>\n"
assert render("**«Союз»**-а") == "<p><strong>«Союз»</strong>-а</p>\n"
PY
