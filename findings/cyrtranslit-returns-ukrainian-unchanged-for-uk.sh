#!/usr/bin/env bash
# cyrtranslit 1.2.0 (PyPI).
# Question: what does the language code of Ukrainian, 'uk' (ISO 639-1), give?
# Guess: Kyiv or Kyjiv, as for any supported language; an error if the code were wrong.
# Behaviour: the codes are partly those of countries (ua, by, rs, me, tj). For 'uk', and for any
# code that does not exist, the text comes back in Cyrillic without an error.
# Seen: uk Київ; ua Kyjiv; be Мінск; xx Київ.
# Means: locale codes of a project cannot be passed on, and nothing says so: check supported().
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cyrtranslit==1.2.0
"$folder/venv/bin/python" - <<'PY'
import cyrtranslit

seen = {code: cyrtranslit.to_latin("Київ", code) for code in ("uk", "ua", "xx")}
seen["be"] = cyrtranslit.to_latin("Мінск", "be")
print(seen, cyrtranslit.supported())
assert seen == {"uk": "Київ", "ua": "Kyjiv", "xx": "Київ", "be": "Мінск"}
assert {"ua", "by"} <= set(cyrtranslit.supported()) and "uk" not in cyrtranslit.supported()
PY
