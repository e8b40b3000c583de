#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# How tests/summary.py counts.

root=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# entry RESULT OUTPUT: a line of meson's log of tests.
entry ()
{
  printf '{"name": "culprit:x / x/one", "result": "%s", "returncode": 0, "duration": 1.5, "stdout": "%s"}\n' "$1" "$2"
}

# counts NAME STATUS LAST-LINE: of the log on standard input.
counts ()
{
  cat >"$folder/log"
  status=0
  /usr/bin/python3 "$root/tests/summary.py" "$folder/log" >"$folder/output" || status=$?
  if [ "$status" = "$2" ] && [ "$(tail -n 1 "$folder/output")" = "$3" ]; then
    echo "ok $1"
  else
    echo "not ok $1"
    sed 's/^/# /' "$folder/output"
  fi
}

echo 1..8

entry OK '1..3\nok 1 /a\nok 2 /b # SKIP no corpus\nok 3 - c\n' | counts cases 0 '2 passed, 0 failed, 1 skipped'
entry FAIL '1..2\nok 1 /a\nnot ok 2 /b\n' | counts failed-case 1 '1 passed, 1 failed, 0 skipped'
entry TIMEOUT '1..2\nok 1 /a\n' | counts time-out 1 '1 passed, 1 failed, 0 skipped'
entry SKIP '1..0 # SKIP no display\n' | counts skipped-whole 0 '0 passed, 0 failed, 1 skipped'
entry OK 'no TAP at all\n' | counts plain-program 0 '1 passed, 0 failed, 0 skipped'
entry OK '1..1\nnot ok 1 /a # TODO later\n' | counts expected-failure 0 '1 passed, 0 failed, 0 skipped'
counts no-test 1 '0 passed, 0 failed, 0 skipped' </dev/null

entry OK '1..1\nok 1 /a\n' >"$folder/other"
if /usr/bin/python3 "$root/tests/summary.py" "$folder/none" "$folder/other" "$folder/other" |
   grep -qx '2 passed, 0 failed, 0 skipped'; then
  echo 'ok several-runs'
else
  echo 'not ok several-runs'
fi
