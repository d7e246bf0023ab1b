#!/usr/bin/env bash
# GNU gettext 0.21 (Debian 12, package gettext 0.21-12).
# Question: which translation does 'msgcat --use-first a.po b.po' keep when that of a.po is fuzzy?
# Guess: that of a.po, still fuzzy; without --use-first both, marked with #-#-#.
# Behaviour: that of b.po, both with and without --use-first; the draft of a.po is dropped without
# a trace. Only two translations of equal standing are put side by side.
# Seen: msgstr "Hallo" of the second file, no fuzzy, no conflict marker.
# Means: joining the catalogs of two translators loses the newer wording of the first if it was
# still a draft; keep a copy, or compare before joining.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
header='msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
printf "$header"'#, fuzzy\nmsgid "Hello"\nmsgstr "Hoi"\n' >"$folder/a.po"
printf "$header"'msgid "Hello"\nmsgstr "Hallo"\n' >"$folder/b.po"
for option in --use-first --more-than=0; do
  seen=$(msgcat "$option" "$folder/a.po" "$folder/b.po" | tail -n +4)
  echo "$option: $seen"
  test "$seen" = $'msgid "Hello"\nmsgstr "Hallo"'
done
