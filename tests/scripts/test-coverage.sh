#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What tests/coverage.py says of a summary.

root=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# entry FILE LINES RUN
entry ()
{
  printf '{"filename": "%s", "line_total": %s, "line_covered": %s}' "$1" "$2" "$3"
}

# says NAME STATUS LINE: of the entries on standard input, a line each, beside three rooms that were run whole.
says ()
{
  {
    printf '{"files": ['
    for room in log failures report; do
      entry "src/$room/a.c" 10 10
      printf ','
    done
    paste -s -d , -
    printf ']}'
  } >"$folder/summary"
  status=0
  /usr/bin/python3 "$root/tests/coverage.py" "$folder/summary" >"$folder/output" || status=$?
  if [ "$status" = "$2" ] && grep -Fqx "$3" "$folder/output"; then
    echo "ok $1"
  else
    sed 's/^/# /' "$folder/output"
    echo "not ok $1"
  fi
}

echo 1..5
entry src/net/a.c 1000 900 | says enough 0 'src/net           900 of   1000 lines   90.0 %'
entry src/net/a.c 1000 899 | says too-little 1 'a room has less than 90 % of its lines'
{ entry src/net/a.c 10 10; echo; entry src/net/b.c 1000 850; } |
  says several-files 1 '     150 of 1000 not run in src/net/b.c'
{ entry src/net/a.c 10 10; echo; entry src/ui/a.c 1000 0; } | says other-rooms-do-not-count 0 'src/net            10 of     10 lines  100.0 %'
entry src/ui/a.c 10 10 | says a-room-without-a-line 1 'src/net             0 of      0 lines    0.0 %'
