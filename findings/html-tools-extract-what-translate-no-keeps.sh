#!/usr/bin/env bash
# translate-toolkit 3.20.4 (PyPI) html2po; po4a 0.69-1 and itstool 2.0.6-2 (Debian 12).
# Question: is HTML's own attribute translate="no" obeyed?
# Guess: yes by all three: it is in the standard since HTML5 and ITS has it as a local category.
# Behaviour: none of the three does, neither for a paragraph nor for a block around others; itstool
# wants the ITS namespace (its:translate).
# Seen: msgid "make install", msgid "Inner" from all three.
# Means: commands and brand names marked by the author are offered for translation; whoever moves
# from such a catalog finds translations of texts that should have none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >a.html <<'HTML'
<!DOCTYPE html>
<html><head><title>Title</title></head>
<body>
<p translate="no">make install</p>
<div translate="no"><p>Inner</p></div>
</body></html>
HTML
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check translate-toolkit==3.20.4
venv/bin/html2po -P --progress=none a.html toolkit.pot
po4a-updatepo -f xhtml -M UTF-8 -m a.html -p po4a.pot >log 2>&1
itstool -o itstool.pot a.html
for name in toolkit po4a itstool; do
  echo "$name: $(grep -E '^msgid "(make install|Inner)"' $name.pot | tr '\n' ' ')"
  test "$(grep -cE '^msgid "(make install|Inner)"' $name.pot)" = 2
done
