#!/usr/bin/env bash
# mdpo 2.1.4 and translate-toolkit 3.20.4 (PyPI).
# Question: can both be installed side by side? Both are tools for Markdown and PO.
# Guess: yes; package names and module names differ, and pip would complain of files it overwrites.
# Behaviour: both own the commands md2po and po2md. pip replaces the one by the other without a
# word, and removing either removes the command of both.
# Seen: md2po runs mdpo after 'pip install translate-toolkit mdpo'; after 'pip uninstall mdpo' there
# is no md2po, though translate-toolkit is still installed.
# Means: call them as python -m in scripts, or keep each in an environment of its own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check translate-toolkit==3.20.4
grep -q 'translate.convert' venv/bin/md2po
venv/bin/pip install --quiet --disable-pip-version-check mdpo==2.1.4 2>log
grep 'import main' venv/bin/md2po
grep -q 'mdpo.md2po' venv/bin/md2po
venv/bin/pip uninstall --quiet --yes mdpo
test ! -e venv/bin/md2po
venv/bin/pip list --disable-pip-version-check 2>log | grep translate-toolkit
