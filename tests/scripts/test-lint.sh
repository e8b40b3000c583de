#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every script of the project is what its first line or its name says: what POSIX calls one, or one of bash.

cd "$1" || exit 1

if ! command -v shellcheck >/dev/null; then
  echo '1..0 # SKIP shellcheck is not installed'
  exit
fi

# Those in build folders are built, those among the logs are samples.
scripts=$(find . \( -name .git -o -name .flatpak-builder -o -path './build*' -o -path ./tests/logs -o -path ./tests/fuzz/seeds \) -prune \
  -o -type f -exec awk '
    FNR == 1 && (/^#!.*[\/ ](sh|bash)$/ || /^# shellcheck shell=/ || FILENAME ~ /\.(sh|bash)$/) { print substr (FILENAME, 3) }
    { nextfile }' '{}' + | LC_ALL=C sort)
[ -n "$scripts" ] || exit 1

echo "1..$(echo "$scripts" | wc -w)"
for script in $scripts; do
  if shellcheck --external-sources "$script" >&2; then
    echo "ok $script"
  else
    echo "not ok $script"
  fi
done
