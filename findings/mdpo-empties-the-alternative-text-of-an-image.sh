#!/usr/bin/env bash
# mdpo 2.1.4 (PyPI).
# Question: how does a picture with emphasis in its alternative text get through?
# Guess: as it is, like a link with emphasis, or with the emphasis dropped from the text.
# Behaviour: the words in emphasis are lost and their asterisks stand before the picture; the
# document made from the untouched catalog has them so.
# Seen: '![A *big* dog](dog.png)' -> '**![ dog](dog.png)'; the link stays right.
# Means: the source text changes in a round trip without any translation, and words are gone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mdpo==2.1.4
"$folder/venv/bin/python" - <<'PY'
import pathlib
import sys
import tempfile

from mdpo.md2po import markdown_to_pofile
from mdpo.po2md import pofile_to_markdown

folder = pathlib.Path(tempfile.mkdtemp(dir=sys.prefix))  # removed with it
page, catalog = folder / "a.md", folder / "a.po"
page.write_text("![A *big* dog](dog.png)\n\n[A *big* link](http://example.org)\n")
messages = markdown_to_pofile(str(page))
for message in messages:
    message.msgstr = message.msgid
messages.save(str(catalog))
seen = pofile_to_markdown(str(page), str(catalog))
print(seen)
assert seen.splitlines()[0] == "**![ dog](dog.png)"
assert seen.splitlines()[2] == "[A *big* link](http://example.org)"
PY
