#!/usr/bin/env bash
# Babel 2.19.0 (PyPI); GNU gettext 0.21 (Debian 12, package gettext 0.21-12).
# Question: what is extracted from _("on" if x else "off") and _("Hello %s" % "World")?
# Guess: both strings, or the first, or nothing: the argument is no constant.
# Behaviour: Babel joins all strings of an argument, whatever stands between them: a message
# 'onoff'. In JavaScript it joins over a variable too. xgettext takes the first string.
# Seen: onoff, ab, Hello %sWorld; js 'Hello !'; xgettext: on, a, Hello %s.
# Means: wrong calls give messages that look like typing errors and are never found at run time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '%s\n' '_("on" if x else "off")' '_("a" or "b")' '_("Hello %s" % "World")' >code.py
printf '%s\n' '_("Hello " + name + "!");' >code.js
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check babel==2.19.0
venv/bin/pybabel --quiet extract -k _ -o py.pot code.py
printf '[javascript: **.js]\n' >js.cfg
venv/bin/pybabel --quiet extract -k _ -F js.cfg -o js.pot code.js
xgettext -k_ -o gnu.pot code.py
ids() { sed -n 's/^msgid "\(.\+\)"$/\1/p' "$1"; }
ids py.pot
test "$(ids py.pot)" = $'onoff\nab\nHello %sWorld'
test "$(ids js.pot)" = 'Hello !'
test "$(ids gnu.pot)" = $'on\na\nHello %s'
