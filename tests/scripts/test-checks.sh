#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What test-translations.sh and test-strings.sh find in a small tree.

scripts=$1/tests/scripts

for program in xgettext msgfmt msgmerge msgattrib; do
  if ! command -v "$program" >/dev/null; then
    echo "1..0 # SKIP no $program"
    exit
  fi
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/po" "$folder/src"
echo de >"$folder/po/LINGUAS"
echo src/a.c >"$folder/po/POTFILES.in"

# translate MESSAGE: the German of “%d lines”.
translate ()
{
  cat >"$folder/po/de.po" <<END
msgid ""
msgstr ""
"Project-Id-Version: a\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\n"
"Last-Translator: a <a@example.org>\n"
"Language-Team: German <de@example.org>\n"
"Language: de\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"

#, c-format
msgid "%d lines"
msgstr "$1"
END
}

# says NAME LINE SCRIPT [ARGUMENT…]
says ()
{
  name=$1
  line=$2
  script=$3
  shift 3
  "$scripts/$script" "$folder" "$@" >"$folder/output" 2>&1
  if grep -Fqx "$line" "$folder/output"; then
    echo "ok $name"
  else
    sed 's/^/# /' "$folder/output"
    echo "not ok $name"
  fi
}

echo 1..7
echo 'puts (_("%d lines"));' >"$folder/src/a.c"
translate '%d Zeilen'
says well-formed 'ok de.po is well formed' test-translations.sh
says complete 'ok de.po is complete' test-translations.sh complete
translate '%s Zeilen'
says ill-formed 'not ok de.po is well formed' test-translations.sh
translate ''
says a-message-is-not-translated 'not ok de.po is complete' test-translations.sh complete
says a-message-may-wait 'ok de.po is complete # SKIP 1 messages are missing' test-translations.sh
says whole-messages 'ok 1 messages are whole' test-strings.sh
echo 'puts (_("of %" G_GINT64_FORMAT " lines"));' >"$folder/src/a.c"
says a-message-that-a-macro-ends 'not ok 1 messages are whole' test-strings.sh
