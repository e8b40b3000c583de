#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What translators get to see is all of a message: xgettext knows PRId64, and ends one at a macro of GLib's.

cd "$1" || exit 1

if ! command -v xgettext > /dev/null; then
  echo '1..0 # SKIP no xgettext'
  exit 0
fi

cut=$(sed '/^#/d' po/POTFILES.in | xgettext --files-from=- --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 \
      --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --no-location --output=- 2> /dev/null | grep -E "[^\"%]%[-' 0-9.]*\"\$")

echo 1..1
if [ -z "$cut" ]; then
  echo 'ok 1 messages are whole'
else
  echo "$cut" | sed 's/^/# /'
  echo 'not ok 1 messages are whole'
fi
