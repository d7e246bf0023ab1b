#!/usr/bin/env bash
# GNU gettext 0.21 (Debian 12, package gettext 0.21-12).
# Question: does 'msgattrib --translated' give the messages that msgfmt would use?
# Guess: yes; msgfmt --statistics counts a fuzzy message apart from the translated ones.
# Behaviour: a fuzzy message counts as translated here (it has a translation); it takes
# '--translated --no-fuzzy' to get what msgfmt compiles.
# Seen: --translated: One (fuzzy), Two; --translated --no-fuzzy: Two; msgfmt: 1 translated, 1 fuzzy.
# Means: a share of translated messages counted with it is too high, and drafts get shipped.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/nl.po" <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#, fuzzy
msgid "One"
msgstr "Een"

msgid "Two"
msgstr "Twee"

msgid "Three"
msgstr ""
PO
ids() { msgattrib "$@" "$folder/nl.po" | grep '^msgid "[A-Z]'; }
msgattrib --version | head -1
ids --translated
test "$(ids --translated)" = $'msgid "One"\nmsgid "Two"'
test "$(ids --translated --no-fuzzy)" = 'msgid "Two"'
LC_ALL=C msgfmt --statistics -o /dev/null "$folder/nl.po" 2>&1 |
  grep '1 translated message, 1 fuzzy translation, 1 untranslated message'
