#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# test-translations.sh ROOT [complete]: whether each translation in po/LINGUAS is well formed, and which messages of the
# sources it lacks. What it lacks is skipped, as new messages come before their translations; with “complete” it fails.

cd "$1" || exit 1
mode=${2:-}

for program in xgettext msgfmt msgmerge msgattrib; do
  if ! command -v "$program" > /dev/null; then
    echo "1..0 # SKIP no $program"
    exit 0
  fi
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# What meson's preset of GLib looks for.
sed '/^#/d' po/POTFILES.in |
  xgettext --files-from=- --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
           --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
           --output="$folder/pot" 2> "$folder/errors"

# list NAME OPTION…: a line for each message in the merged file that msgattrib selects.
list ()
{
  name=$1
  shift
  msgattrib --no-obsolete --no-wrap --no-location "$@" "$folder/po" |
    awk -v name="$name" -v RS= -v FS='\n' '
      NR > 1 { for (i = 1; $i !~ /^msgid /; i++) if ($i ~ /^msgctxt /) context = " " substr ($i, 9)
               print name context ": " ($i == "msgid \"\"" ? $(i + 1) : substr ($i, 7))
               context = "" }'
}

# check_format LANGUAGE
check_format ()
{
  if msgfmt --check --check-accelerators=_ --output-file=/dev/null "po/$1.po" 2> "$folder/errors"; then
    echo "ok $1.po is well formed"
  else
    sed 's/^/# /' "$folder/errors"
    echo "not ok $1.po is well formed"
  fi
}

# check_complete LANGUAGE
check_complete ()
{
  if ! msgmerge --quiet --no-fuzzy-matching --output-file="$folder/po" "po/$1.po" "$folder/pot" 2> "$folder/errors"; then
    sed 's/^/# /' "$folder/errors"
    echo "not ok $1.po is complete"
    return
  fi
  { list untranslated --untranslated; list fuzzy --only-fuzzy; } > "$folder/missing"
  missing=$(wc -l < "$folder/missing")
  if [ "$missing" -eq 0 ]; then
    echo "ok $1.po is complete"
    return
  fi
  sed 's/^/# /' "$folder/missing"
  if [ "$mode" = complete ]; then
    echo "not ok $1.po is complete"
  else
    echo "ok $1.po is complete # SKIP $missing messages are missing"
  fi
}

languages=$(sed '/^#/d' po/LINGUAS)
echo "1..$(($(echo "$languages" | wc -w) * 2))"
for language in $languages; do
  check_format "$language"
  check_complete "$language"
done
