#!/usr/bin/env bash
# git 2.39.5 (Debian 12, package git).
# Question: after git restore --source=HEAD FILE, do the plumbing commands take FILE for changed?
# Guess: no, as after a plain git restore, or git checkout HEAD -- FILE: git has just written it.
# Behaviour: git writes the file but not its time and size into the index; git diff-files and git
# diff-index name the file until something reads the files again (git status, git update-index --refresh).
# Seen: plain restore, checkout HEAD and --staged --worktree: nothing; --source=HEAD: f is named.
# Means: a tool that restores files and then asks git diff-files which texts were touched gets
# texts nobody touched; refresh the index in between.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
git init --quiet .
git config user.email a@example.org
git config user.name A
echo one >f
git add f
git commit --quiet -m One
look() { # look EXPECTED COMMAND...: change f, run the command, compare what git takes for changed
  sleep 1.1 # Debian's git compares times by the second
  expected=$1
  shift
  echo changed >f
  sleep 1.1
  "$@" 2>/dev/null
  seen="$(git diff-files --name-only)|$(git diff-index --name-only HEAD)"
  echo "$*: $seen"
  test "$(cat f)" = one
  test "$seen" = "$expected"
  git update-index --refresh
  test -z "$(git diff-files --name-only)"
}
look '|' git restore f
look '|' git checkout HEAD -- f
look '|' git restore --source=HEAD --staged --worktree f
look 'f|f' git restore --source=HEAD f
