#!/usr/bin/env bash
# Babel 2.18.0 (PyPI; 2.19.0 is right), Locale.months, in a process that works in more than one language.
# Question: do the month names of a language depend on which language was asked for before it?
# Guess: no; each Locale holds its own data.
# Behaviour: a language whose stand-alone names CLDR takes from its format names (Hebrew, Arabic, Hindi) has them from
# whichever language asked first: the answer replaces the alias in data that all languages share.
# The format names stay right. A new process is right again.
# Seen: Hebrew alone has ינואר; after Japanese it has 1月; Japanese after Hebrew has ינואר.
# Means: read 'format' names, or each language in a process of its own; do not trust 'stand-alone' in a server
# before 2.19.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0
cat > "$folder/months.py" <<'PY'
import sys

from babel import Locale

print(*(Locale.parse(tag).months["stand-alone"]["wide"][1] for tag in sys.argv[1:]))
PY
ask() { "$folder/venv/bin/python" "$folder/months.py" "$@"; }
seen="$(ask he) | $(ask ja he) | $(ask he ja) | $(ask de he)"
echo "$seen"
test "$seen" = "ינואר | 1月 1月 | ינואר ינואר | Januar ינואר"
