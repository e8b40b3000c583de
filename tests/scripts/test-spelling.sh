#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What the project says of itself is spelled right: code and its comments, README, manual, the window's words. Logs are
# as they were printed, and of patterns, which hold parts of words, only the comments count. What translators wrote is not
# English; what they translate stands in the sources.

root=$1

if ! command -v codespell >/dev/null; then
  echo '1..0 # SKIP codespell is not installed'
  exit
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Names of other programs and of GTK; then parts of words, and a wrong one, that tests look for.
ignored=caf,crate,pullrequest,testng,trough,erro,longe,ment,nmae,ure
# The word that an escape of a string or of a manual page runs into, as in "a\nand", and the end of a page's table.
escaped='\\+\(?[a-zA-Z]\w*|^\.TE\b'

# misspelled ROOT: a line each.
misspelled ()
{
  (
    cd "$1" || exit
    find ./*.md .github src data tests -type f ! -name '*.png' ! -name test-spelling.sh ! -path 'data/rules/*' ! -path 'data/secrets/*' \
         ! -path 'data/ci/*' ! -path 'tests/logs/*' ! -path 'tests/fuzz/seeds/*' ! -path '*/__pycache__/*' \
         -exec codespell --quiet-level=35 --ignore-words-list="$ignored" --ignore-regex="$escaped" {} + 2>/dev/null
    find data/rules data/secrets data/ci -name '*.yml' -exec grep -Hn '^ *#' {} + 2>/dev/null |
      codespell --quiet-level=35 --ignore-words-list="$ignored" -
  )
}

# finds NAME COUNT: that many lines in the tree that was written.
finds ()
{
  misspelled "$folder/tree" >"$folder/found"
  if [ "$(grep -c '==>' "$folder/found")" = "$2" ]; then
    echo "ok $1"
  else
    sed 's/^/# /' "$folder/found"
    echo "not ok $1"
  fi
  rm -rf "$folder/tree"
}

# write FILE TEXT
write ()
{
  mkdir -p "$folder/tree/$(dirname "$1")"
  printf '%s\n' "$2" >"$folder/tree/$1"
}

echo 1..6
mkdir "$folder/tree"
misspelled "$root" >"$folder/found"
if [ ! -s "$folder/found" ]; then
  echo 'ok every-word-is-known'
else
  sed 's/^/# /' "$folder/found"
  echo 'not ok every-word-is-known'
fi

write src/log/row.c '/* A row recieves its text. */'
write README.md 'It occured.'
finds a-word-of-the-sources-and-of-the-readme 2
write data/rules/a.yml "- '^alloted'"
finds a-part-of-a-pattern-is-no-word 0
write data/rules/a.yml '# What occured.'
finds a-word-of-a-comment-beside-patterns 1
write tests/log/test-row.c 'const char *text = "first\nand\tnin";'
finds an-escape-is-no-part-of-a-word 0
write tests/logs/a.log 'It occured.'
finds a-log-is-as-it-was-printed 0
