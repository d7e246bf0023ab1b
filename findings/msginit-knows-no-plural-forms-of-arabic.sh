#!/usr/bin/env bash
# GNU gettext 0.21 (Debian 12, package gettext 0.21-12).
# Question: does msginit write the Plural-Forms of every language that has plurals?
# Guess: yes: six forms for Arabic, five for Irish, as CLDR has them.
# Behaviour: its own table is short: for Arabic and Maltese no Plural-Forms line is written at all
# (which reads as the Germanic rule of two), for Irish three forms, for Hebrew two.
# Seen: ar none, mt none, ga nplurals=3, he nplurals=2, ru nplurals=3.
# Means: a new catalog made by msginit may lack the header that decides about its plurals: check
# that there is one, and take it from CLDR.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/a.pot" <<'PO'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "day"
msgid_plural "days"
msgstr[0] ""
msgstr[1] ""
PO
forms() {
  msginit --no-translator -l "$1" -i "$folder/a.pot" -o - 2>"$folder/log" |
    grep -o 'nplurals=[0-9]*' || echo none
}
seen=$(for name in ar mt ga he ru; do echo "$name $(forms $name)"; done)
echo "$seen"
test "$seen" = 'ar none
mt none
ga nplurals=3
he nplurals=2
ru nplurals=3'
