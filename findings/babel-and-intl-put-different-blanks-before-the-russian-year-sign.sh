#!/usr/bin/env bash
# Babel 2.19.0 (PyPI, CLDR 49) and Intl of Node.js 20 (ICU 78, CLDR 48).
# Question: is '1 января 1970 г.' the same string from both?
# Guess: yes; CLDR has U+202F before г. (and р. in Ukrainian), so a line never breaks there.
# Behaviour: Babel writes U+202F, the JavaScript engine puts a plain blank in its place.
# Seen: U+202F from Babel, U+0020 from Intl; before AM in English likewise.
# Means: dates made on the server and in the browser are not equal and not found by the same
# search; and a line can break before 'г.' in one of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$folder/venv/bin/python" - <<'PY'
import datetime

from babel.dates import format_date, format_time

day = datetime.date(1970, 1, 1)
seen = [format_date(day, "long", locale=name) for name in ("ru", "uk")]
seen.append(format_time(datetime.time(0, 0), "short", locale="en"))
print([ascii(text) for text in seen])
assert seen == ["1 января 1970\u202fг.", "1 січня 1970\u202fр.", "12:00\u202fAM"]
PY
node -e '
const assert = require("node:assert");
const zone = {timeZone: "UTC"};
const day = (name) => new Intl.DateTimeFormat(name, {dateStyle: "long", ...zone}).format(0);
const seen = [day("ru"), day("uk"), new Intl.DateTimeFormat("en", {timeStyle: "short", ...zone}).format(0)];
console.log(seen);
assert.deepEqual(seen, ["1 января 1970 г.", "1 січня 1970 р.", "12:00 AM"]);'
