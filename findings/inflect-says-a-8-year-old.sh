#!/usr/bin/env bash
# inflect 7.6.0 (PyPI), a().
# Question: which article stands before figures that begin with a vowel when read aloud?
# Guess: 'an 8-year-old', 'an 11-year-old': it looks at the sound (an hour, an FBI agent, a US ...).
# Behaviour: 'a' before every figure; in words it is right (an eight-year-old).
# Seen: a 8-year-old, a 11-year-old, a 18-year-old.
# Means: ages, the commonest figures of news, are wrong in text that is put together with it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check inflect==7.6.0
"$folder/venv/bin/python" - <<'PY'
import inflect

a = inflect.engine().a
seen = [a(f"{age}-year-old") for age in (8, 11, 18)]
print(seen, a("eight-year-old"), a("FBI agent"), a("US senator"))
assert seen == ["a 8-year-old", "a 11-year-old", "a 18-year-old"]
assert a("eight-year-old") == "an eight-year-old"
assert (a("FBI agent"), a("US senator")) == ("an FBI agent", "a US senator")
PY
