#!/usr/bin/env bash
# Babel 2.18.0 and 2.19.0 (PyPI): pybabel init.
# Question: do new catalogs get the Plural-Forms that older ones of the language have?
# Guess: yes: the customary headers of gettext, as 2.18 writes them and msginit and Weblate do.
# Behaviour: since 2.19 they are made from CLDR's rules. French, Italian and Spanish have a third
# form for millions; in Latvian msgstr[0] was that of 1, 21, 31 and is that of 0, 10 to 20 now.
# An existing header is kept by pybabel update, so both meanings live side by side.
# Seen: fr 2 -> 3 forms; lv n=1 form 0 -> 1; ru the same forms, written differently.
# Means: a memory or a compendium shared by such catalogs puts forms in the wrong place: compare
# headers by what they compute before taking plural translations over.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >a.pot <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "day"
msgid_plural "days"
msgstr[0] ""
msgstr[1] ""
PO
cat >ask.py <<'PY'
import gettext
import sys

from babel.messages.pofile import read_po

for name in ("fr", "lv", "ru"):
    with open(f"{sys.argv[1]}-{name}.po", "rb") as file:
        catalog = read_po(file)
    form = gettext.c2py(catalog.plural_expr)
    print(name, catalog.num_plurals, [form(n) for n in (0, 1, 2, 5, 11, 21)])
PY
for version in 2.18.0 2.19.0; do
  python3 -m venv "$version"
  "$version/bin/pip" install --quiet --disable-pip-version-check babel==$version
  for name in fr lv ru; do
    "$version/bin/pybabel" --quiet init -i a.pot -l $name -o $version-$name.po
  done
  "$version/bin/python" ask.py $version | tee $version.txt
done
test "$(cat 2.18.0.txt)" = 'fr 2 [0, 0, 1, 1, 1, 1]
lv 3 [2, 0, 1, 1, 1, 0]
ru 3 [2, 0, 1, 2, 2, 0]'
test "$(cat 2.19.0.txt)" = 'fr 3 [0, 0, 2, 2, 2, 2]
lv 3 [0, 1, 2, 2, 0, 1]
ru 3 [2, 0, 1, 2, 2, 0]'
