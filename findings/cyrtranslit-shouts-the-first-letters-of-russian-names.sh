#!/usr/bin/env bash
# cyrtranslit 1.2.0 (PyPI), 'ru'.
# Question: how does a Russian name begin in Latin letters?
# Guess: with one capital: Ščerbakov or Shcherbakov, Žukov or Zhukov; its Serbian is Šabac.
# Behaviour: the whole group of letters becomes a capital: SHH, ZH, CH, SH, CZ; but Юля is Yulya.
# Seen: SHHerbakov, ZHukov, CHehov, SHostak, CZhinvali, Yulya.
# Means: no name with Ж Ч Ш Щ Ц Ё can be used as it comes, and none equals a usual spelling.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cyrtranslit==1.2.0
"$folder/venv/bin/python" - <<'PY'
import cyrtranslit

names = ("Щербаков", "Жуков", "Чехов", "Шостак", "Цхинвали", "Юля")
seen = [cyrtranslit.to_latin(name, "ru") for name in names]
print(seen)
assert seen == ["SHHerbakov", "ZHukov", "CHehov", "SHostak", "CZhinvali", "Yulya"]
PY
