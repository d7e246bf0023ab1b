#!/usr/bin/env bash
# ICU 72.1 (Debian 12, package icu-devtools 72.1-3+deb12u1), transform Cyrillic-Latin.
# Question: how is Київ written? The transform follows ISO 9, which has ï for ї and ì for і.
# Guess: Kiïv.
# Behaviour: і becomes i with an acute, and ї the same with a diaeresis on top: two marks on one
# letter, for which there is no single character.
# Seen: Kií̈v (i, U+0301, U+0308), Ívan; with Latin-ASCII behind it Kiiv.
# Means: the result equals neither ISO 9 nor any spelling in use: compare after Latin-ASCII only.
set -euo pipefail
latin() { printf '%s' "$1" | uconv -f UTF-8 -t UTF-8 -x "$2"; }
yi=$(latin Київ 'Cyrillic-Latin; NFD')
echo "$yi $(latin Іван Cyrillic-Latin) $(latin Київ 'Any-Latin; Latin-ASCII')"
test "$yi" = $'Kii\u0301\u0308v'
test "$(latin Іван 'Cyrillic-Latin; NFC')" = 'Ívan'
test "$(latin Київ 'Any-Latin; Latin-ASCII')" = Kiiv
