#!/usr/bin/env bash
# Sphinx 9.0.4 (PyPI), builder gettext.
# Question: does the text of '.. |city| replace:: The Hague' get into the catalog?
# Guess: yes, as a message of its own: it is text that readers see.
# Behaviour: the paragraph that uses it is a message with |city| in it, the text is in none; so too
# for rst_epilog. The alternative text of a picture is extracted.
# Seen: msgid "Welcome to |city| on |river|."; no 'The Hague', no 'Meuse'.
# Means: names put into substitutions stay in the source language in every translation.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sphinx==9.0.4
"$folder/venv/bin/python" - <<'PY'
import pathlib
import sys

from sphinx.cmd.build import build_main

doc = pathlib.Path(sys.prefix) / "doc"
doc.mkdir()
(doc / "conf.py").write_text('project = "x"\nrst_epilog = ".. |river| replace:: the Meuse"\n')
(doc / "index.rst").write_text("""Title
=====

Welcome to |city| on |river|.

.. |city| replace:: The Hague
""")
assert build_main(["-q", "-b", "gettext", str(doc), str(doc / "out")]) == 0
catalog = (doc / "out" / "index.pot").read_text()
print([line for line in catalog.splitlines() if line.startswith("msgid")])
assert 'msgid "Welcome to |city| on |river|."' in catalog
assert "The Hague" not in catalog and "Meuse" not in catalog
PY
