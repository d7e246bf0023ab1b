#!/usr/bin/env bash
# iuliia 0.13.0 (PyPI), schemas ICAO_DOC_9303 and WIKIPEDIA.
# Question: how is a name in capitals transliterated, as on a passport (ЩЕРБАКОВ, ЮРИЙ)?
# Guess: in capitals, SHCHERBAKOV, YURY; the ICAO scheme is made for travel documents.
# Behaviour: each capital becomes a capital and small letters, whatever stands around it.
# Seen: ShchERBAKOV, YuRY, ZhUKOVA.
# Means: compare transliterations without regard to case, and set the case of a name in capitals
# (headlines, initials, passports) afterwards.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check iuliia==0.13.0
"$folder/venv/bin/python" - <<'PY'
import iuliia

seen = [
    iuliia.ICAO_DOC_9303.translate("ЩЕРБАКОВ"),
    iuliia.WIKIPEDIA.translate("ЮРИЙ"),
    iuliia.WIKIPEDIA.translate("ЖУКОВА"),
]
print(seen)
assert seen == ["ShchERBAKOV", "YuRY", "ZhUKOVA"]
PY
