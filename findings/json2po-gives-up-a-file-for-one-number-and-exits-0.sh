#!/usr/bin/env bash
# translate-toolkit 3.20.4 (PyPI): json2po.
# Question: what does it do with a number or a boolean among the texts of a JSON file?
# Guess: it passes over them; null is passed over.
# Behaviour: the whole file is given up with a warning, an empty file is left, the exit code is 0.
# Seen: WARNING: Error processing ... got 'int'; 0 messages; {"a": "x", "n": null} gives them.
# Means: a build goes on without the messages; look for an empty result after every conversion.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check translate-toolkit==3.20.4
messages() {
  printf '%s' "$1" >in.json
  rm -f out.pot
  venv/bin/json2po -P --progress=none in.json out.pot 2>log # must exit 0
  grep -c '^msgid "[a-z]' out.pot || true
}
for value in 5 true 1.5; do
  seen=$(messages "{\"a\": \"text\", \"n\": $value}")
  echo "$value: $seen messages; $(cat log)"
  test "$seen" = 0
  grep -q 'WARNING: Error processing' log
done
test "$(messages '{"a": "text", "n": null}')" = 1
