#!/usr/bin/env bash
# Babel 2.19.0 (PyPI), babel.plural.to_gettext; GNU gettext 0.21 (Debian 12, package gettext 0.21-12).
# Question: does to_gettext give a header for catalogs, as get_plural does for the same language?
# Guess: yes: three forms for Russian, an expression in n for French.
# Behaviour: it keeps CLDR's operand e (the exponent of short figures), which gettext does not know,
# in fr, es, it, pt and ca; and it counts forms that only decimals have, so that ru, uk, pl, cs have four.
# Seen: fr: 'invalid token in plural form: e', msgfmt: invalid plural expression; ru: nplurals=4.
# Means: a catalog with that header does not compile, or asks for a form nobody can see: take
# babel.messages.plurals.get_plural.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - "$folder/fr.po" <<'PY'
import gettext
import sys
from pathlib import Path

from babel import Locale
from babel.messages.plurals import get_plural
from babel.plural import to_gettext

for language in ("fr", "es", "it", "pt", "ca"):
    header = to_gettext(Locale(language).plural_form)
    try:
        gettext.c2py(header.split("plural=", 1)[1].rstrip(";"))
    except ValueError as error:
        print(language, error)
    else:
        raise AssertionError(header)
    gettext.c2py(get_plural(language).plural_expr)
for language in ("ru", "uk", "pl", "cs"):
    header = to_gettext(Locale(language).plural_form)
    print(language, header.split(";")[0], get_plural(language).num_plurals)
    assert header.startswith("nplurals=4;")
    assert get_plural(language).num_plurals == 3
Path(sys.argv[1]).write_text(
    'msgid ""\n'
    'msgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    f'"Plural-Forms: {to_gettext(Locale("fr").plural_form)}\\n"\n\n'
    'msgid "%d file"\nmsgid_plural "%d files"\n'
    'msgstr[0] "%d fichier"\nmsgstr[1] "%d de fichiers"\nmsgstr[2] "%d fichiers"\n'
)
PY
if said=$(LC_ALL=C msgfmt --check-header -o /dev/null "$folder/fr.po" 2>&1); then exit 1; fi
grep 'invalid plural expression' <<<"$said"
