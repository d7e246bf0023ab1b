#!/usr/bin/env bash
# pymorphy3-dicts-ru 2.4.417150.4580142 and pymorphy3-dicts-uk 2.4.1.1.1663094765 (PyPI).
# Question: which licence does the metadata of a package name that holds little else than a
# dictionary made from OpenCorpora (CC BY-SA 3.0)?
# Guess: that of the dictionary, in the License field or in a file beside it.
# Behaviour: License and classifier say MIT, there is no licence file; only the last sentence of
# the description says that the data are CC BY-SA. The Ukrainian sister does it as guessed: GPLv3.
# Seen: 'MIT license', no file; the dictionary's own meta.json: source opencorpora.org.
# Means: lists of licences made from metadata let share-alike data pass as MIT: read what a package
# of data says of its data.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  pymorphy3-dicts-ru==2.4.417150.4580142 pymorphy3-dicts-uk==2.4.1.1.1663094765
"$folder/venv/bin/python" - <<'PY'
import json
from importlib.metadata import distribution
from pathlib import Path

import pymorphy3_dicts_ru

russian, ukrainian = distribution("pymorphy3-dicts-ru"), distribution("pymorphy3-dicts-uk")
print(russian.metadata["License"], "|", ukrainian.metadata["License"])
assert russian.metadata["License"] == "MIT license"
kinds = [kind for kind in russian.metadata.get_all("Classifier") if kind.startswith("License")]
assert kinds == ["License :: OSI Approved :: MIT License"]
assert ukrainian.metadata["License"] == "GPLv3 License"
assert not [file for file in russian.files if "licen" in str(file).lower()]
about = russian.metadata.get_payload()
print(about[about.index("License for Python code") :].strip())
assert "Creative Commons Attribution-Share Alike" in about
inside = dict(json.loads((Path(pymorphy3_dicts_ru.get_path()) / "meta.json").read_text()))
print(inside["source"], inside["source_lexemes_count"])
assert inside["source"] == "opencorpora.org"
PY
