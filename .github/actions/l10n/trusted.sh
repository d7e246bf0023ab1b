#!/usr/bin/env bash
# Lays out what is to be checked: the commit that was checked out, with the rules of the base branch in place of its own.
#
# Rules are the configuration, the registry of names, packs of languages, the baseline and dictionaries. Whoever sends a
# pull request may change them in it, but they count only once they are merged. The index of git puts both together, so
# that no link of the pull request is followed, and what it adds where the base branch has nothing is left out.
# Needs TRUSTED, FOLDER, BASELINE, and what a runner sets; writes root and folder into GITHUB_OUTPUT.
set -eo pipefail

fail() {
    echo "::error title=l10n::trusted: $1"
    exit 2
}

# No hook of a checkout is run.
git() { command git -c core.hooksPath=/dev/null "$@"; }

if [ -z "$TRUSTED" ]; then exit 0; fi
if [ "$TRUSTED" != base ]; then fail "only base can be trusted"; fi
base="$GITHUB_BASE_REF"
if [ "$GITHUB_EVENT_NAME" = merge_group ]; then
    base="$(python3 -I -c 'import json, sys; print(json.load(open(sys.argv[1]))["merge_group"]["base_ref"])' "$GITHUB_EVENT_PATH")"
    base="${base#refs/heads/}"
fi
if [ -z "$base" ]; then
    echo "no pull request: the rules are those of this commit"
    exit 0
fi

# A path is taken as it is written: the pull request may have made a link of any part of it.
parts_of() {
    local part
    local IFS=/
    parts=()
    for part in $1; do
        case "$part" in
            "" | .) ;;
            *) parts+=("$part") ;;
        esac
    done
    case "/$1/" in //?* | */../*) fail "a path leads out of the checkout" ;; esac
}
set -f
parts_of "$FOLDER"
top="$PWD"
while [ ! -e "$top/.git" ]; do
    if [ "${#parts[@]}" -eq 0 ]; then fail "there is no checkout of git here"; fi
    top="$top/${parts[0]}"
    parts=("${parts[@]:1}")
done
folder="$(IFS=/; printf %s "${parts[*]}")"

depth=()
if [ "$(git -C "$top" rev-parse --is-shallow-repository)" = true ]; then depth=(--depth 1); fi
git -C "$top" fetch --quiet --no-tags "${depth[@]}" origin "+refs/heads/$base:refs/l10n/base"
commit="$(git -C "$top" rev-parse --verify 'refs/l10n/base^{commit}')"
root="$(mktemp -d "$RUNNER_TEMP/l10n-trusted.XXXXXX")"
rules="$(mktemp -d "$RUNNER_TEMP/l10n-rules.XXXXXX")"
git -C "$top" worktree add --quiet --detach --no-checkout "$root" HEAD
git -C "$root" read-tree HEAD

# What the pull request has at a path, in whatever case, gives way to what the base branch has there, if anything.
take() {
    git -C "$root" ls-files -z -- ":(top,literal,icase)$1" | git -C "$root" update-index -z --force-remove --stdin
    git -C "$root" ls-tree -r -z "$commit" -- "$1" > "$rules.entries"
    if tr '\0' '\n' < "$rules.entries" | grep -qvE '^100(644|755) blob '; then
        if [ -s "$rules.entries" ]; then fail "$1 of the base branch is no ordinary file"; fi
    fi
    git -C "$root" update-index --replace -z --index-info < "$rules.entries"
    cat "$rules.entries" >> "$rules.taken"
}

# The configuration is looked for from the folder upwards.
above=""
for part in "" "${parts[@]}"; do
    above="$above${part:+$part/}"
    for name in pyproject.toml l10n.toml; do
        take "$above$name"
        mkdir -p "$rules/$above"
        if [ -s "$rules.entries" ]; then git -C "$root" show "$commit:$above$name" > "$rules/$above$name"; fi
    done
done
python3 -I -c '
import sys
from pathlib import Path
from l10n.errors import L10nError
from l10n.workflow.store.rule_files import rule_files
folder, top = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
try:
    names = [path.relative_to(top).as_posix() for path in rule_files(folder)]
except (L10nError, ValueError) as error:
    sys.exit(f"l10n: the base branch: {error}")
sys.stdout.write("".join(f"{name}\0" for name in names))
' "$rules/$folder" "$rules" > "$rules.names" || exit 2
while IFS= read -r -d '' name; do take "$name"; done < "$rules.names"
if [ -n "$BASELINE" ] && [ "${BASELINE#/}" = "$BASELINE" ]; then
    parts_of "$BASELINE"
    written="$(IFS=/; printf %s "$PWD/${parts[*]}")"
    if [ "${written#"$top/"}" != "$written" ]; then
        take "${written#"$top/"}"
        echo "baseline=$root/${written#"$top/"}" >> "$GITHUB_OUTPUT"
    fi
fi

git -C "$root" checkout-index --all --force
# As they are in the base branch: the attributes of the pull request may say that git writes them otherwise.
while IFS= read -r -d '' entry; do
    read -r _ _ blob <<< "${entry%%$'\t'*}"
    path="${entry#*$'\t'}"
    # Where names know no case, a link of the pull request may have taken the place of a folder.
    way="$path"
    while [ "$way" != "${way%/*}" ]; do
        way="${way%/*}"
        if [ -L "$root/$way" ]; then fail "$way is a link"; fi
    done
    rm -f "$root/$path"
    git -C "$root" cat-file blob "$blob" > "$root/$path"
done < "$rules.taken"
echo "root=$root" >> "$GITHUB_OUTPUT"
echo "folder=$root/$folder" >> "$GITHUB_OUTPUT"
echo "the rules are those of ${commit:0:12}"
changed="$(git -C "$root" diff --cached --name-only HEAD | sed -e 's/%/%25/g' -e 's/\[/(/g' | paste -sd ' ' -)"
if [ -n "$changed" ]; then echo "::notice title=l10n::rules that this pull request changes count once they are merged: $changed"; fi
