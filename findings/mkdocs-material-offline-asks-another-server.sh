#!/usr/bin/env bash
# mkdocs-material 9.8.2 with mkdocs 1.6.1 (PyPI).
# Question: does a page built with the theme's own plugin `offline`, fonts off, ask any other server for anything?
# Guess: no: the plugin is there so that a site can be read from a disk without a network.
# Behaviour: the plugin itself adds a script of another server to every page, so that search works from a file.
# Seen: <script src="https://unpkg.com/iframe-worker/shim"> in index.html; without the plugin no script from elsewhere.
# Means: a site that must not tell anybody who reads it is built without `offline`; its search then needs a server.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-material==9.8.2
mkdir -p "$folder/site/docs"
printf '# Hello\n\nA page.\n' > "$folder/site/docs/index.md"
build() {
    printf 'site_name: Example\ntheme:\n  name: material\n  font: false\nplugins:\n%s' "$1" > "$folder/site/mkdocs.yml"
    (cd "$folder/site" && NO_MKDOCS_2_WARNING=1 "$folder/venv/bin/mkdocs" build --quiet --strict 2> /dev/null)
    grep -oE 'src="https?://[^"]*"' "$folder/site/site/index.html" || true
}
with=$(build $'  - search\n  - offline\n')
without=$(build $'  - search\n')
echo "with offline: ${with:-nothing}; without: ${without:-nothing}"
test "$with" = 'src="https://unpkg.com/iframe-worker/shim"'
test -z "$without"
