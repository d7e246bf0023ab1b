#!/usr/bin/env bash
# hunspell 1.7.1-1 and hunspell-ru 1:7.5.0-1 (Debian 12).
# Question: are Russian words with a hyphen looked up as words (Нью-Йорк, кто-то, 3-й)?
# Guess: yes: 3-й is right, and two words that never go together are not.
# Behaviour: each half is judged alone. Any two nouns joined are right; of ordinals in figures one
# is right and the next wrong, as its ending happens to be a word or not.
# Seen: Москва-столу and Йорк-Нью pass, нью-йорк: йорк is wrong; 3-й: й is wrong, 5-го passes.
# Means: it finds no misplaced hyphen, and it marks most of the ordinals written in figures.
set -euo pipefail
wrong() { printf '%s\n' "$1" | LC_ALL=C.UTF-8 hunspell -i UTF-8 -d ru_RU -l | tr '\n' ' '; }
for word in Москва-столу Йорк-Нью нью-йорк 3-й 5-го; do
  echo "$word: $(wrong "$word")"
done
test -z "$(wrong 'Москва-столу Йорк-Нью')"
test "$(wrong 3-й)" = 'й '
test -z "$(wrong 5-го)"
