#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What tests/analyze lets clang-tidy look for, as .clang-tidy has it, is found; and GLib's idioms are no mistakes.

root=$1

if ! command -v clang-tidy >/dev/null || ! command -v pkg-config >/dev/null; then
  echo '1..0 # SKIP no clang-tidy'
  exit
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# check NAME STATUS CHECK: of the C file on standard input; CHECK is what is found, or empty.
check ()
{
  cat >"$folder/a.c"
  status=0
  # shellcheck disable=SC2046 # a list of options
  clang-tidy --quiet --config-file="$root/.clang-tidy" "$folder/a.c" -- $(pkg-config --cflags glib-2.0) \
    >"$folder/output" 2>&1 || status=$?
  if [ "$status" = "$2" ] && { [ -z "$3" ] || grep -Fq "[$3" "$folder/output"; }; then
    echo "ok $1"
  else
    sed 's/^/# /' "$folder/output"
    echo "not ok $1"
  fi
}

echo 1..4

check idioms 0 '' <<'END'
#include <glib.h>

typedef struct { char *name; } Item;

static char *
read_name (Item *item, GError **error)
{
  g_autoptr (GString) text = g_string_new (item->name);

  if (text->len == 0) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "no name");
    return NULL;
  }
  return g_strdup (text->str);
}

void run (Item *item);

void
run (Item *item)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = read_name (item, &error);

  if (name == NULL)
    g_print ("%s\n", error->message);
  g_clear_pointer (&item->name, g_free);
}
END

check what-was-never-set 1 clang-analyzer-core <<'END'
int pick (int a);
int pick (int a)
{
  int b;
  if (a > 2)
    b = a;
  return b + 1;
}
END

check division-by-nought 1 clang-analyzer-core.DivideZero <<'END'
int share (int a);
int share (int a)
{
  int parts = 0;
  return a / parts;
}
END

check a-comparison-that-is-no-truth 1 bugprone-suspicious-string-compare <<'END'
#include <string.h>
int same (const char *a, const char *b);
int same (const char *a, const char *b)
{
  if (strcmp (a, b))
    return 0;
  return strcmp (a, b) == 1;
}
END
