#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every script of the project is what POSIX calls one.

cd "$1" || exit 1
scripts='src/install.sh src/run tests/run tests/analyze tests/coverage tests/on.sh tests/reproduce tests/bench/run .ci/run .githooks/pre-commit'
scripts="$scripts $(echo tests/scripts/*.sh tests/fuzz/*.sh)"

if ! command -v shellcheck >/dev/null; then
  echo '1..0 # SKIP shellcheck is not installed'
  exit
fi

echo "1..$(echo "$scripts" | wc -w)"
for script in $scripts; do
  if shellcheck --external-sources --shell=sh "$script" >&2; then
    echo "ok $script"
  else
    echo "not ok $script"
  fi
done
