#!/usr/bin/env bash
# soupsieve 4.1.3 (PyPI), which Beautiful Soup needs.
# Question: does a list of pinned packages made with Python 3.11 install with Python 3.11?
# Guess: yes: packages ask for a minor version (3.11), and patch releases are the same to them.
# Behaviour: soupsieve asks for 3.11.5 or newer. Debian 12 has 3.11.2; there pip says that no such
# version exists.
# Seen: for 3.11.5: downloaded; for 3.11.2: No matching distribution found for soupsieve==4.1.3.
# Means: constraints frozen on one machine fail on another with the "same" Python: resolve for the
# oldest patch release you support (uv pip compile --universal --python-version 3.11.0).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
fetch() { # fetch VERSION: what pip would take for this Python
  venv/bin/pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: \
    --python-version "$1" --dest wheels soupsieve==4.1.3 2>&1
}
fetch 3.11.5
ls wheels
test -f wheels/soupsieve-4.1.3-py3-none-any.whl
if said=$(fetch 3.11.2); then exit 1; fi
grep -o 'No matching distribution found for soupsieve==4.1.3' <<<"$said"
unzip -p wheels/soupsieve-4.1.3-py3-none-any.whl '*/METADATA' | grep -x 'Requires-Python: >=3.11.5'
