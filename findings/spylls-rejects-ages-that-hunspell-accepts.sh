#!/usr/bin/env bash
# spylls 0.1.7 (PyPI), hunspell 1.7.1-1, hunspell-nl 2:2.20.19-2 and hunspell-ru 1:7.5.0-1 (Debian 12).
# Question: do spylls and hunspell agree on '10-jarige' and '19-летний' with the same dictionary?
# Guess: yes; spylls is a port made to follow hunspell, and both take figures alone as right.
# Behaviour: a figure with a hyphen and a known word is right for hunspell and wrong for spylls,
# though spylls knows each part.
# Seen: spylls 10-jarige False, 80-jarige False, 19-летний False, jarige True; hunspell -l: nothing.
# Means: every age in a Dutch or Russian article is a false alarm: check the parts instead.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dictionaries=/usr/share/hunspell
for name in nl_NL ru_RU; do test -e "$dictionaries/$name.dic"; done # apt-get install hunspell-nl hunspell-ru
wrong() { printf '%s\n' "$2" | LC_ALL=C.UTF-8 hunspell -i UTF-8 -d "$1" -l; }
test -z "$(wrong nl_NL '10-jarige 80-jarige')"
test -z "$(wrong ru_RU '19-летний')"
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check spylls==0.1.7
"$folder/venv/bin/python" - "$dictionaries" <<'PY'
import sys

from spylls.hunspell import Dictionary

nl, ru = (Dictionary.from_files(f"{sys.argv[1]}/{name}") for name in ("nl_NL", "ru_RU"))
seen = {word: nl.lookup(word) for word in ("10-jarige", "80-jarige", "jarige", "10")}
print(seen, ru.lookup("19-летний"))
assert seen == {"10-jarige": False, "80-jarige": False, "jarige": True, "10": True}
assert not ru.lookup("19-летний")
PY
