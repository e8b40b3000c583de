#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every file says whose it is and under which licence, as the REUSE specification has it.

root=$1

if ! command -v reuse >/dev/null; then
  echo '1..0 # SKIP reuse is not installed'
  exit
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# check NAME EXPECTED-STATUS ROOT
check ()
{
  reuse --no-multiprocessing --root "$3" lint >"$folder/output" 2>&1
  if [ $? = "$2" ]; then
    echo "ok $1"
  else
    sed 's/^/# /' "$folder/output"
    echo "not ok $1"
  fi
}

# REUSE-IgnoreStart
# write_tree FIRST-LINE…: a tree whose only source has these lines at its top.
write_tree ()
{
  rm -rf "$folder/tree"
  mkdir -p "$folder/tree/LICENSES" "$folder/tree/src"
  cp "$root/LICENSES/GPL-3.0-or-later.txt" "$folder/tree/LICENSES"
  printf '%s\n' "$@" 'int a;' >"$folder/tree/src/a.c"
}

echo 1..6
if cmp "$root/COPYING" "$root/LICENSES/GPL-3.0-or-later.txt" >&2; then
  echo 'ok copying-is-the-licence'
else
  echo 'not ok copying-is-the-licence'
fi
check every-file-has-a-licence 0 "$root"
write_tree '/* SPDX-FileCopyrightText: 2026 A' ' * SPDX-License-Identifier: GPL-3.0-or-later' ' */'
check good-tree 0 "$folder/tree"
write_tree '/* SPDX-FileCopyrightText: 2026 A */'
check no-licence 1 "$folder/tree"
write_tree '/* SPDX-License-Identifier: GPL-3.0-or-later */'
check no-owner 1 "$folder/tree"
write_tree '/* SPDX-FileCopyrightText: 2026 A' ' * SPDX-License-Identifier: MIT' ' */'
check licence-without-its-text 1 "$folder/tree"
# REUSE-IgnoreEnd
