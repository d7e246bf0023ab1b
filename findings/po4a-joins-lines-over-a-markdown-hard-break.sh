#!/usr/bin/env bash
# po4a 0.69 (Debian 12, package po4a 0.69-1), format text with option markdown.
# Question: is a hard line break written with a backslash (CommonMark) kept like one of two blanks?
# Guess: yes; two blanks at the end make po4a keep the lines of the message as they are.
# Behaviour: the lines are joined; what is left is a backslash before a blank, which prints as such.
# Seen: 'Line one\ line two.' in the message and in the document after an identity translation.
# Means: addresses and poems fall together in every language; use two blanks with po4a.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf 'Line one\\\nline two.\n' >in.md
printf 'Line one  \nline two.\n' >blanks.md
printf 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n' >nl.po
for name in in blanks; do
  po4a-translate -f text -o markdown -M UTF-8 -k 0 -m $name.md -p nl.po -l $name.out 2>log
done
cat in.out
test "$(cat in.out)" = 'Line one\ line two.'
test "$(cat blanks.out)" = $'Line one  \nline two.'
